"""The original's events, as a copy tells them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from dragoman.copies.carry import Carrier
from dragoman.model.event_id import compose_event_id
from dragoman.model.text import Document

JsonObject: TypeAlias = dict[str, Any]

RULE: Final = "copy:original"
"""Of what an event of a copy has from its original."""


def retell(events: Iterable[Mapping[str, Any]], original: Document, copy: Document) -> tuple[JsonObject, ...]:
    """The events of a document as another tells them that repeats it.

    Each has the id, document, publisher and day of publication of the copy, and all its words are the copy's own, at
    the copy's offsets. What the original's coding says of type, sides, status and dates stays. An event is left out
    where the copy lacks the words of its evidence, its trigger, a side or its speaker, or has them in another wording.
    A date whose words it lacks stays without them; such a place or further mention goes.

    Pure: the same arguments give the same events.

    Args:
        events: of the original, as `event_to_json` gives them.
        original: with the text and title that the events index.
        copy: the document that repeats it.

    Returns:
        Events in the order of the original's, with `copy_of`, the original's id.

    """
    carrier = Carrier(original, copy)
    moved = [event for event in (_move_event(carrier, event) for event in events) if event is not None]
    seen: Counter[str] = Counter()
    for event in moved:
        first = _identify(event, ordinal=0)
        event["event_id"] = _identify(event, ordinal=seen[first]) if seen[first] else first
        seen[first] += 1
    return tuple(moved)


def retell_marks(
    marks: Iterable[tuple[str, Mapping[str, Any]]], original: Document, copy: Document
) -> tuple[tuple[str, JsonObject], ...]:
    """Marks of a document (actors, times, places, quotations) where a copy has their words.

    Args:
        marks: kind and form of each, with `start`, `end` and, in the title, `field`.
        original: the document they index.
        copy: the document that repeats it.

    """
    carrier = Carrier(original, copy)
    moved = ((kind, carrier.move_words(mark, "text")) for kind, mark in marks)
    return tuple((kind, _move_antecedent(carrier, mark)) for kind, mark in moved if mark is not None)


def _move_antecedent(carrier: Carrier, mark: JsonObject) -> JsonObject:
    antecedent = mark.get("antecedent")
    return mark | {"antecedent": carrier.move_words(antecedent)} if antecedent else mark


def _move_event(carrier: Carrier, event: Mapping[str, Any]) -> JsonObject | None:
    evidence = _move_evidence(carrier, event["evidence"])
    sides = {name: [carrier.move_words(side, "mention") for side in event[name]] for name in ("actors", "recipients")}
    told = event["attribution"]
    attribution = _move_attribution(carrier, told) if told else None
    if evidence is None or None in (*sides["actors"], *sides["recipients"]) or bool(told) != bool(attribution):
        return None
    place, plan = event["place"], event["planned"]
    head = _compose_head(carrier)
    moved = {
        **head,  # for the order of fields
        **event,
        **sides,
        **head,
        "date": _move_date(carrier, event["date"]),
        "planned": plan | {"date": _move_date(carrier, plan["date"])} if plan else None,
        "attribution": attribution,
        "place": carrier.move_words(place, "mention") if place else None,
        "evidence": evidence,
        "mentions": [mention for m in event["mentions"] if (mention := carrier.move_words(m, "text"))],
        "explanation": [_move_reason(carrier, reason) for reason in event["explanation"]],
    }
    moved["explanation"] += _tell_what_stayed(carrier, event, moved)
    return moved


def _compose_head(carrier: Carrier) -> JsonObject:
    """What is the copy's own; the id follows from all the rest."""
    copy = carrier.copy
    return {
        "event_id": "",
        "document_id": copy.id,
        "published": copy.published.isoformat(),
        "publisher": copy.publisher,
        "copy_of": carrier.original.id,
    }


def _move_evidence(carrier: Carrier, evidence: Mapping[str, Any]) -> JsonObject | None:
    moved = carrier.move_words(evidence, "text")
    trigger = carrier.move(evidence["trigger_start"], evidence["trigger_end"], evidence.get("field"))
    if moved is None or trigger is None:
        return None
    words = carrier.quote(trigger, evidence.get("field"))
    return moved | {"trigger": words, "trigger_start": trigger[0], "trigger_end": trigger[1]}


def _move_attribution(carrier: Carrier, told: Mapping[str, Any]) -> JsonObject | None:
    moved = carrier.move_words(told)
    speaker = carrier.move_words(told["speaker"], "mention") if told["speaker"] else None
    if moved is None or bool(speaker) != bool(told["speaker"]):
        return None
    return moved | {"speaker": speaker}


def _move_date(carrier: Carrier, when: Mapping[str, Any] | None) -> JsonObject | None:
    """A date with its words, where the copy has them; without them it stays the day that the original names."""
    if when is None or when["timex"] is None:
        return dict(when) if when else None
    at = carrier.move(when["start_char"], when["end_char"], when.get("field"))
    if at is None:
        return {k: v for k, v in when.items() if k != "field"} | {"timex": None, "start_char": None, "end_char": None}
    return dict(when) | {"timex": carrier.quote(at, when.get("field")), "start_char": at[0], "end_char": at[1]}


def _move_reason(carrier: Carrier, reason: Mapping[str, Any]) -> JsonObject:
    """What says why a field has its value; its words are left out where the copy lacks them."""
    if reason["start"] is None:
        return dict(reason)
    at = carrier.move(reason["start"], reason["end"], reason.get("span_field"))
    if at is None:
        return {k: v for k, v in reason.items() if k != "span_field"} | {"start": None, "end": None}
    return dict(reason) | {"start": at[0], "end": at[1]}


def _tell_what_stayed(carrier: Carrier, event: Mapping[str, Any], moved: JsonObject) -> Iterator[JsonObject]:
    """That the event is the original's, and what of it rests on words that only the original has."""
    yield _reason("document_id", 1.0, f"a copy of {carrier.original.id}, with the events of that document")
    when = event["date"]
    if when and when["timex"] and not moved["date"]["timex"]:
        yield _reason("date", 1.0, f"“{when['timex']}” stands in {carrier.original.id} only")
    if event["place"] and not moved["place"]:
        yield _reason("place", 0.0, f"“{event['place']['mention']}” stands in {carrier.original.id} only")


def _reason(field: str, score: float, reason: str) -> JsonObject:
    return {"field": field, "rule": RULE, "score": score, "start": None, "end": None, "reason": reason}


def _identify(event: Mapping[str, Any], *, ordinal: int) -> str:
    when, evidence = event["date"] or {}, event["evidence"]
    return compose_event_id(
        document_id=event["document_id"],
        published=event["published"],
        told=(event["event_type"], event["mode"], event["status"], (event["planned"] or {}).get("event_type")),
        actors=[side["code"] for side in event["actors"]],
        recipients=[side["code"] for side in event["recipients"]],
        reciprocal=event["reciprocal"],
        days=(when.get("start"), when.get("end")),
        trigger=(evidence.get("field", "text"), evidence["trigger_start"], evidence["trigger_end"]),
        quote=evidence["text"],
        ordinal=ordinal,
    )
