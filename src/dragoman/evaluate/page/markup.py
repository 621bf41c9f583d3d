"""HTML made of elements. Text is escaped unless it is `Html` already: documents are not to be trusted."""

import html
import re

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that HTML forbids, and halves of surrogate pairs, which no file can hold."""

_VOID = frozenset({"meta", "line", "circle", "polyline"})


class Html(str):
    """Words that are HTML already. Only this module makes them."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Text as HTML that shows the same, whatever stands in it; what can't be shown becomes U+FFFD."""
    return text if isinstance(text, Html) else Html(html.escape(_UNSHOWABLE.sub("\ufffd", text)))


def join(*parts: str) -> Html:
    """Parts one after the other."""
    return Html("".join(map(escape, parts)))


def element(name: str, *content: str, **attributes: str | bool) -> Html:
    """An element.

    Args:
        name: of the tag.
        content: its parts, in order.
        attributes: by name, "class_" for class and "_" for "-"; True stands alone, False and "" are left out.

    """
    written = "".join(_write_attribute(key, value) for key, value in attributes.items() if value not in ("", False))
    if name in _VOID:
        return Html(f"<{name}{written}>" if name == "meta" else f"<{name}{written}/>")
    return Html(f"<{name}{written}>{join(*content)}</{name}>")


def _write_attribute(name: str, value: str | bool) -> str:
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(str(value))}"'


def write_page(title: str, style: str, *body: str) -> Html:
    """A whole page.

    Args:
        title: of the window.
        style: a style sheet of ours, put in as it is.
        body: the parts of the page.

    """
    # Whatever slipped in all the same could load and run nothing.
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name_="color-scheme", content="light dark"),
        element("title", title),
        Html(f"<style>\n{style}</style>"),
    )
    return Html(f"<!DOCTYPE html>\n{element('html', head, element('body', *body), lang='en')}\n")
