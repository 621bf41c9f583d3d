"""The dateline at the head of a dispatch: "TEHRAN (MNA) –"."""

import re
from typing import Final

from dragoman.model.datelines import CAPITAL, DASH, DATE, MONTH
from dragoman.model.text import Dateline, Field, Span
from dragoman.sentences.words import load_words

_DATE: Final = rf"(?P<date>{DATE})"
_CAPITALS: Final = rf"{CAPITAL}{{2,}}"
_CAPITAL_PLACE: Final = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}}"
_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+"
_NAMED_PLACE: Final = rf"{_NAME}(?:[ /]{_NAME}){{0,3}}"
# What may follow the place: ", Ukraine", ", Texas/USA"; kept out of the date by the caller's order.
_REGION: Final = rf"(?:,\s*(?!{MONTH}\s*\d){_NAME}(?:\s{_NAME}){{0,2}}\.?)?"
_OUTLET: Final = r"(?:\((?P<outlet>[A-Z][\w./&' -]{1,40})\)|(?<=,\s)(?P<agency>[A-Z]{2,8}))"
_DASH: Final = rf"\s*(?:--|{DASH})"

# "KYIV, Ukraine, March 3 (AP) —": an outlet or a date makes mixed-case places safe, and the dash optional
# after a colon.
_WITH_OUTLET: Final = re.compile(
    rf"(?P<place>(?:{_CAPITAL_PLACE}|{_NAMED_PLACE}){_REGION})(?:,?\s*{_DATE})?,?\s*{_OUTLET}(?:{_DASH}|\s*:)\s*"
)
_WITH_DATE: Final = re.compile(
    rf"(?P<place>(?:{_CAPITAL_PLACE}|{_NAMED_PLACE}){_REGION}),\s*{_DATE}(?:{_DASH}(?=\s)|\s*:)\s*"
)
# "TEHRAN –", "TEHRAN- ", "ISLAMABAD: ", but not "TEHRAN-based".
_BARE: Final = re.compile(rf"(?P<place>{_CAPITAL_PLACE}{_REGION})(?:{_DASH}(?=\s)|\s*[—–](?=\S)|:(?=\s))\s*")

_LONGEST: Final = 90
"""A dateline's greatest length in code points; the longest met in agency copy have two cities, a date and an
outlet."""


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that opens a paragraph of the text, if there is one.

    Args:
        text: the document's text, as given.
        start: first code point of its first paragraph.
        end: code point after the paragraph.

    Returns:
        The dateline; its span ends where the sentence proper begins. None where there is none.

    """
    for pattern in (_WITH_OUTLET, _WITH_DATE, _BARE):
        found = pattern.match(text, start, min(end, start + _LONGEST))
        if found and found.end() < end and _is_place(found["place"]):
            return Dateline(
                span=Span(start, found.end(), Field.TEXT),
                place=Span(*found.span("place"), Field.TEXT),
                outlet=_group(found, "outlet") or _group(found, "agency"),
                date=_group(found, "date"),
            )
    return None


def _is_place(words: str) -> bool:
    return len(words) > 2 and words.lower() not in load_words("not_datelines")


def _group(found: re.Match[str], name: str) -> Span | None:
    if name not in found.re.groupindex or found[name] is None:
        return None
    return Span(*found.span(name), Field.TEXT)
