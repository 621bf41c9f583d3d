"""What commitments are followed up by is what the composed events tell."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest

from dragoman.commitments import find_commitments, follow_commitments, follow_up, read_act, read_commitment
from dragoman.store import Action, EventFilter, find_deeds, find_events, put_review, relink, transaction
from tests.store.entries import make_entry, open_new, put_all
from tests.store.test_walking import draw_entry

DUE = {
    "start": "2025-12-01", "end": "2025-12-03", "granularity": "day", "approximate": False, "timex": "in December",
    "start_char": 0, "end_char": 4,
}  # fmt: skip
VISIT = {"event_type": "CONSULT", "mode": "visit", "date": DUE}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    chance = random.Random(2)  # noqa: S311
    with open_new(tmp_path_factory.mktemp("acts") / "r.db") as connection:
        put_all(connection, *(draw_entry(number, chance) for number in range(60)))
        put_all(
            connection,
            make_entry("p", event_type="AGREE", planned=VISIT, status="planned"),
            make_entry("q", event_type="AGREE", planned=VISIT, status="planned", publisher="The Lighthouse"),
            make_entry("r", event_type="REJECT", verb="cancelled", day=date(2025, 10, 9), published=date(2025, 10, 9)),
        )
        ids = [event["event_id"] for event in find_events(connection, EventFilter())]
        with transaction(connection):
            put_review(connection, Action.SET, [ids[0]], by="a", because="b", set_field="reciprocal", value=True)
        relink(connection)
        yield connection


@pytest.mark.parametrize(
    "wanted",
    [EventFilter(), EventFilter(code="TUR"), EventFilter(as_of=date(2025, 1, 20)), EventFilter(dyad=("IRN", "TUR"))],
)
def test_deeds_are_those_of_the_composed_events(record: sqlite3.Connection, wanted: EventFilter) -> None:
    events = list(find_events(record, wanted))
    deeds = list(find_deeds(record, wanted))
    assert [deed.act for deed in deeds] == list(map(read_act, events))
    assert [deed.commitment for deed in deeds if deed.commitment] == list(find_commitments(events))
    on = date(2026, 6, 1)
    acts = [deed.act for deed in deeds if deed.act]
    assert follow_up([deed.commitment for deed in deeds if deed.commitment], acts, on) == follow_commitments(events, on)


def test_a_commitment_is_read_as_it_was_written(record: sqlite3.Connection) -> None:
    made = list(find_commitments(find_events(record, EventFilter())))
    assert any(commitment.due_last for commitment in made)
    assert [read_commitment(commitment.to_json()) for commitment in made] == made


def test_deeds_come_in_the_order_asked_for_and_no_more_than_asked(record: sqlite3.Connection) -> None:
    deeds = list(find_deeds(record, EventFilter(), limit=4, newest_first=True))
    events = list(find_events(record, EventFilter(), limit=4, newest_first=True))
    assert [deed.act and deed.act.event_id for deed in deeds] == [event["event_id"] for event in events]
