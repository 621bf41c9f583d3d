"""Lines that are no events are told one by one; the record keeps the others, and stays whole."""

import io
import json
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.documents import Reject
from dragoman.export import JsonObject
from dragoman.store import Change, connect, transaction
from dragoman.tasks import check_record, import_events, init_record
from dragoman.tasks.record import BATCH, Filling
from tests.store.entries import make_body


def body(document_id: str, **changes: object) -> JsonObject:
    return make_body(document_id, **changes)  # type: ignore[arg-type]


def line(document_id: str, **changes: object) -> bytes:
    return json.dumps(body(document_id, **changes)).encode() + b"\n"


def run_import(path: Path, content: bytes) -> tuple[Filling, list[str]]:
    """What importing a file told, with its rejects in words."""
    rejects: list[str] = []

    def told(reject: Reject | None, _: Filling) -> None:
        if reject is not None:
            rejects.append(str(reject.error()))

    if not path.exists():
        init_record(path)
    return import_events(path, io.BytesIO(content), "events.jsonl", told=told), rejects


def read_ids(path: Path) -> list[str]:
    connection = connect(path)
    try:
        return [row[0] for row in connection.execute("SELECT DISTINCT document_id FROM document ORDER BY 1")]
    finally:
        connection.close()


BROKEN = {
    "a field is missing": json.dumps({k: v for k, v in body("b").items() if k != "goldstein"}).encode(),
    "a field is of another kind": line("b", goldstein="high"),
    "a code is unknown": line("b", cameo="1000"),
    "offsets do not fit their words": line("b", mentions=[{"text": "thanks", "start": 5, "end": 99}]),
    "it is cut off": line("b")[:200],
    "it is a list": b"[1, 2]",
    "it is no text": b"\x80\x81\xfe\xff" * 9,
    "it is half a surrogate pair": line("b", publisher="\ud83d"),
    "it is nested too deeply": b"[" * 100_000,
    "it is a document": b'{"id": "b", "published": "2025-10-02", "text": "Iran thanked Turkey."}',
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_line_is_told_and_the_others_are_added(tmp_path: Path, broken: bytes) -> None:
    filling, rejects = run_import(tmp_path / "r.db", line("a") + broken.rstrip(b"\n") + b"\n" + line("c"))
    assert (filling.documents, filling.rejected) == (2, 1)
    assert read_ids(tmp_path / "r.db") == ["a", "c"]
    (told,) = rejects
    assert told.startswith("events.jsonl:2: ")
    assert any(remedy in told for remedy in (". Give ", ". Code ", ". Correct ", ". Save ", ". Documents "))
    assert check_record(tmp_path / "r.db") == []


def test_lines_of_one_document_that_contradict_each_other_on_its_original_are_told(tmp_path: Path) -> None:
    lines = line("b", copy_of="a") + line("b", verb="praised")
    filling, (told,) = run_import(tmp_path / "r.db", lines)
    assert (filling.documents, filling.copies) == (1, 1)
    assert told.startswith("events.jsonl:2: its copy_of is not that of line 1, of the same document. ")


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"], ids=["empty", "blank lines", "a byte order mark"])
def test_a_file_without_events_adds_nothing(tmp_path: Path, content: bytes) -> None:
    filling, rejects = run_import(tmp_path / "r.db", content)
    assert (filling.documents, filling.rejected, rejects) == (0, 0, [])


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"SQLite format 3\0" + bytes(range(256)) * 40, "events.jsonl:1: not valid JSON"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "events.jsonl:1: "),
        (json.dumps([body("a")]).encode(), "events.jsonl: it is JSON, not JSON Lines. jq -c"),
    ],
    ids=["a record", "a picture", "one JSON list"],
)
def test_another_kind_of_file_is_told(tmp_path: Path, content: bytes, fault: str) -> None:
    filling, rejects = run_import(tmp_path / "r.db", content)
    assert filling.documents == 0
    assert filling.rejected == len(rejects) > 0
    assert rejects[0].startswith(fault)
    assert check_record(tmp_path / "r.db") == []


def test_a_broken_line_does_not_cost_the_other_events_of_its_document(tmp_path: Path) -> None:
    first, second = body("a"), body("a", verb="praised", event_type="AGREE")
    content = json.dumps(first).encode() + b"\n{}\n" + json.dumps(second).encode() + b"\n"
    filling, rejects = run_import(tmp_path / "r.db", content)
    assert (filling.documents, filling.reports, len(rejects)) == (1, 2, 1)
    filling, _ = run_import(tmp_path / "r.db", content)
    assert filling.changes[Change.UNCHANGED] == 1
    assert check_record(tmp_path / "r.db") == []


def test_a_line_twice_is_one_event(tmp_path: Path) -> None:
    filling, rejects = run_import(tmp_path / "r.db", line("a") * 2)
    assert (filling.reports, rejects) == (1, [])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"confidence": 0.5}, "events.jsonl:2: its event_id is that of line 1"),
        ({"event_id": "ev_2", "publisher": "Else"}, "events.jsonl:2: its publisher is not that of line 1"),
        ({"event_id": "ev_2", "published": "2025-10-03"}, "events.jsonl:2: its published is not that of line 1"),
    ],
)
def test_lines_of_a_document_that_contradict_each_other_are_told(
    tmp_path: Path, change: dict[str, object], fault: str
) -> None:
    other = json.dumps(body("a") | change).encode()
    filling, rejects = run_import(tmp_path / "r.db", line("a") + other)
    assert filling.reports == 1
    assert rejects[0].startswith(fault)


def test_further_events_of_a_refused_document_are_refused_too(tmp_path: Path) -> None:
    one = body("a")
    stolen = body("b") | {"event_id": one["event_id"]}
    rest = body("b", verb="praised", event_type="AGREE")
    content = b"".join(json.dumps(e).encode() + b"\n" for e in (one, stolen, body("c"), rest))
    filling, rejects = run_import(tmp_path / "r.db", content)
    assert (filling.documents, [told.split(": ")[0] for told in rejects]) == (2, ["events.jsonl:2", "events.jsonl:4"])
    assert "the earlier events of its document were refused" in rejects[1]
    assert check_record(tmp_path / "r.db") == []


def test_others_can_write_while_lines_are_waited_for_and_while_they_are_told(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    init_record(path)
    written: list[str] = []

    def write(what: str) -> None:
        with closing(connect(path, write=True, wait=0)) as other, transaction(other):
            written.append(what)

    class Slow(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            write("while waiting")
            return super().readline(size)

    lines = Slow(b"".join(line(f"d{number}") for number in range(BATCH + 3)))
    filling = import_events(path, lines, "events.jsonl", told=lambda *_: write("while telling"))
    assert filling.documents == BATCH + 3
    assert written.count("while telling") == BATCH + 3 <= written.count("while waiting")
