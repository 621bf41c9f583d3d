"""Questions to a record, also as of a day: what had been published by then, told as it was then."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.model.codes import EventType, Sector, Status
from dragoman.store import (
    Action,
    EventFilter,
    count_by_month,
    count_events,
    find_events,
    find_report_ids,
    load_source,
    put_review,
    relink,
    search_documents,
    transaction,
)
from tests.store.entries import list_events, make_entry, make_side, make_text, open_new, put_all

DAY = date(2025, 10, 1)
MUSCAT = {
    "name": "Muscat", "country": "OMN", "admin1": None, "latitude": 23.6, "longitude": 58.5, "geonames_id": 287286,
    "kind": "city", "mention": "Iran", "start": 0, "end": 4,
}  # fmt: skip
TEXT = make_text("IRN", "thanked", "TUR")
WORD = {"speaker": make_side("TUR", TEXT), "cue": "said", "outlet": None, "start": 0, "end": 4}

# Told on the 2nd without place and speaker, on the 9th with both: as of the 5th nobody could know them.
EARLY = make_entry("a", day=DAY, published=date(2025, 10, 2), confidence=0.6)
LATE = make_entry(
    "b",
    day=DAY,
    published=date(2025, 10, 9),
    publisher="The Lighthouse",
    place=MUSCAT,
    attribution=WORD,
    confidence=0.9,
)
LATER = make_entry("c", actor="PER", recipient="CHL", published=date(2025, 10, 20))
WIDE = make_entry(
    "d", day=date(2024, 3, 1), last=date(2024, 5, 31), published=date(2025, 10, 3), event_type="ACCUSE", mode=None
)
THEN = date(2025, 10, 5)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, EARLY, LATE, LATER, WIDE)
        assert sorted(reports for _, reports in list_events(connection)) == [1, 1, 2]
        yield connection


def find(record: sqlite3.Connection, **conditions: Any) -> list[dict[str, Any]]:
    wanted = EventFilter(**conditions)
    found = list(find_events(record, wanted))
    assert count_events(record, wanted) == len(found)
    assert sum(count.events for count in count_by_month(record, wanted)) == len(found)
    return found


def test_an_event_is_made_of_the_reports_published_by_then(record: sqlite3.Connection) -> None:
    (then,) = find(record, dyad=("IRN", "TUR"), types=(EventType.SUPPORT,), as_of=THEN)
    (now,) = find(record, dyad=("IRN", "TUR"), types=(EventType.SUPPORT,))
    assert then["event_id"] == now["event_id"]
    assert (len(then["reports"]), then["publishers"], then["voices"], then["joined"]) == (
        1,
        ["The Harbour Post"],
        1,
        [],
    )
    assert (len(now["reports"]), now["voices"], len(now["joined"])) == (2, now["voices"], 1)
    assert (then["confidence"], then["place"]) == (0.6, None)
    assert (now["confidence"], now["place"]) == (0.9, MUSCAT)


@pytest.mark.parametrize(
    ("condition", "now", "then"),
    [
        ({"place": "muscat"}, 1, 0),
        ({"country": "OMN"}, 1, 0),
        ({"geonames_id": 287286}, 1, 0),
        ({"speaker": "TUR"}, 1, 0),
        ({"publisher": "the lighthouse"}, 1, 0),
        ({"publisher": "The Harbour Post"}, 3, 2),
        ({"min_confidence": 0.8}, 3, 1),
        ({"types": (EventType.SUPPORT,)}, 2, 1),
        ({"statuses": (Status.PLANNED,)}, 0, 0),
        ({"code": "IRN"}, 2, 2),
        ({"code": "PER"}, 1, 0),
        ({"dyad": ("TUR", "IRN")}, 2, 2),
        ({"sector": Sector.GOV}, 3, 2),
        ({"sector": Sector.MIL}, 0, 0),
        ({"first": DAY}, 2, 1),
        ({"code": "IRN", "first": DAY}, 1, 1),
        ({"code": "IRN", "last": date(2024, 4, 1)}, 1, 1),
        ({"dyad": ("IRN", "TUR"), "first": date(2024, 4, 1), "last": date(2024, 4, 2)}, 1, 1),
        ({"dyad": ("IRN", "TUR"), "first": date(2024, 6, 1), "last": date(2024, 7, 1)}, 0, 0),
        ({"last": date(2024, 12, 31)}, 1, 1),
        ({"words": "thanked turkey"}, 2, 2),
        ({"words": "Peru"}, 1, 0),
        ({"modes": ("visit",)}, 0, 0),
        ({"contexts": ("military",)}, 0, 0),
    ],
    ids=str,
)
def test_conditions_are_asked_of_what_was_known(
    record: sqlite3.Connection, condition: dict[str, Any], now: int, then: int
) -> None:
    assert len(find(record, **condition)) == now
    assert len(find(record, **condition, as_of=THEN)) == then


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("as_of", [None, THEN, date(2025, 10, 30)])
def test_pages_put_together_are_the_whole_list(
    record: sqlite3.Connection, as_of: date | None, newest_first: bool
) -> None:
    wanted = EventFilter(as_of=as_of)
    whole = [e["event_id"] for e in find_events(record, wanted, newest_first=newest_first)]
    pages = [
        e["event_id"]
        for offset in range(len(whole) + 1)
        for e in find_events(record, wanted, limit=1, offset=offset, newest_first=newest_first)
    ]
    assert pages == whole
    days = [e["date"]["start"] for e in find_events(record, wanted, newest_first=newest_first)]
    assert days == sorted(days, reverse=newest_first)


def test_counts_are_by_month_and_a_longer_date_has_none(record: sqlite3.Connection) -> None:
    counts = [(c.month, c.event_type, c.direction, c.events) for c in count_by_month(record, EventFilter(code="IRN"))]
    assert counts == [(None, "ACCUSE", None, 1), ("2025-10", "SUPPORT", None, 1)]
    counted = count_by_month(record, EventFilter(dyad=("TUR", "IRN")))
    assert [(c.direction, c.cameo) for c in counted] == [(1, "050"), (1, "050")]
    back = make_entry("e", actor="TUR", recipient="IRN", verb="praised")
    put_all(record, back)
    assert {c.direction for c in count_by_month(record, EventFilter(dyad=("IRN", "TUR")))} == {1, -1}


def test_a_review_holds_also_as_of_an_earlier_day(record: sqlite3.Connection) -> None:
    assert find(record, types=(EventType.SUPPORT,), code="IRN", as_of=THEN)
    with transaction(record):
        put_review(record, Action.REJECT, [LATE.reports[0].report_id], by="Ada", because="a jest")
    relink(record)
    assert not find(record, types=(EventType.SUPPORT,), code="IRN", as_of=THEN)
    (event,) = find(record, types=(EventType.SUPPORT,), code="IRN", as_of=THEN, with_rejected=True)
    assert event["rejected"]
    assert [(review["action"], review["by"]) for review in event["reviews"]] == [("reject", "Ada")]


def test_documents_are_found_by_words_as_of_a_day(record: sqlite3.Connection) -> None:
    assert {d.document_id for d in search_documents(record, "thanked")} == {"a", "b", "c", "d"}
    assert {d.document_id for d in search_documents(record, "thanked", as_of=THEN)} == {"a", "d"}
    assert search_documents(record, '"turkey thanked"') == []


@pytest.mark.parametrize("words", ["", '"', "a AND", "NEAR(", "*", "col:x", "ünï ' ; --", '""""'])
def test_no_words_are_taken_for_a_query_language(record: sqlite3.Connection, words: str) -> None:
    assert list(find_events(record, EventFilter(words=words))) == []
    assert search_documents(record, words) == []


def test_ids_are_found_by_their_beginning_and_lead_to_the_source(record: sqlite3.Connection) -> None:
    report_id = EARLY.reports[0].report_id
    assert find_report_ids(record, report_id[:9]) == [report_id]
    assert find_report_ids(record, "ev_%") == []
    source = load_source(record, report_id)
    assert source is not None
    assert (source.text, source.version, source.is_held) == (TEXT, 1, False)
    assert load_source(record, "nothing") is None
