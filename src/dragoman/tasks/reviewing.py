"""What people say of events: confirmed, rejected, set right, joined, split; and taken back."""

from pathlib import Path
from typing import Any

from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.store import WAIT_SECONDS, Action, list_reviews, put_review, relink, transaction, undo_review
from dragoman.tasks.lines import line_of
from dragoman.tasks.opening import find_id, load_named, open_record
from dragoman.tasks.review_values import read_setting
from dragoman.tasks.why import find_shown, tell_review


def review_event(
    path: Path,
    event_id: str,
    action: Action,
    *,
    by: str,
    because: str,
    field: str | None = None,
    value: str | None = None,
    other: str | None = None,
    wait: float = WAIT_SECONDS,
) -> JsonObject:
    """Say something of an event.

    Args:
        path: of the record.
        event_id: of the event or one of its reports, or the beginning of it.
        action: confirm, reject, set, join or split.
        by: who says so.
        because: why.
        field: set: which one.
        value: set: what it is, in words or JSON.
        other: join: the event that is the same; split: the report that tells another.
        wait: seconds for another writer to end.

    Returns:
        `number` of the review, and `event` in short as it is now.

    Raises:
        InputError: the value or the reports are not such as the event can have; nothing is stored.
        RecordError: no such event, or the record can't be written.

    """
    _require(by, "--by", "Say who reviews: --by NAME.")
    _require(because, "--because", "Say why: --because TEXT.")
    with open_record(path, write=True, wait=wait) as connection:
        relink(connection)
        event = load_named(connection, event_id)
        reports = [_find_anchor(event, find_id(connection, event_id))]
        stored: Any = None
        if action is Action.SET and field is not None and value is not None:
            stored = read_setting(event, field, value)
            reports = [event["taken_from"].get(field, reports[0])]
        elif action is Action.JOIN and other is not None:
            reports.append(_find_other(event, load_named(connection, other)))
        elif action is Action.SPLIT and other is not None:
            reports = [_find_member(event, find_id(connection, other))]
        with transaction(connection):
            number = put_review(connection, action, reports, by=by, because=because, set_field=field, value=stored)
        relink(connection)
        return {"number": number, "event": line_of(load_named(connection, reports[0]))}


def _require(given: str, place: str, remedy: str) -> None:
    if not given.strip():
        raise InputError("it is empty", place=place, remedy=remedy)


def _find_anchor(event: JsonObject, report_id: str) -> str:
    """The report that a review is kept with: the one named, or the one whose words the event shows."""
    return find_shown(event) if report_id == event["event_id"] else report_id


def _find_other(event: JsonObject, other: JsonObject) -> str:
    if other["event_id"] == event["event_id"]:
        raise InputError(f"{event['event_id']} cannot be joined with itself", remedy="Name another event.")
    return find_shown(other)


def _find_member(event: JsonObject, report_id: str) -> str:
    members = [report["report_id"] for report in event["reports"]]
    if report_id not in members:
        raise InputError(f"{report_id} is no report of this event", remedy=f"Its reports: {', '.join(members)}.")
    if len(members) == 1:
        raise InputError(f"{report_id} is the event's only report", remedy="If it is no event, reject it.")
    return report_id


def take_back(path: Path, number: int, *, by: str, because: str, wait: float = WAIT_SECONDS) -> JsonObject:
    """Undo a review by adding another entry.

    Returns:
        `number` of the new entry, and of the one that it `undoes`.

    Raises:
        InputError: it is not said who or why.
        RecordError: there is no such review, or it was undone before.

    """
    _require(by, "--by", "Say who takes it back: --by NAME.")
    _require(because, "--because", "Say why: --because TEXT.")
    with open_record(path, write=True, wait=wait) as connection:
        with transaction(connection):
            entry = undo_review(connection, number, by=by, because=because)
        relink(connection)
    return {"number": entry, "undoes": number}


def read_reviews(path: Path, event_id: str | None = None) -> JsonObject:
    """The history of reviews, oldest first: of the record, or of an event.

    Raises:
        RecordError: there is no such event.

    """
    with open_record(path) as connection:
        named = None if event_id is None else find_id(connection, event_id)
        return {"event_id": named, "reviews": [tell_review(review) for review in list_reviews(connection, named)]}
