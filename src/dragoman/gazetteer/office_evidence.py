"""What documents say about who holds an office: "Turkish Defence Minister Yasar Guler met …", published that day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.name_keys import sound_key
from dragoman.gazetteer.office_names import name_office, read_title
from dragoman.model.tenure import OfficeEvidence

# "former", "designate" and the like say that the office is not held on the day of publication.
_NOT_NOW = frozenset(
    "former ex then ousted deposed deceased late outgoing incoming elect designate nominee candidate onetime longtime "
    "future next successor predecessor widow wife husband son daughter".split()
)
# "leader of the Wisdom Movement", "director of the clinic": behind a name these are offices of anything.
_OF_ANYTHING = frozenset({"leader", "head", "chair", "director", "chief executive", "minister", "founder", "deputy"})
# An apposition: "Kwame Osei, Ghana's trade minister, …", "Osei (the trade minister)".
_APPOSITION = re.compile(r"\s*[,(–—]\s*+(?!who|whom|whose|which|both|and\b|as\b)([^,()–—.;]{3,90})")


def find_office_evidence(body: Mapping[str, Any]) -> Iterator[OfficeEvidence]:
    """The offices that one event's report gives to persons by name.

    Only what the words say counts: the title has to stand with the name, in the mention itself or in the apposition
    behind it. A name that the coder added to an office ("the German defence minister"), and an office that it added
    to a name, come from the register and prove nothing.

    Args:
        body: an event as `dragoman code` writes it, or composed of several reports; see docs/data-model.md.

    Yields:
        One piece of evidence for each side that has a code, a name of two words or more, and an office so told.

    """
    for side in (*body["actors"], *body["recipients"]):
        name, office, code = side.get("name"), side.get("office"), side.get("code")
        if not (name and office and code) or len(split_name(name)) < 2 or not side.get("mention"):
            continue
        words = _find_words(side, body.get("evidence") or {}, office)
        if words is None or not _names(side["mention"], name):
            continue
        yield OfficeEvidence(
            name=name,
            office=name_office(office, side.get("sectors") or ()),
            code=code,
            on=date.fromisoformat(body["published"]),
            document_id=body["document_id"],
            report_id=body["event_id"],
            publisher=body.get("publisher") or "",
            field=side.get("field") or "text",
            start=side["start"],
            end=side["end"],
            words=words,
        )


def _find_words(side: Mapping[str, Any], evidence: Mapping[str, Any], office: str) -> str | None:
    """The mention, where it tells the office, or else with the apposition behind it that does."""
    mention: str = side["mention"]
    if _NOT_NOW.intersection(split_name(mention)):
        return None
    if office in read_title(mention):
        return mention
    text, start = evidence.get("text") or "", evidence.get("start")
    if start is None or (evidence.get("field") or "text") != (side.get("field") or "text"):
        return None
    at = side["end"] - start
    apposition = _APPOSITION.match(text, at) if at >= len(mention) and text[:at].endswith(mention) else None
    if apposition is None or office in _OF_ANYTHING or _NOT_NOW.intersection(split_name(apposition.group(1))):
        return None
    return (mention + apposition.group(0)).strip() if office in read_title(apposition.group(1)) else None


def _names(mention: str, name: str) -> bool:
    """Whether the person's surname stands in the mention, in whichever spelling."""
    wanted = sound_key(name)
    said = sound_key(mention)
    return any(piece in said for piece in {wanted[-1], wanted[0]})
