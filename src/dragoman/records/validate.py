"""Records against the codebook: repaired by a named rule, or dropped with a reason; never an error."""

from dataclasses import replace
from typing import NamedTuple

from dragoman.codebook import TWO_SIDED, cameo_for, goldstein_for, has_mode
from dragoman.model.event import EventRecord, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Document, Span


class Checked(NamedTuple):
    """What became of a record."""

    record: EventRecord | None
    """None where it had to be dropped."""
    reason: str = ""
    """Why it was dropped."""


def validate_record(record: EventRecord, document: Document) -> Checked:
    """A record that keeps the codebook's rules, or the reason why there is none.

    Repairs, each leaving its evidence: an unknown mode is removed; a reciprocal event without two sides loses the
    mark, one with recipients has them among its actors; an actor named again as recipient of the same words is
    taken out of the recipients.

    Args:
        record: as composed.
        document: the one it was read from.

    Returns:
        The record, repaired where needed, or None with a reason: no side at all, or a span outside the document.

    """
    outside = next((s for s in spans_of(record) if s.end > len(document.field(s.field))), None)
    if outside is not None:
        return Checked(None, f"span {outside.start}..{outside.end} lies outside the {outside.field}")
    record = _repair_mode(record)
    record = _repair_reciprocal(record)
    record = _repair_sides(record)
    if not record.actors and not record.recipients:
        return Checked(None, "neither side could be resolved to a code")
    return Checked(record)


def spans_of(record: EventRecord) -> tuple[Span, ...]:
    """Every span a record points at."""
    attribution = record.attribution
    dates = [d for d in (record.date, record.planned.date if record.planned else None) if d is not None]
    found = [
        record.evidence,
        record.trigger,
        *record.mentions,
        *(p.mention for p in (*record.actors, *record.recipients)),
        *((attribution.span,) if attribution else ()),
        *((attribution.speaker.mention,) if attribution and attribution.speaker else ()),
        *(d.timex for d in dates if d.timex is not None),
        *(d.evidence.span for d in dates if d.evidence.span is not None),
        *((record.place.mention,) if record.place else ()),
        *(e.span for e in record.explanation if e.span is not None),
    ]
    return tuple(found)


def _repair_mode(record: EventRecord) -> EventRecord:
    if record.mode is None or has_mode(record.event_type, record.mode):
        return record
    cameo = cameo_for(record.event_type, None, record.contexts)
    repaired = replace(record, mode=None, cameo=cameo, goldstein=goldstein_for(cameo))
    return _explain(repaired, "mode", "repair:mode", f"{record.event_type} has no mode {record.mode}")


def _repair_reciprocal(record: EventRecord) -> EventRecord:
    if not record.reciprocal:
        return record
    sides = _union(record.actors, record.recipients)
    if len(sides) >= 2 and record.event_type in TWO_SIDED:
        return replace(record, actors=sides, recipients=()) if record.recipients else record
    if len(sides) >= 2 and not record.recipients:
        # "Both capitals condemned the raid": each does it, neither to the other.
        return _explain(replace(record, reciprocal=False), "reciprocal", "repair:reciprocal", "done side by side")
    return _explain(replace(record, reciprocal=False), "reciprocal", "repair:reciprocal", "only one side is known")


def _repair_sides(record: EventRecord) -> EventRecord:
    """Take out recipients that are the very actor: the same code by the same words or of the same sectors."""
    kept = tuple(r for r in record.recipients if not any(_is_same(a, r) for a in record.actors))
    if len(kept) == len(record.recipients):
        return record
    return _explain(replace(record, recipients=kept), "recipients", "repair:sides", "the actor itself")


def _is_same(actor: Party, recipient: Party) -> bool:
    if actor.actor.code != recipient.actor.code:
        return False
    if actor.mention == recipient.mention:
        return True
    # A domestic event has two different bodies of one country: government and protesters, court and minister.
    return actor.actor == recipient.actor and actor.actor.name is not None


def _union(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in (*one, *other):
        found.setdefault(party.actor.code, party)
    return tuple(found.values())


def _explain(record: EventRecord, field: str, rule: str, reason: str) -> EventRecord:
    note = Evidence(field=field, rule=rule, score=0.0, reason=reason)
    return replace(record, explanation=(*record.explanation, note))
