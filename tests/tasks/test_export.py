"""A record's events exported, and read by pandas as the users of each format do."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dragoman.errors import InputError, RecordError
from dragoman.export.formats import ExportFormat, Written, load_layouts, read_format
from dragoman.store import Action, EventFilter, connect, find_events
from dragoman.tasks.export import export_record
from dragoman.tasks.reviewing import review_event
from tests.store.entries import open_new, put_all
from tests.tasks.records import CLAIM, ELSEWHERE, FIRST, INVITATION, OLD, SECOND, VISIT_DAY, id_of

TABLES = sorted(load_layouts())
LATER = "https://lighthouse.example/2"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Thanks told by two papers, one of them with an address; an invitation; old words; a claim; a rejected event."""
    path = tmp_path / "r.db"
    with open_new(path) as connection:
        put_all(connection, FIRST, replace(SECOND, url=LATER), INVITATION, OLD, CLAIM, ELSEWHERE)
    review_event(path, id_of(ELSEWHERE), Action.REJECT, by="Ada", because="another Peru")
    return path


def export(record: Path, to: ExportFormat, wanted: EventFilter | None = None) -> tuple[bytes, Written]:
    stream = io.BytesIO()
    written = export_record(record, to, "-", wanted or EventFilter(), stdout=stream)
    return stream.getvalue(), written


def read_table(record: Path, to: ExportFormat, **options: Any) -> pd.DataFrame:
    layout = load_layouts()[to]
    heading = {} if layout.header else {"header": None, "names": layout.columns}
    frame = pd.read_csv(io.BytesIO(export(record, to)[0]), sep="\t", **heading, **options)
    assert tuple(frame.columns) == layout.columns
    return frame


@pytest.mark.parametrize("to", ExportFormat)
def test_what_people_rejected_is_left_out_and_claims_where_a_format_has_facts_only(
    record: Path, to: ExportFormat
) -> None:
    content, written = export(record, to)
    left_out = 1 if to in TABLES else 0
    assert (written.events, written.left_out) == (4 - left_out, left_out)
    assert b"Peru" not in content and b"Chile" not in content


def test_gdelt_events_name_their_source_and_count_their_reports(record: Path) -> None:
    frame = read_table(record, ExportFormat.GDELT_EVENTS, dtype={"EventCode": str})
    assert list(frame["EventCode"]) == ["112", "050", "030"]
    assert list(frame["SOURCEURL"]) == ["d", LATER, "c"]
    assert list(frame["NumArticles"]) == [1, 2, 1]
    assert list(frame["DATEADDED"] // 1_000_000) == [20240601, 20251002, 20251003]


def test_gdelt_mentions_hold_each_report_with_its_address(record: Path) -> None:
    events = read_table(record, ExportFormat.GDELT_EVENTS)
    mentions = read_table(record, ExportFormat.GDELT_MENTIONS)
    joined = mentions.merge(events, on="GLOBALEVENTID", validate="many_to_one")
    assert len(joined) == 4
    assert list(mentions["MentionIdentifier"]) == ["d", "a", LATER, "c"]
    assert list(mentions["MentionType"]) == [2, 2, 1, 2]
    thanks = mentions[mentions["GLOBALEVENTID"] == events["GLOBALEVENTID"].iloc[1]]
    assert list(thanks["MentionSourceName"]) == ["The Harbour Post", "The Lighthouse"]


@pytest.mark.parametrize(
    ("to", "column", "days"),
    [
        (ExportFormat.ICEWS, "Event Date", [(2024, 6, 1), (2025, 10, 1), (2025, 10, 3)]),
        (ExportFormat.POLECAT, "Event Date", [(2024, 6, 1), (2025, 10, 1), (2025, 10, 3)]),
        (ExportFormat.PHOENIX, "Date", [(2024, 6, 1), (2025, 10, 1), (2025, 10, 3)]),
    ],
)
def test_tables_have_one_row_for_each_dyad_however_many_reports(
    record: Path, to: ExportFormat, column: str, days: list[tuple[int, int, int]]
) -> None:
    frame = read_table(record, to)
    read = pd.to_datetime(frame[column].astype(str))
    assert [(d.year, d.month, d.day) for d in read] == days


def test_phoenix_lists_addresses_of_all_reports(record: Path) -> None:
    assert list(read_table(record, ExportFormat.PHOENIX)["URLs"]) == ["d", f"a;{LATER}", "c"]


def test_plover_json_is_read_line_by_line(record: Path) -> None:
    frame = pd.read_json(io.BytesIO(export(record, ExportFormat.PLOVER_JSON)[0]), lines=True)
    assert list(frame["event"]) == [["ACCUSE"], ["SUPPORT"], ["AGREE"], ["ASSAULT"]]
    assert list(frame["status"]) == ["occurred", "occurred", "occurred", "claimed"]


def test_own_tables_hold_the_reports(record: Path) -> None:
    table = pd.read_csv(io.BytesIO(export(record, ExportFormat.CSV)[0]), parse_dates=["date.start"])
    columns = pd.read_parquet(io.BytesIO(export(record, ExportFormat.PARQUET)[0]))
    reports = [json.loads(cell) for cell in table["reports"]]
    assert [len(r) for r in reports] == [len(r) for r in columns["reports"]] == [1, 2, 1, 1]
    assert [r.get("url") for r in reports[1]] == [r["url"] for r in columns["reports"].iloc[1]] == [None, LATER]
    assert list(table["confirmed"]) == list(columns["confirmed"]) == [False] * 4


def test_linked_data_is_one_document(record: Path) -> None:
    frame = pd.json_normalize(json.loads(export(record, ExportFormat.JSONLD)[0])["@graph"])
    assert list(frame["event_type"]) == ["ACCUSE", "SUPPORT", "AGREE", "ASSAULT"]


@pytest.mark.parametrize("to", [ExportFormat.PARQUET, ExportFormat.CSV, ExportFormat.JSONLD])
def test_own_forms_give_back_what_the_record_says(record: Path, to: ExportFormat) -> None:
    review_event(record, id_of(FIRST), Action.SET, by="Ada", because="so", field="mode", value="null")
    review_event(record, id_of(FIRST), Action.CONFIRM, by="Ada", because="seen")
    connection = connect(record)
    told = list(find_events(connection, EventFilter()))
    connection.close()
    assert [len(event["reviews"]) for event in told] == [0, 2, 0, 0]
    assert list(read_format(io.BytesIO(export(record, to)[0]), to)) == told


def test_conditions_choose_what_is_exported(record: Path) -> None:
    _, written = export(record, ExportFormat.JSONLD, EventFilter(last=VISIT_DAY))
    assert written.events == 2
    content, _ = export(record, ExportFormat.GDELT_EVENTS, EventFilter(as_of=date(2025, 10, 2)))
    assert LATER not in content.decode()


def test_the_same_record_gives_the_same_file(record: Path) -> None:
    for to in ExportFormat:
        assert export(record, to) == export(record, to)


def test_a_file_appears_when_all_is_written(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.tsv"
    export_record(record, ExportFormat.ICEWS, str(target), EventFilter())
    assert len(target.read_text(encoding="utf-8").splitlines()) == 4
    assert {path.name for path in tmp_path.iterdir()} <= {"r.db", "r.db-wal", "r.db-shm", "events.tsv"}


def test_the_record_is_never_overwritten(record: Path) -> None:
    before = record.read_bytes()
    with pytest.raises(InputError, match="overwritten"):
        export_record(record, ExportFormat.CSV, str(record.parent / "." / "r.db"), EventFilter())
    assert record.read_bytes() == before


def test_a_missing_record_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        export_record(tmp_path / "none.db", ExportFormat.CSV, "-", EventFilter())


def test_a_record_without_events_gives_an_empty_table(tmp_path: Path) -> None:
    with open_new(tmp_path / "empty.db"):
        pass
    content, written = export(tmp_path / "empty.db", ExportFormat.POLECAT)
    assert (written.events, content.count(b"\n")) == (0, 1)
