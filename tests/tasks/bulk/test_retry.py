"""Coding again what a bulk run rejected."""

import json
import os
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.export import read_events
from dragoman.tasks import Tally
from tests.tasks.bulk.coders import make_later_coder
from tests.tasks.bulk.mortal import kill_at_every_step
from tests.tasks.bulk.runs import code, make_order, read_tree, retry


def mend(folder: Path, line: int, old: str, new: str) -> None:
    path = folder / "in" / "b.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new)
    path.write_text("".join(lines))


def list_rejects(folder: Path) -> list[tuple[int | None, str]]:
    path = folder / "out" / "_rejects.jsonl"
    rejects = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    return [(reject["line"], reject["fault"]) for reject in rejects]


def test_what_was_rejected_is_coded_again_and_nothing_else(folder: Path) -> None:
    code(make_order(folder))
    before = read_tree(folder / "out")
    mend(folder, 3, "FAIL", "well")
    mend(folder, 6, '"n1"', '"n5"')
    with pytest.raises(InputError, match=r"mended in it: --retry-rejects"):
        code(make_order(folder))
    tally = Tally(documents=9, events=12, rejected=1)
    assert retry(make_order(folder)) == tally
    after = read_tree(folder / "out")
    assert after.keys() - before.keys() == {
        "_documents/part-00004.parquet",
        "year=2025/month=01/part-00004.parquet",
        "year=2025/month=02/part-00004.parquet",
    }
    assert {name for name in before if before[name] != after[name]} == {"_manifest.json", "_rejects.jsonl"}
    assert [line for line, _ in list_rejects(folder)] == [5]
    assert code(make_order(folder)) == tally


def test_a_later_version_codes_what_an_earlier_one_rejected(folder: Path) -> None:
    code(make_order(folder))
    retry(make_order(folder, maker=make_later_coder))
    [event] = read_events(folder / "out/year=2025/month=01/part-00004.parquet")
    assert (event["document_id"], event["coder"]["version"]) == ("n2", "1")
    assert [line for line, _ in list_rejects(folder)] == [5, 6]


def test_a_file_that_was_rejected_as_a_whole_is_coded_as_a_whole(folder: Path) -> None:
    rows = [{"published": "2025-01-02", "text": f"They met {number}."} for number in range(2)]
    (folder / "in" / "e.jsonl").write_text(json.dumps(rows))
    code(make_order(folder))
    assert (None, "it is JSON, not JSON Lines") in list_rejects(folder)
    (folder / "in" / "e.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    retry(make_order(folder))
    events = read_events(folder / "out/year=2025/month=01/part-00004.parquet")
    assert [event["document_id"] for event in events] == ["e:1", "e:2"]
    assert [line for line, _ in list_rejects(folder)] == [3, 5, 6]


def test_a_mended_document_gets_no_id_that_a_later_one_was_coded_under(folder: Path) -> None:
    code(make_order(folder))
    mend(folder, 3, '"n2"', '"n7"')
    mend(folder, 3, "FAIL", "well")
    retry(make_order(folder))
    assert (3, "the id 'n7' was given to another document") in list_rejects(folder)


def test_without_rejects_there_is_nothing_to_do(folder: Path) -> None:
    code(make_order(folder))
    for line, old, new in [(3, "FAIL", "well"), (5, '"text"', '"published": "2025-01-01", "text"'), (6, "n1", "n5")]:
        mend(folder, line, old, new)
    retry(make_order(folder))
    before = read_tree(folder / "out")
    assert "_rejects.jsonl" not in before
    assert retry(make_order(folder)) == Tally(documents=10, events=14)
    assert read_tree(folder / "out") == before


def test_other_changes_are_refused(folder: Path) -> None:
    code(make_order(folder))
    before = read_tree(folder / "out")
    (folder / "in" / "c.txt").write_text("date 2025-01-02 They said a thing.")
    with pytest.raises(InputError, match=r"c\.txt: it has changed since the run was begun"):
        retry(make_order(folder))
    with pytest.raises(InputError, match="it holds a run with part_size 3, not part_size 4"):
        retry(make_order(folder, part_size=4))
    assert read_tree(folder / "out") == before


@pytest.mark.parametrize("most", [None, 5])
def test_a_run_that_has_not_ended_has_nothing_to_retry(folder: Path, most: int | None) -> None:
    if most:
        code(make_order(folder), most=most)
    with pytest.raises(InputError, match="it holds no run that has ended"):
        retry(make_order(folder))


def test_rejects_that_are_no_more_readable_are_told(folder: Path) -> None:
    code(make_order(folder))
    (folder / "out" / "_rejects.jsonl").write_text("b.jsonl, line 3")
    with pytest.raises(InputError, match=r"_rejects\.jsonl: it is no file of rejects"):
        retry(make_order(folder))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are a thing of POSIX")
def test_a_retry_that_is_killed_at_every_step_on_the_disk_ends_like_any_other(folder: Path) -> None:
    orders = [make_order(folder, part_size=2), make_order(folder, part_size=2, folder=folder / "undisturbed")]
    for order in orders:
        code(order)
    mend(folder, 3, "FAIL", "well")
    mend(folder, 5, '"text"', '"published": "2025-01-01", "text"')
    mend(folder, 6, '"n1"', '"n5"')
    assert kill_at_every_step("retry", folder, part_size=2) > 3
    retry(orders[1])
    assert read_tree(folder / "out") == read_tree(folder / "undisturbed")
