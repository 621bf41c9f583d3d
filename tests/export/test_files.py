"""Files of events are there whole or not at all."""

import csv
import errno
import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import InputError
from dragoman.export import check_target, event_to_json, open_events, open_replacing
from tests.export.factories import DOCUMENT, STAMP, make_event

EVENT = event_to_json(make_event(), DOCUMENT, STAMP)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_file_appears_only_when_it_is_complete(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"events{suffix}"
    with open_events(str(path)) as writer:
        writer.write([EVENT])
        assert not path.exists()
    assert path.exists()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_fault_while_writing_leaves_the_earlier_file_and_no_trace(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"events{suffix}"
    path.write_text("earlier")

    def write_and_fail() -> None:
        with open_events(str(path)) as writer:
            writer.write([EVENT])
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_and_fail()
    assert path.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_the_same_events_make_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    for name in ("one", "two"):
        with open_events(str(tmp_path / (name + suffix))) as writer:
            writer.write([EVENT] * 3)
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_how_events_are_handed_over_does_not_show(tmp_path: Path, suffix: str) -> None:
    with open_events(str(tmp_path / f"one{suffix}")) as writer:
        writer.write([EVENT] * 3)
    with open_events(str(tmp_path / f"two{suffix}")) as writer:
        for _ in range(3):
            writer.write([EVENT])
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_standard_output_takes_json_lines() -> None:
    stdout = io.BytesIO()
    with open_events("-", stdout=stdout) as writer:
        writer.write([EVENT])
    assert json.loads(stdout.getvalue()) == EVENT
    assert stdout.getvalue().count(b"\n") == 1


def test_csv_spreads_objects_over_dotted_columns_and_keeps_lists_in_a_cell(tmp_path: Path) -> None:
    with open_events(str(tmp_path / "events.csv")) as writer:
        writer.write([EVENT])
    with (tmp_path / "events.csv").open(newline="", encoding="utf-8") as stream:
        [row] = csv.DictReader(stream)
    assert row["event_type"] == "AGREE"
    assert row["mode"] == ""
    assert row["date.start"] == "2024-05-17"
    assert row["attribution.speaker.code"] == "NOR"
    assert json.loads(row["actors"])[0]["code"] == "FIN"


def test_parquet_holds_typed_structs_lists_and_dates(tmp_path: Path) -> None:
    with open_events(str(tmp_path / "events.parquet")) as writer:
        writer.write([EVENT])
    schema = pq.read_schema(tmp_path / "events.parquet")
    assert schema.field("published").type == pa.date32()
    assert pa.types.is_list(schema.field("actors").type)
    assert schema.field("actors").type.value_type.field("code").type == pa.string()
    assert schema.field("place").type.field("latitude").type == pa.float64()


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("events.xlsx", "no form goes with the suffix"),
        ("events", "it has no suffix that tells the form. Use .*, or end it with / for a bulk run"),
        ("missing/events.jsonl", "its folder does not exist"),
        ("folder.csv", "it is a folder"),
    ],
)
def test_a_target_that_cannot_be_written_is_told_before_the_work(tmp_path: Path, target: str, fault: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError, match=fault):
        check_target(str(tmp_path / target))


def test_a_replaced_file_keeps_the_rights_that_new_files_get(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with open_replacing(tmp_path / "replaced") as stream:
        stream.write(b"x")
    assert (tmp_path / "replaced").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_fault_of_the_disk_names_the_file_and_leaves_no_trace(tmp_path: Path) -> None:
    def fill_the_disk() -> None:
        with open_replacing(tmp_path / "events.csv") as stream:
            stream.write(b"x")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(InputError, match=r"events\.csv: it cannot be written \(No space left on device\)"):
        fill_the_disk()
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_another_file_is_not_put_down_to_the_written_one(tmp_path: Path) -> None:
    def read_what_is_not_there() -> None:
        with open_replacing(tmp_path / "events.csv") as stream:
            stream.write((tmp_path / "input").read_bytes())

    with pytest.raises(FileNotFoundError):
        read_what_is_not_there()


def test_a_file_in_no_folder_is_told_without_a_second_fault(tmp_path: Path) -> None:
    def write() -> None:
        with open_replacing(tmp_path / "missing" / "events.csv"):
            pytest.fail("there is nothing to write to")

    with pytest.raises(InputError, match=r"events\.csv: it cannot be written \(No such file or directory\)"):
        write()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_what_is_no_plain_file_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with open_replacing(pipe) as stream:
            stream.write(b"events")
        assert os.read(reading, 100) == b"events"
    finally:
        os.close(reading)
    assert pipe.is_fifo()


def test_behind_a_link_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "latest").symlink_to(tmp_path / "store" / "events.csv")
    with open_replacing(tmp_path / "latest") as stream:
        stream.write(b"x")
    assert (tmp_path / "latest").is_symlink()
    assert (tmp_path / "store" / "events.csv").read_bytes() == b"x"
