"""The relation of two sides, and the figures it is told by."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.codebook import GoldsteinVariant, goldstein_for
from dragoman.errors import InputError
from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.store import EventCount, EventFilter
from dragoman.tasks.balance import balance, compare, tabulate, weigh
from dragoman.tasks.opening import open_record
from dragoman.tasks.periods import Period
from dragoman.tasks.promises import follow, list_commitments
from dragoman.tasks.relation import relate
from tests.store.entries import make_entry, open_new, put_all
from tests.tasks.records import CLAIM, FIRST, INVITATION, OLD, id_of, make_record


def count(
    month: str | None = "2025-10",
    event_type: EventType = EventType.SUPPORT,
    cameo: str = "050",
    status: Status = Status.OCCURRED,
    direction: int | None = 1,
    events: int = 1,
) -> EventCount:
    quad = QuadClass.MATERIAL_CONFLICT if event_type is EventType.ASSAULT else QuadClass.VERBAL_COOPERATION
    return EventCount(month, quad, event_type, None, cameo, status, direction, events)


SUPPORT, ASSAULT = count(events=3), count(event_type=EventType.ASSAULT, cameo="190", direction=-1)


def test_means_are_weighed_by_events_and_only_by_those_that_occurred() -> None:
    claimed = count(event_type=EventType.ASSAULT, cameo="190", status=Status.CLAIMED, events=50)
    weighed = weigh([SUPPORT, ASSAULT, claimed])
    assert weighed["events"] == 4
    assert weighed["quad_classes"]["verbal cooperation"] == 3
    assert weighed["quad_classes"]["material conflict"] == 1
    for variant in GoldsteinVariant:
        mean = (3 * goldstein_for("050", variant) + goldstein_for("190", variant)) / 4
        assert weighed["means"][f"goldstein-{variant.value}"] == pytest.approx(mean, abs=0.006)
    assert -10 < weighed["means"]["plover"] < 3.5


@pytest.mark.parametrize("counts", [[], [count(status=Status.PLANNED)]])
def test_nothing_that_occurred_has_no_mean(counts: Sequence[EventCount]) -> None:
    weighed = weigh(counts)
    assert weighed["events"] == 0
    assert set(weighed["means"].values()) == {None}


def test_a_code_that_no_table_has_is_not_weighed_with_goldstein() -> None:
    means = weigh([count(cameo="99")])["means"]
    assert means["plover"] is not None
    assert means["goldstein-gdelt"] is None


def test_the_balance_is_by_month_and_direction() -> None:
    told = balance([SUPPORT, ASSAULT, count(month=None, direction=0)], ("TUR", "IRN"))
    assert [(m["month"], m["events"]) for m in told["months"]] == [("2025-10", 4), (None, 1)]
    assert [(d["from"], d["to"], d["events"]) for d in told["directions"]] == [
        ("IRN", "TUR", 3),
        ("TUR", "IRN", 1),
        (None, None, 1),
    ]
    assert set(told["scales"]) == set(told["whole"]["means"])


def test_months_are_tabulated_by_quad_class_type_and_status() -> None:
    rows = tabulate([SUPPORT, count(cameo="051"), count(status=Status.PLANNED)])
    assert [(r["month"], r["event_type"], r["status"], r["events"]) for r in rows] == [
        ("2025-10", "SUPPORT", "occurred", 4),
        ("2025-10", "SUPPORT", "planned", 1),
    ]


def test_two_periods_are_compared_type_by_type() -> None:
    told = compare([SUPPORT], [ASSAULT])
    assert told["events"] == {"now": 3, "before": 1}
    assert told["types"] == {"ASSAULT": {"now": 0, "before": 1}, "SUPPORT": {"now": 3, "before": 0}}
    assert told["means"]["plover"]["now"] > 0 > told["means"]["plover"]["before"]


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2025-10-01", "2025-10-31", ("2025-08-31", "2025-09-30")),
        ("2025-10-01", "2025-10-01", ("2025-09-30", "2025-09-30")),
        ("0001-01-05", "2025-01-01", None),
    ],
)
def test_the_period_before_is_as_long_and_ends_the_day_before(
    first: str, last: str, before: tuple[str, str] | None
) -> None:
    found = Period(first=date.fromisoformat(first), last=date.fromisoformat(last)).before()
    assert (found and tuple(found.to_json().values())) == before


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_record(tmp_path / "r.db")


def ask(path: Path, **asked: Any) -> dict[str, Any]:
    with open_record(path) as record:
        relation = relate(record, "IRN", "TUR", **asked)
    assert json.loads(json.dumps(relation)) == relation
    return relation


def test_a_relation_tells_what_happened_between_both_and_nothing_else(path: Path) -> None:
    relation = ask(path)
    assert [line["event_id"] for line in relation["chronology"]] == [
        id_of(OLD), id_of(FIRST), id_of(INVITATION), id_of(CLAIM),
    ]  # fmt: skip
    assert relation["events"] == 4
    assert relation["sides"] == [{"code": "IRN", "name": "Iran"}, {"code": "TUR", "name": "Turkey"}]
    assert relation["balance"]["whole"]["events"] == 3, "a claimed attack is not weighed"
    assert {(r["month"], r["event_type"]) for r in relation["by_month"]} >= {
        ("2024-06", "ACCUSE"),
        ("2025-10", "AGREE"),
    }
    assert [c["commitment_id"] for c in relation["open"]] == [id_of(INVITATION)]


def test_both_sides_may_stand_in_any_order(path: Path) -> None:
    with open_record(path) as record:
        one, other = relate(record, "IRN", "TUR"), relate(record, "TUR", "IRN")
    assert one["balance"] == other["balance"]
    assert one["chronology"] == other["chronology"]


def test_what_changed_is_told_against_the_period_before(path: Path) -> None:
    changes = ask(path, first=date(2025, 1, 1), last=date(2025, 12, 31))["changes"]
    assert changes["before"] == {"from": "2024-01-02", "until": "2024-12-31"}
    assert changes["types"]["ACCUSE"] == {"now": 0, "before": 1}
    assert changes["types"]["SUPPORT"] == {"now": 1, "before": 0}


def test_without_a_beginning_the_year_up_to_the_last_event_is_compared(path: Path) -> None:
    assert ask(path)["changes"]["period"] == {"from": "2024-10-05", "until": "2025-10-04"}


def test_a_period_that_ends_where_the_calendar_begins_has_none_before_it(path: Path) -> None:
    assert ask(path, last=date.min)["changes"] is None


def test_a_period_that_begins_after_today_is_compared_with_days_before_it(path: Path) -> None:
    changes = ask(path, first=date.max)["changes"]
    assert changes["period"] == {"from": "9999-12-31", "until": "9999-12-31"}
    assert changes["before"] == {"from": "9999-12-30", "until": "9999-12-30"}


def test_as_of_a_day_later_reports_do_not_count(path: Path) -> None:
    relation = ask(path, as_of=date(2025, 10, 2))
    assert [(e["event_id"], e["reports"]) for e in relation["chronology"]] == [(id_of(OLD), 1), (id_of(FIRST), 1)]
    assert (relation["open"], relation["on"], relation["events"]) == ([], "2025-10-02", 2)


def test_a_limit_keeps_the_latest_and_counts_them_all(path: Path) -> None:
    relation = ask(path, limit=2)
    assert [e["event_id"] for e in relation["chronology"]] == [id_of(INVITATION), id_of(CLAIM)]
    assert relation["events"] == 4


@pytest.mark.parametrize(
    "asked", [("IRN", "IRN", {}), ("IRN", "TUR", {"first": date(2025, 2, 1), "last": date(2025, 1, 1)})]
)
def test_questions_that_make_no_sense_are_refused(path: Path, asked: tuple[str, str, dict[str, date]]) -> None:
    with open_record(path) as record, pytest.raises(InputError):
        relate(record, *asked[:2], **asked[2])  # type: ignore[arg-type]


def test_commitments_are_listed_as_they_stood_on_a_day(path: Path) -> None:
    with open_record(path) as record:
        known = list_commitments(record, ("TUR", "IRN"), on=date(2025, 12, 1))
        assert known["counts"] == {"open": 1, "kept": 0, "broken": 0, "lapsed": 0}
        assert [c["kind"] for c in known["commitments"]] == ["invitation"]
        assert list_commitments(record, on=date(2025, 10, 1))["commitments"] == []
        assert list_commitments(record, ("PER", "CHL"))["commitments"] == []
        assert len(list_commitments(record, only_open=True)["commitments"]) == 1


def test_only_the_latest_commitments_may_be_followed(tmp_path: Path) -> None:
    early, late = (
        make_entry(str(y), event_type="AGREE", verb="invited", published=date(y, 5, 1)) for y in (2020, 2024)
    )
    with open_new(tmp_path / "r.db") as record:
        put_all(record, early, late)
        dyad = EventFilter(dyad=("IRN", "TUR"))
        assert len(follow(record, dyad, date(2025, 1, 1))) == 2
        assert [c.commitment_id for c in follow(record, dyad, date(2025, 1, 1), latest=1)] == [id_of(late)]


def test_a_promise_for_a_later_day_is_followed_from_the_day_it_was_made(tmp_path: Path) -> None:
    promise = make_entry(
        "p", event_type="AGREE", verb="invited", published=date(2025, 5, 1), day=date(2025, 7, 1), status="planned",
        planned={"event_type": "AID", "mode": None, "date": None},
    )  # fmt: skip
    refusal = make_entry("r", event_type="REJECT", verb="cancelled", published=date(2025, 6, 1))
    with open_new(tmp_path / "r.db") as record:
        put_all(record, promise, refusal)
        (followed,) = follow(record, EventFilter(dyad=("IRN", "TUR")), date(2025, 8, 1), latest=1)
    assert [change.event_id for change in followed.changes] == [id_of(refusal)]


def test_kinds_that_one_period_alone_has_are_told() -> None:
    told = compare([SUPPORT, count(status=Status.CLAIMED, event_type=EventType.COERCE)], [ASSAULT])
    assert told["appeared"] == [{"event_type": "SUPPORT", "mode": None, "events": 3}]
    assert told["vanished"] == [{"event_type": "ASSAULT", "mode": None, "events": 1}]


def test_any_two_periods_are_compared_with_what_was_promised_in_each(path: Path) -> None:
    october, june = (Period(first=date(y, m, 1), last=date(y, m, 30)) for y, m in ((2025, 10), (2024, 6)))
    changes = ask(path, first=june.first, last=june.last, against=october)["changes"]
    assert (changes["period"], changes["before"]) == (june.to_json(), october.to_json())
    assert changes["days"] == {"now": 30, "before": 30}
    assert changes["types"]["ACCUSE"] == {"now": 1, "before": 0}
    nothing = {"made": 0, "kept": 0, "broken": 0, "lapsed": 0, "latest": None}
    assert changes["fates"] == {"now": nothing, "before": {**nothing, "made": 1}}
    early = ask(path, first=june.first, last=june.last, against=october, as_of=date(2025, 10, 2))["changes"]
    assert early["fates"]["before"] == nothing, "what was published later is not known yet"


def test_a_commitment_is_counted_where_it_was_made_and_where_it_was_kept(tmp_path: Path) -> None:
    planned: dict[str, Any] = {
        "event_type": "CONSULT",
        "mode": "visit",
        "date": None,
        "recipients": [],
        "start": 0,
        "end": 4,
    }
    invited = make_entry(
        "a", verb="invited", event_type="AGREE", published=date(2025, 3, 1), cameo="030", planned=planned
    )
    visited = make_entry(
        "b",
        actor="TUR",
        recipient="IRN",
        verb="visited",
        event_type="CONSULT",
        mode="visit",
        published=date(2025, 5, 2),
    )
    with open_new(tmp_path / "kept.db") as connection:
        put_all(connection, invited, visited)
    march, may = (Period(first=date(2025, m, 1), last=date(2025, m, 30)) for m in (3, 5))
    fates = ask(tmp_path / "kept.db", first=may.first, last=may.last, against=march)["changes"]["fates"]
    assert (fates["now"]["made"], fates["now"]["kept"]) == (0, 1)
    assert (fates["before"]["made"], fates["before"]["kept"]) == (1, 0)


def test_a_period_with_more_commitments_than_are_followed_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.tasks.periods.FOLLOWED", 0)
    october = Period(first=date(2025, 10, 1), last=date(2025, 10, 30))
    assert ask(path, against=october)["changes"]["fates"]["before"]["latest"] == 0


def test_further_conditions_leave_out_events_but_no_commitments(path: Path) -> None:
    accused = ask(path, among=EventFilter(types=(EventType.ACCUSE,)))
    assert [line["event_id"] for line in accused["chronology"]] == [id_of(OLD)]
    assert accused["events"] == 1 == accused["balance"]["whole"]["events"]
    assert accused["open"] == ask(path)["open"]
