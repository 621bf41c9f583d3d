"""HTML of feeds to plain text."""

import re

from lxml import etree, html

_BLOCKS = set(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav "
    "ol p pre section table td th tr ul".split()
)
_SKIPPED = {"script", "style", "noscript", "iframe", "template", "svg", "form", "button", "figcaption"}
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
# XML's own blanks; no-break spaces among them, which feeds put between words.
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")


def read_markup(given: str) -> str:
    """The words of a piece of HTML, a line for each paragraph; what holds no mark-up stays as it is but for its blanks.

    Args:
        given: "<p>Peru&#8217;s minister …</p>", or plain text.

    """
    if not _MARKUP.search(given):
        return "\n".join(filter(None, (_BLANKS.sub(" ", line).strip() for line in given.splitlines())))
    try:
        root = html.fragment_fromstring(given, create_parent="div")
    except (etree.ParserError, ValueError):  # nothing but comments, or control characters
        return ""
    pieces: list[str] = []
    _collect(root, pieces)
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(pieces).split("\0"))
    return "\n".join(line for line in lines if line)


def _collect(root: html.HtmlElement, pieces: list[str]) -> None:
    """The words below an element in order, with NUL between paragraphs; without recursion, since pages nest deeply."""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        is_skipped = not isinstance(element.tag, str) or element.tag in _SKIPPED
        if event == "start":
            if is_skipped:
                element.clear(keep_tail=True)
            elif element.tag in _BLOCKS:
                pieces.append("\0")
            pieces.append("" if is_skipped else element.text or "")
        else:
            pieces.append("\0" if event == "end" and element.tag in _BLOCKS else "")
            pieces.append(element.tail or "" if element is not root else "")
