"""Archives and compressed files, wherever a command takes inputs."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from dragoman.cli.stage import run_stage_command
from dragoman.errors import InputError
from tests.cli.conftest import MET, Run
from tests.documents.archives import compress, make_page, make_record

MEETING = "The foreign ministers of Finland and Norway met in Oslo and spoke of the border they share in the north."


@pytest.fixture
def archives(folder: Path) -> Path:
    """A zip archive and a WARC archive in the folder "news", with a report of one meeting in each."""
    (folder / "news").mkdir()
    with zipfile.ZipFile(folder / "news" / "a.zip", "w") as archive:
        archive.writestr("talks.txt", MET)
    pages = [make_record(make_page(n, words=MEETING, published=None), number=n) for n in (1, 2)]
    (folder / "news" / "b.warc.gz").write_bytes(b"".join([compress(pages)[0], b"\x1f\x8b\x08 cut off"]))
    return folder


def test_archives_are_coded_like_files_and_tell_what_is_wrong_with_them(archives: Path, run: Run) -> None:
    result = run("code", "news", "-o", "e.jsonl")
    assert result.exit_code == 3
    events = [json.loads(line) for line in (archives / "e.jsonl").read_text().splitlines()]
    assert [event["document_id"] for event in events] == ["talks", "record-1"]
    assert events[1]["published"] == "2025-10-05"
    assert "pages that state no day of publication have the day of their crawl: 1" in result.stderr
    [reject] = [json.loads(line) for line in (archives / "e.rejects.jsonl").read_text().splitlines()]
    assert (reject["file"], reject["fault"][:8]) == ("news/b.warc.gz", "at byte ")


def test_archives_are_added_to_a_record_and_compressed_events_imported(archives: Path, run: Run) -> None:
    run("record", "init", "r.db")
    assert "2 documents (2 added); 1 rejected" in run("record", "add", "r.db", "news").stderr
    run("code", "news", "-o", "e.jsonl")
    (archives / "e.jsonl.gz").write_bytes(gzip.compress((archives / "e.jsonl").read_bytes()))
    run("record", "init", "other.db")
    result = run("record", "import", "other.db", "e.jsonl.gz")
    assert "2 documents (2 added); none rejected" in result.stderr


def test_single_stages_read_compressed_lines(folder: Path) -> None:
    (folder / "in.jsonl.gz").write_bytes(gzip.compress(b'{"text": "They met."}\n'))
    run_stage_command(lambda: lambda row, line: {"of": line, **row}, "in.jsonl.gz", "out.jsonl")
    assert json.loads((folder / "out.jsonl").read_text()) == {"of": "line:1", "text": "They met."}


def test_single_stages_read_one_file(folder: Path) -> None:
    (folder / "in" / "b.txt").write_text(MET)
    with pytest.raises(InputError, match="in: it stands for 2 files"):
        run_stage_command(lambda: lambda row, line: {**row, "of": line}, "in", "out.jsonl")
    assert not (folder / "out.jsonl").exists()
