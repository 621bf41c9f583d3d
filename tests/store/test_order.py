"""The order in which documents come, and how often, changes nothing."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.store import Entry, connect, find_faults, put_entry, relink, transaction
from dragoman.store.pending import merge_days
from tests.store.entries import dump_tables, list_events, make_entry, open_new, put_all

FIRST = date(2025, 9, 1)
SEPTEMBER: dict[str, Any] = {"day": FIRST, "last": date(2025, 9, 30)}
MARCH: dict[str, Any] = {"day": date(2025, 3, 1), "last": date(2025, 3, 31)}


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """Documents of a fortnight: deeds of a stated day, of that of publication, of a month or two, of no date."""
    made = []
    for number in range(draw(st.integers(2, 9))):
        start = draw(st.integers(0, 6))
        kind = draw(st.sampled_from(["stated", "unstated", "wide", "two", "undated"]))
        dates: dict[str, Any] = {
            "stated": {"day": FIRST + timedelta(days=start)},
            "unstated": {},
            "wide": SEPTEMBER,
            "two": SEPTEMBER,
            "undated": {"date": None},
        }[kind]
        sides = draw(st.sampled_from([("IRN", "TUR"), ("TUR", "IRN"), ("IRN", "OMN")]))
        told: dict[str, Any] = {
            "published": FIRST + timedelta(days=start + draw(st.integers(0, 2))),
            "actor": sides[0],
            "recipient": sides[1],
            "verb": draw(st.sampled_from(["thanked", "praised"])),
            "event_type": draw(st.sampled_from(["SUPPORT", "ASSAULT"])),
            "publisher": f"Paper {number}",
        }
        entry = make_entry(f"d{number}", **told, **dates)
        earlier = make_entry(f"d{number}", **told, **MARCH).reports if kind == "two" else []
        made.append(replace(entry, reports=[*entry.reports, *earlier]))
    return made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_order_and_repetition_change_nothing(data: st.DataObject) -> None:
    made = data.draw(entries())
    other = data.draw(st.permutations(made))
    cuts = data.draw(st.sets(st.integers(0, len(made))))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_new(Path(folder) / "one.db") as one,
        open_new(Path(folder) / "other.db") as two,
    ):
        with transaction(one):
            for entry in made:
                put_entry(one, entry)
        relink(one)
        for number, entry in enumerate([*other, *other[:2]]):
            with transaction(two):
                put_entry(two, entry)
            if number in cuts:
                relink(two)
        relink(two)
        assert dump_tables(one) == dump_tables(two)
        assert list(find_faults(two)) == []


@pytest.mark.parametrize("day", [date.min, date.min + timedelta(days=8), date.max - timedelta(days=8), date.max])
def test_reports_at_the_ends_of_the_calendar_are_joined_like_any(tmp_path: Path, day: date) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, make_entry("a", day=day), make_entry("b", day=day, publisher="The Lighthouse"))
        assert [reports for _, reports in list_events(record)] == [2]


def test_what_another_process_adds_while_reports_are_joined_is_joined_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide: dict[str, Any] = {"day": date(2025, 9, 1), "last": date(2025, 9, 30), "event_type": "ASSAULT"}
    with open_new(tmp_path / "r.db") as record:
        put_all(record, make_entry("a", **wide))
        other = connect(tmp_path / "r.db", write=True)

        def merge_late(*days: Any, **apart: Any) -> Iterator[list[date]]:
            monkeypatch.undo()
            with transaction(other):
                put_entry(other, make_entry("b", publisher="The Lighthouse", **wide))
            return merge_days(*days, **apart)

        monkeypatch.setattr("dragoman.store.relinking.merge_days", merge_late)
        put_all(record, make_entry("c", published=date(2025, 12, 1), event_type="ASSAULT"))
        relink(other)
        other.close()
        assert sorted(reports for _, reports in list_events(record)) == [1, 2]


def test_reports_of_no_date_join_those_of_their_month_whenever_they_come(tmp_path: Path) -> None:
    first, second = (make_entry(name, publisher=name, event_type="ASSAULT", date=None) for name in ("a", "b"))
    other = make_entry("c", publisher="c", event_type="ASSAULT", date=None, published=date(2025, 11, 2))
    with open_new(tmp_path / "r.db") as record:
        put_all(record, first)
        put_all(record, second)
        put_all(record, other)
        assert sorted(reports for _, reports in list_events(record)) == [1, 2]


def test_a_report_without_a_day_stays_with_its_like_when_its_document_is_looked_at_again(tmp_path: Path) -> None:
    told: dict[str, Any] = {"event_type": "ASSAULT", "published": date(2025, 10, 1)}
    both = replace(
        make_entry("a", **told, **SEPTEMBER),
        reports=[make_entry("a", **told, **dates).reports[0] for dates in (SEPTEMBER, MARCH)],
    )
    like = make_entry("b", publisher="b", event_type="ASSAULT", published=date(2025, 9, 28), **MARCH)
    with open_new(tmp_path / "r.db") as record:
        put_all(record, both, like)
        before = list_events(record)
        put_all(record, make_entry("c", actor="IRN", recipient="OMN", event_type="ASSAULT", published=date(2025, 9, 9)))
        assert set(before) < set(list_events(record))
