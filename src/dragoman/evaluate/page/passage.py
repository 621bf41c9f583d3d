"""A document's text with the words of its findings marked."""

from itertools import pairwise

from dragoman.evaluate.gold import GoldDocument
from dragoman.evaluate.page.looks import LOOKS, Placed
from dragoman.evaluate.page.markup import Html, element, join
from dragoman.model.text import Field

_WEIGHT = {kind: weight for weight, kind in enumerate(LOOKS)}


def write_passage(document: GoldDocument, placed: tuple[Placed, ...], anchor: str) -> Html:
    """Title and text with their marks; a note where the gold has only the events.

    Args:
        document: the one shown.
        placed: its findings.
        anchor: beginning of the anchors of its findings: "d3-".

    """
    if not (document.title or document.text):
        return element("p", "The gold does not hold its text; --texts shows it.", class_="note")
    title = element("h3", mark_field(document, Field.TITLE, placed, anchor)) if document.title else join()
    return join(title, element("p", mark_field(document, Field.TEXT, placed, anchor), class_="text", dir="auto"))


def mark_field(document: GoldDocument, field: Field, placed: tuple[Placed, ...], anchor: str) -> Html:
    """One field with its marks, each begun by the number and the sign of its finding."""
    words = document.field(field)
    here = [(item, item.span) for item in placed if item.span and item.span.field is field]
    cuts = sorted({0, len(words), *(span.start for _, span in here), *(span.end for _, span in here)})
    parts: list[str] = []
    for start, end in pairwise(cuts):
        parts += [write_label(item, anchor) for item, span in here if span.start == start]
        around = [item for item, span in here if span.start <= start and end <= span.end]
        if around:
            heaviest = min(around, key=lambda item: _WEIGHT[item.finding.kind])
            parts.append(element("mark", words[start:end], class_=heaviest.look.name))
        else:
            parts.append(words[start:end])
    return join(*parts)


def write_label(item: Placed, anchor: str) -> Html:
    """The number and sign before a mark, which lead to the finding below."""
    label = element("sup", f"{item.number}{item.look.sign}")
    return element(
        "a", label, href=f"#{anchor}{item.number}", class_=f"label {item.look.name}", title=item.finding.kind.value
    )
