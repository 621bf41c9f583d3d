"""`dragoman record`: what it says and leaves behind while it fills a record."""

import json
from pathlib import Path

from dragoman.errors import InputError
from tests.cli.conftest import Run


def test_what_cannot_be_added_is_kept_beside_the_record(folder: Path, run: Run) -> None:
    (folder / "in" / "b.txt").write_text("No date here.", encoding="utf-8")
    run("record", "init", "r.db")
    result = run("record", "add", "r.db", "in")
    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1].endswith("1 rejected, see r.rejects.jsonl")
    assert json.loads((folder / "r.rejects.jsonl").read_text())["file"] == "in/b.txt"
    (folder / "in" / "b.txt").unlink()
    assert run("record", "add", "r.db", "in").exit_code == 0
    assert not (folder / "r.rejects.jsonl").exists()


def test_copies_are_told(folder: Path, run: Run) -> None:
    text = "date 2025-10-02 Envoys of both states met in Oslo and spoke of grain, of trains and of the two bridges."
    (folder / "in" / "b.txt").write_text(text)
    run("record", "init", "r.db")
    run("record", "add", "r.db", "in")
    (folder / "in" / "c.txt").write_text(text)
    told = run("record", "add", "r.db", "in").stderr.splitlines()[-1]
    assert told == "r.db: 3 documents (1 added, 2 unchanged), 1 copy of earlier texts; none rejected"


def test_rejects_do_not_take_the_place_of_what_is_read(folder: Path, run: Run) -> None:
    run("record", "init", "r.db")
    (folder / "events.jsonl").write_text("{}\n", encoding="utf-8")
    result = run("record", "import", "r.db", "events.jsonl", "--rejects", "events.jsonl")
    assert isinstance(result.exception, InputError)
    assert "both read and written" in str(result.exception)
    assert (folder / "events.jsonl").read_text() == "{}\n"
