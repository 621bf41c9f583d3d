"""What is done at home: the other side of an act, where the text names no other country than the actor's."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.model.actor import Actor, ActorMention, MentionKind
from dragoman.model.codes import EventType
from dragoman.model.event import EventRecord, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Document

ABROAD: Final = frozenset({EventType.AGREE, EventType.AID, EventType.CONSULT, EventType.COOPERATE, EventType.MOBILIZE})
"""Types whose other side is another state or nobody: a drill, a promise, a visit."""
UNSHARED: Final = frozenset({"resign"})
"""Modes that are done to nobody."""
OUTSIDERS: Final = frozenset(
    "west western westerners world worldwide global international foreign foreigners countries nations states abroad "
    "sanctions".split()
)
"""Words for others than one's own, though they have no code: "warned world leaders"."""
RIGHT: Final = 0.8
"""Share that is right of the labelled events whose label names a recipient (60 of 73)."""


def supply_own_side(record: EventRecord, document: Document, mentions: Sequence[ActorMention]) -> EventRecord:
    """The record, its recipient the actor's own country where nobody else can be meant.

    "Chilean dockers rejected the new law", in a text about Chile alone: Chileans on both sides. Not where the text
    names another country, which may be the one that is meant. Where words were found for the recipient that have no
    code ("the court sentenced the pensioner"), they stand for it.

    Args:
        record: an event, its sides checked.
        document: the one it was read from.
        mentions: all those of the document.

    """
    if record.recipients or record.reciprocal or record.event_type in ABROAD or record.mode in UNSHARED:
        return record
    home = _find_home(record, mentions)
    empty = next((e for e in record.explanation if e.field == "recipients"), None)
    words = empty.span if empty is not None and empty.span is not None else record.trigger
    if home is None or not OUTSIDERS.isdisjoint(document.quote(words).lower().split()):
        return record
    reason = f"the text names no other country than {home}"
    why = Evidence(field="recipients", rule="domestic:alone", score=RIGHT, span=words, reason=reason)
    party = Party(actor=Actor(code=home, country=home), mention=words)
    others = (e for e in record.explanation if e is not empty)
    return replace(record, recipients=(party,), explanation=(*others, why))


def _find_home(record: EventRecord, mentions: Sequence[ActorMention]) -> str | None:
    """The one country of the actors and of everybody that the text names."""
    named = [a for m in mentions if m.kind is not MentionKind.OUTLET for a in m.actors]
    countries = {a.country or a.code for a in (*named, *(p.actor for p in record.actors))}
    if not record.actors or len(countries) != 1:
        return None
    home = countries.pop()
    return home if len(home) == 3 else None
