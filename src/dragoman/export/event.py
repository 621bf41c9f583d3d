"""One event as the JSON object of `docs/data-model.md`; the forms of export differ only in how they write it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from dragoman.model.event import Attribution, EventRecord, Party, Plan
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace
from dragoman.model.text import Document, Field, Span
from dragoman.model.timex import EventDate

JsonObject: TypeAlias = dict[str, Any]

_DIGITS = 4
"""Decimals of a score: more would differ between processors, and mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderStamp:
    """Which program, codebook and models made an event."""

    version: str
    codebook: str
    name: str = "dragoman"
    models: Mapping[str, str] = field(default_factory=dict)
    """Name of each model to its hash: `{"trigger": "sha256:…"}`."""

    def to_json(self) -> JsonObject:
        """The `coder` block of an event."""
        return {
            "name": self.name,
            "version": self.version,
            "codebook": self.codebook,
            "models": dict(sorted(self.models.items())),
        }


def event_to_json(record: EventRecord, document: Document, stamp: CoderStamp) -> JsonObject:
    """The JSON object of an event.

    Every span is given as `start` and `end`, in code points of the document's text, with `"field": "title"`
    where it indexes the title. What is unknown is null; an empty string never stands for it.

    Args:
        record: the event.
        document: the one it was read from, for the words of its spans.
        stamp: who coded it.

    """
    return {
        "event_id": record.event_id,
        "document_id": record.document_id,
        "published": record.published.isoformat(),
        "publisher": record.publisher,
        "event_type": record.event_type.value,
        "mode": record.mode or None,
        "contexts": list(record.contexts),
        "quad_class": record.quad_class.value,
        "cameo": record.cameo,
        "goldstein": float(record.goldstein),
        "actors": [party_to_json(party, document) for party in record.actors],
        "recipients": [party_to_json(party, document) for party in record.recipients],
        "reciprocal": record.reciprocal,
        "date": _date_to_json(record.date, document),
        "retold": record.retold,
        "status": record.status.value,
        "planned": _plan_to_json(record.planned, document),
        "attribution": _attribution_to_json(record.attribution, document),
        "place": _place_to_json(record.place, document),
        "evidence": {
            "text": document.quote(record.evidence),
            **span_to_json(record.evidence),
            "trigger": document.quote(record.trigger),
            # The trigger stands in the same field as the words around it.
            "trigger_start": record.trigger.start,
            "trigger_end": record.trigger.end,
        },
        "mentions": [{"text": document.quote(span), **span_to_json(span)} for span in record.mentions],
        "confidence": round(float(record.confidence), _DIGITS),
        "explanation": [evidence_to_json(evidence) for evidence in record.explanation],
        "coder": stamp.to_json(),
    }


def span_to_json(span: Span) -> JsonObject:
    """`start` and `end`, and `"field": "title"` where they index the title."""
    placed: JsonObject = {"start": span.start, "end": span.end}
    if span.field is Field.TITLE:
        placed["field"] = Field.TITLE.value
    return placed


def party_to_json(party: Party, document: Document) -> JsonObject:
    """One side of an event, with the words that name it."""
    actor = party.actor
    return {
        "code": actor.code,
        "country": actor.country or None,
        "sectors": [sector.value for sector in actor.sectors],
        "name": actor.name or None,
        "office": actor.office or None,
        "mention": document.quote(party.mention),
        **span_to_json(party.mention),
    }


def evidence_to_json(evidence: Evidence) -> JsonObject:
    """Why a field has its value. `field` names the field explained; a span in the title says `span_field`."""
    span = evidence.span
    told: JsonObject = {
        "field": evidence.field,
        "rule": evidence.rule,
        "score": round(float(evidence.score), _DIGITS),
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
    if span and span.field is Field.TITLE:
        told["span_field"] = Field.TITLE.value
    if evidence.reason:
        told["reason"] = evidence.reason
    return told


def _date_to_json(when: EventDate | None, document: Document) -> JsonObject | None:
    if when is None:
        return None
    timex = when.timex
    dated: JsonObject = {
        "start": when.first.isoformat(),
        "end": when.last.isoformat(),
        "granularity": when.granularity.value,
        "approximate": when.approximate,
        "timex": document.quote(timex) or None if timex else None,
        "start_char": timex.start if timex else None,
        "end_char": timex.end if timex else None,
    }
    if timex and timex.field is Field.TITLE:
        dated["field"] = Field.TITLE.value
    return dated


def _plan_to_json(plan: Plan | None, document: Document) -> JsonObject | None:
    if plan is None:
        return None
    return {
        "event_type": plan.event_type.value,
        "mode": plan.mode or None,
        "date": _date_to_json(plan.date, document),
    }


def _attribution_to_json(attribution: Attribution | None, document: Document) -> JsonObject | None:
    if attribution is None:
        return None
    speaker = attribution.speaker
    return {
        "speaker": party_to_json(speaker, document) if speaker else None,
        "cue": attribution.cue,
        "outlet": attribution.outlet or None,
        **span_to_json(attribution.span),
    }


def _place_to_json(where: EventPlace | None, document: Document) -> JsonObject | None:
    if where is None:
        return None
    place = where.place
    return {
        "name": place.name,
        "country": place.country or None,
        "admin1": place.admin1 or None,
        "latitude": float(place.latitude),
        "longitude": float(place.longitude),
        "geonames_id": place.geonames_id,
        "kind": place.kind,
        "mention": document.quote(where.mention),
        **span_to_json(where.mention),
    }
