"""Writing a format: which events, one at a time, whole or not at all."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.export.formats import ExportFormat, Written, export_format, load_layouts, read_format, write_format
from tests.export.formats.factories import make_composed, make_date, make_event, make_side, rows_of, write
from tests.export.formats.strategies import any_events

TABLES = tuple(load_layouts())
OBJECTS = tuple(to for to in ExportFormat if to not in TABLES)
PLAN = {"event_type": "CONSULT", "mode": "visit", "date": None}


@pytest.mark.parametrize("to", TABLES)
@pytest.mark.parametrize(
    ("status", "event_type", "rows"),
    [
        ("occurred", "CONSULT", 1),
        ("claimed", "ASSAULT", 0),
        ("negated", "CONSULT", 0),
        ("hypothetical", "ASSAULT", 0),
        ("planned", "AGREE", 1),
        ("planned", "THREATEN", 1),
        ("planned", "REQUEST", 0),
    ],
)
def test_a_table_states_only_what_happened(to: ExportFormat, status: str, event_type: str, rows: int) -> None:
    event = make_event(status=status, event_type=event_type, mode=None)
    written = write_format([event], to, io.BytesIO())
    assert written == Written(events=rows, rows=rows, left_out=1 - rows)


@pytest.mark.parametrize("to", OBJECTS)
@pytest.mark.parametrize("status", ["occurred", "claimed", "negated", "hypothetical", "planned"])
def test_the_others_say_on_what_footing_they_state_it(to: ExportFormat, status: str) -> None:
    event = make_event(status=status)
    assert write_format([event], to, io.BytesIO()) == Written(events=1, rows=1, left_out=0)
    assert rows_of(to, event)[0]["status"] == status


@pytest.mark.parametrize("to", [t for t in TABLES if t is not ExportFormat.GDELT_MENTIONS])
def test_an_announcement_is_dated_by_its_first_report(to: ExportFormat) -> None:
    planned = make_composed(
        event_type="AGREE", mode=None, cameo="036", status="planned", planned=PLAN, date=make_date("2025-12-24")
    )
    (row,) = rows_of(to, planned)
    day = next(row[name] for name in ("SQLDATE", "Event Date", "Date") if name in row)
    assert str(day).replace("-", "") == "20251002"


@pytest.mark.parametrize("to", [t for t in TABLES if t is not ExportFormat.GDELT_MENTIONS])
def test_dyads_are_expanded_into_rows_with_numbers_of_their_own(to: ExportFormat) -> None:
    sides = [make_side("TUR"), make_side("IRN"), make_side("RUS")]
    event = make_event(actors=sides, recipients=[], reciprocal=True)
    rows, again = rows_of(to, event), rows_of(to, make_event(), event)[1:]
    assert len(rows) == 6
    number = next(iter(rows[0]))
    assert len({row[number] for row in rows}) == 6
    assert [row[number] for row in rows] == [row[number] for row in again]
    if to is not ExportFormat.POLECAT:
        assert all(0 < int(row[number]) < 2**53 for row in rows)


@pytest.mark.parametrize("to", ExportFormat)
def test_events_are_taken_and_written_one_at_a_time(to: ExportFormat) -> None:
    """Of 20,000 events no more than a few thousand may be held back: Parquet holds a group of 5,000."""
    stream = io.BytesIO()
    event = make_event()
    unwritten: list[int] = []

    def pass_events() -> Iterator[JsonObject]:
        for number in range(6_000):
            if number == 5_500:
                unwritten.append(stream.tell())
            yield event

    assert write_format(pass_events(), to, stream).events == 6_000
    assert unwritten[0] > 1_000


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(event=any_events)
def test_any_event_can_be_written_in_any_format(event: JsonObject) -> None:
    for to in ExportFormat:
        stream = io.BytesIO()
        written = write_format([event], to, stream)
        assert written.events + written.left_out == 1
        assert len(list(read_format(io.BytesIO(stream.getvalue()), to))) == written.rows


@pytest.mark.parametrize("to", ExportFormat)
def test_a_place_that_a_person_set_may_have_no_more_than_a_name(to: ExportFormat) -> None:
    assert write_format([make_event(place={"name": "Ankara"})], to, io.BytesIO()).rows == 1


@pytest.mark.parametrize("to", ExportFormat)
def test_the_same_events_give_the_same_file(to: ExportFormat) -> None:
    assert write(to, make_event(), make_composed()) == write(to, make_event(), make_composed())


@pytest.mark.parametrize("to", ExportFormat)
def test_a_file_is_there_whole_or_not_at_all(to: ExportFormat, tmp_path: Path) -> None:
    target = tmp_path / "events.any"

    def fail() -> Iterator[JsonObject]:
        yield make_event()
        raise InterruptedError

    with pytest.raises(InterruptedError):
        export_format(fail(), to, str(target))
    assert not list(tmp_path.iterdir())
    export_format([make_event()], to, str(target))
    assert target.read_bytes() == write(to, make_event())


def test_a_dash_is_standard_output() -> None:
    stdout = io.BytesIO()
    export_format([make_event()], ExportFormat.ICEWS, "-", stdout=stdout)
    assert stdout.getvalue() == write(ExportFormat.ICEWS, make_event())


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "none" / "events.tab"):
        with pytest.raises(InputError, match="folder"):
            export_format([], ExportFormat.ICEWS, str(target))
