"""The event that several reports tell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from dragoman.linking.conflicts import find_conflicts
from dragoman.linking.corrections import apply_corrections, recode
from dragoman.linking.joint import Joint, JsonObject
from dragoman.linking.voices import find_voices
from dragoman.model.report import Report

_FILLED: Final = ("mode", "place")
"""Fields that a report may lack and another have."""


def compose_event(
    reports: Sequence[Report],
    joints: Sequence[Joint] = (),
    corrections: Mapping[str, Any] | None = None,
    *,
    leader: str | None = None,
) -> JsonObject:
    """One event in the form of a coded one, made of all its reports.

    Its fields are those of the report that tells most; its spans index that report's document. A day, a mode or a
    place that this report lacks is taken from the next that has it, and `taken_from` says from which report:
    its spans index that one's document.

    Args:
        reports: of the event, in any order; at least one.
        joints: why they were joined.
        corrections: field to the value that a person set.
        leader: id of the leading report, which is the event's; found here where not given.

    Returns:
        The event, and beside its fields `reports`, `voices`, `publishers`, `conflicts`, `joined` and `taken_from`.

    Raises:
        ValueError: no reports.
        InputError: a correction that cannot be.

    """
    if not reports:
        raise ValueError("an event needs a report")
    ordered = sorted(reports, key=_rank)
    by_worth = _order_by_worth(ordered)
    voices = find_voices(ordered)
    event = _fill(by_worth)
    event |= {
        "event_id": leader or _find_leader(ordered),
        # Old news only where every report tells it as such; events coded before there was the mark are none.
        "retold": all(bool(report.body.get("retold")) for report in ordered),
        "reports": [_tell(report, voice) for report, voice in zip(ordered, voices, strict=True)],
        "voices": len(set(voices)),
        "publishers": sorted({report.publisher for report in ordered if report.publisher}),
        "conflicts": find_conflicts(ordered) if len(ordered) > 1 else [],
        "joined": [joint.to_json() for joint in joints],
    }
    return apply_corrections(event, corrections) if corrections else event


def _rank(report: Report) -> tuple[str, str]:
    return report.published.isoformat(), report.report_id


def _find_leader(ordered: Sequence[Report]) -> str:
    """A report whose day is known leads before one that was joined for its wide date."""
    return next((report for report in ordered if report.day), ordered[0]).report_id


def _order_by_worth(ordered: Sequence[Report]) -> list[Report]:
    """The one that tells most first; of equals the one whose sides most others tell too, then the surer."""
    support = Counter(report.codes for report in ordered)
    return sorted(ordered, key=lambda r: (-_count_filled(r), -support[r.codes], -r.confidence, _rank(r)))


def _count_filled(report: Report) -> int:
    sides = (*report.actors, *report.recipients)
    is_in_title: bool = report.body["evidence"].get("field") == "title"
    return (
        2 * bool(report.actors)
        + 2 * bool(report.recipients or report.reciprocal)
        + 2 * report.is_dated
        + (report.day is not None)
        + (report.country is not None)
        + (report.place_kind == "city")
        + (report.mode is not None)
        + any(side.name or side.office for side in sides)
        + (not is_in_title)
    )


def _fill(by_worth: Sequence[Report]) -> JsonObject:
    best = by_worth[0]
    event = {field: value for field, value in best.body.items() if field != "copy_of"}  # true of this report alone
    taken: dict[str, str] = {}
    if not best.is_dated:
        dated = next((report for report in by_worth if report.is_dated and report.day), None)
        if dated:
            event["date"], taken["date"] = dated.body["date"], dated.report_id
    for field in _FILLED:
        if event.get(field) is None:
            giver = next((report for report in by_worth if report.body.get(field) is not None), None)
            if giver:
                event[field], taken[field] = giver.body[field], giver.report_id
    if "mode" in taken:
        recode(event)
    return event | {"taken_from": taken}


def _tell(report: Report, voice: int) -> JsonObject:
    body = report.body
    return {
        "report_id": report.report_id,
        "document_id": report.document_id,
        "published": report.published.isoformat(),
        "publisher": report.publisher,
        **({"copy_of": report.copy_of} if report.copy_of else {}),
        "quote": report.quote,
        "date": body.get("date"),
        "place": body.get("place"),
        "confidence": report.confidence,
        "voice": voice,
    }
