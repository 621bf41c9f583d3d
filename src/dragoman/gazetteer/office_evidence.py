"""What documents say about who holds an office: "Turkish Defence Minister Yasar Guler met …", published that day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dragoman.gazetteer.holder_words import says_holder
from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.name_keys import sound_key
from dragoman.gazetteer.office_names import SINGULAR, name_office, read_title
from dragoman.model.tenure import OfficeEvidence

# "former", "designate" and the like say that the office is not held on the day of publication.
_NOT_NOW = frozenset(
    "former formerly ex then ousted deposed deceased late outgoing incoming elect designate nominee candidate onetime "
    "once longtime future next successor predecessor widow wife husband son daughter brother sister acting interim "
    "provisional transitional shadow exiled presumptive".split()
)
# "Queen Camilla": a king's wife has the title too, and reigning queens are in the table that ships.
_OF_CONSORTS = frozenset({"queen", "empress"})
# "leader of the Wisdom Movement", "director of the clinic": behind a name these are offices of anything.
_OF_ANYTHING = frozenset({"leader", "head", "chair", "director", "chief executive", "minister", "founder", "deputy"})
_BEARER = re.compile(r"\s*,\s*+([^,()–—;]{3,60}?)(?=[,;]|\.?$)")
"""A name behind an office: "Ghana's trade minister, Kwame Osei, …"."""
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
        if words is None:
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
    before, after = _find_around(side, evidence)
    if not _names(mention, side["name"]):
        bearer = _BEARER.match(after)
        if bearer is None or not _names(bearer.group(1), side["name"]):
            return None
        mention += bearer.group(0)
    if _NOT_NOW.intersection(split_name(f"{' '.join(before.split()[-1:])} {mention}")):
        return None
    if office in read_title(titles := _words_before_name(mention, side["name"])):
        is_told = office not in SINGULAR or says_holder(titles, office, side["code"])
        return mention if is_told and not _OF_CONSORTS.intersection(split_name(titles)) else None
    apposition = _APPOSITION.match(after)
    if apposition is None or office in _OF_ANYTHING or office not in read_title(told := apposition.group(1)):
        return None
    is_told = (
        says_holder(told, office, side["code"]) if office in SINGULAR else not _NOT_NOW.intersection(split_name(told))
    )
    return (mention + apposition.group(0)).strip() if is_told else None


def _find_around(side: Mapping[str, Any], evidence: Mapping[str, Any]) -> tuple[str, str]:
    """The words of the event's evidence before and behind a mention; none where it does not stand among them."""
    text, start, mention = evidence.get("text") or "", evidence.get("start"), side["mention"]
    if start is None or (evidence.get("field") or "text") != (side.get("field") or "text"):
        return "", ""
    at = side["end"] - start
    if at < len(mention) or not text[:at].endswith(mention):
        return "", ""
    return text[: at - len(mention)], text[at:]


def _words_before_name(mention: str, name: str) -> str:
    """What stands before a person's name: "Turkish Defence Minister" of "Turkish Defence Minister Yasar Guler"."""
    wanted = set(sound_key(name))
    words = mention.split()
    first = next(
        # "Pope Francis" is called so by the register too.
        (at for at, word in enumerate(words) if wanted.intersection(sound_key(word)) and not read_title(word)),
        len(words),
    )
    return " ".join(word.strip(",") for word in words[:first])


def _names(mention: str, name: str) -> bool:
    """Whether the person's surname stands in the mention, in whichever spelling."""
    wanted = sound_key(name)
    said = sound_key(mention)
    return any(piece in said for piece in {wanted[-1], wanted[0]})
