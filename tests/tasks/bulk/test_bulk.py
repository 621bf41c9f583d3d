"""Bulk runs: what stands in the folder, and that a run which is cut off goes on."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from dragoman.config import CoderConfig
from dragoman.documents import DocumentReader, find_inputs
from dragoman.errors import InputError, ModelError
from dragoman.export import read_events
from dragoman.model.text import Document
from dragoman.tasks import Tally, code_into
from dragoman.tasks.bulk import open_run
from dragoman.tasks.engines import LocalEngine
from tests.documents.servers import serve
from tests.tasks.bulk.coders import make_later_coder
from tests.tasks.bulk.mortal import REPOSITORY
from tests.tasks.bulk.runs import code, make_order, read_tree, write_inputs
from tests.tasks.fakes import make_no_coder, make_word_coder


def list_parts(folder: Path) -> list[str]:
    return [name for name in read_tree(folder / "out") if name.startswith("year=")]


def test_events_stand_by_month_of_publication_and_are_those_of_a_single_file(folder: Path) -> None:
    assert code(make_order(folder)) == Tally(documents=7, events=8, rejected=3)
    assert list_parts(folder) == [
        "year=2024/month=12/part-00000.parquet",
        "year=2025/month=01/part-00000.parquet",
        "year=2025/month=01/part-00001.parquet",
        "year=2025/month=02/part-00002.parquet",
    ]
    in_folder = [event for name in list_parts(folder) for event in read_events(folder / "out" / name)]
    code_into(
        DocumentReader(find_inputs([str(folder / "in")])).read(),
        str(folder / "single.jsonl"),
        rejects=folder / "single.rejects.jsonl",
        config=CoderConfig(),
        maker=make_word_coder,
    )
    assert in_folder == list(read_events(folder / "single.jsonl"))
    assert (folder / "out" / "_rejects.jsonl").read_bytes() == (folder / "single.rejects.jsonl").read_bytes()


def test_the_ledgers_tell_what_became_of_each_document(folder: Path) -> None:
    order = make_order(folder, gate=set_aside_empty)
    assert code(order) == Tally(documents=6, events=8, rejected=3, set_aside=1)
    rows = [
        row for path in sorted((folder / "out/_documents").iterdir()) for row in pq.ParquetFile(path).read().to_pylist()
    ]
    assert [(row["document_id"], row["line"], row["outcome"], row["events"]) for row in rows] == [
        ("a", None, "coded", 1),
        ("n0", 1, "coded", 1),
        ("n1", 2, "coded", 2),
        ("n2", 3, "rejected", 0),
        ("n3", 4, "coded", 1),
        ("n4", 5, "rejected", 0),
        ("n1", 6, "rejected", 0),
        ("n6", 7, "coded", 1),
        ("n7", 8, "coded", 2),
        ("c", None, "set aside", 0),
    ]
    assert rows[3]["reason"] == "the coder failed on it (ZeroDivisionError: no words)"
    assert (rows[-1]["reason"], str(rows[-1]["published"])) == ("nothing happens", "2025-01-02")


def set_aside_empty(document: Document) -> str | None:
    return "nothing happens" if "nothing" in document.text else None


@pytest.fixture
def undisturbed(folder: Path) -> dict[str, bytes]:
    """What a run leaves in the folder that is not cut off."""
    code(make_order(folder, folder=folder / "undisturbed"))
    return read_tree(folder / "undisturbed")


@pytest.mark.parametrize("most", range(1, 11))
def test_a_run_that_is_cut_off_after_any_document_goes_on(
    folder: Path, undisturbed: dict[str, bytes], most: int
) -> None:
    code(make_order(folder), most=most)
    with open_run(make_order(folder)) as run:
        # Three documents a part; what is complete is not coded again.
        assert len(list(run.code(LocalEngine()))) == 10 - 3 * ((most - 1) // 3)
        assert run.tally == Tally(documents=7, events=8, rejected=3)
    assert read_tree(folder / "out") == undisturbed


BULK_RUN = """
import sys
from pathlib import Path
from dragoman.tasks.bulk import open_run
from dragoman.tasks.engines import LocalEngine
from tests.tasks.bulk.coders import make_later_coder
from tests.tasks.bulk.coders import make_mortal_coder
from tests.tasks.bulk.runs import make_order

if __name__ == "__main__":
    with open_run(make_order(Path(sys.argv[1]), part_size=20, maker=make_mortal_coder)) as run:
        for _ in run.code(LocalEngine(2)):
            print(".", flush=True)
"""


def test_a_run_that_is_killed_anywhere_and_whose_workers_are_goes_on(tmp_path: Path) -> None:
    inputs = write_inputs(tmp_path, lines=200)
    (inputs / "a.txt").write_text(f"date 2024-12-30 They met. KILL self {tmp_path / 'killed'}")
    order = make_order(tmp_path, folder=tmp_path / "undisturbed", part_size=20)
    tally = code(order)
    (tmp_path / "run.py").write_text(BULK_RUN)
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "run.py"), str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    with process:
        assert process.stdout
        for _ in range(random.randrange(21, 120)):  # noqa: S311 - no secret
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert (tmp_path / "killed").exists()
    with open_run(replace(order, folder=tmp_path / "out")) as run:
        assert run.tally.documents > 0
        list(run.code(LocalEngine()))
        assert run.tally == tally
    assert read_tree(tmp_path / "out") == read_tree(tmp_path / "undisturbed")


def test_a_run_that_has_ended_codes_nothing_more(folder: Path) -> None:
    tally = code(make_order(folder))
    before = read_tree(folder / "out")
    assert code(make_order(folder, maker=make_word_coder), LocalEngine(2)) == tally
    assert read_tree(folder / "out") == before


def change_input(folder: Path) -> None:
    (folder / "in" / "c.txt").write_text("date 2025-01-02 They said a thing.")


def add_input(folder: Path) -> None:
    (folder / "in" / "d.txt").write_text("date 2025-01-02 They met.")


CHANGES = [
    (
        {"config": CoderConfig(min_confidence=0.1)},
        None,
        r"out: it holds a run with min_confidence 0\.\d+, not min_confidence 0\.1",
    ),
    ({"part_size": 4}, None, "it holds a run with part_size 3, not part_size 4"),
    ({"columns": {"text": "body"}}, None, "it holds a run with columns"),
    ({"gate": set_aside_empty}, None, "it holds a run with gate false, not gate true"),
    ({"maker": make_later_coder}, None, r"another coder: version changed \(version 0 then, 1 now\)"),
    ({}, change_input, r"c\.txt: it has changed since the run was begun"),
    ({}, add_input, r"a run over other inputs \(.*d\.txt\)"),
]


@pytest.mark.parametrize(("changes", "change", "fault"), CHANGES)
def test_another_run_in_the_same_folder_is_refused(
    folder: Path, changes: dict[str, Any], change: Callable[[Path], None] | None, fault: str
) -> None:
    code(make_order(folder), most=5)
    before = read_tree(folder / "out")
    if change:
        change(folder)
    with pytest.raises(InputError, match=fault):
        code(make_order(folder, **changes))
    assert read_tree(folder / "out") == before


def test_a_folder_with_other_things_is_refused_and_left_alone(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "letters.txt").write_text("Dear Ann")
    with pytest.raises(InputError, match=r"out: the folder holds other things \(letters\.txt\)"):
        code(make_order(folder))
    assert read_tree(folder / "out") == {"letters.txt": b"Dear Ann"}


def test_what_a_run_left_whose_manifest_is_gone_is_refused(folder: Path) -> None:
    code(make_order(folder), most=5)
    (folder / "out" / "_manifest.json").unlink()
    with pytest.raises(InputError, match=r"out: the folder holds other things \(_documents\)"):
        code(make_order(folder))


def test_a_damaged_manifest_is_told(folder: Path) -> None:
    code(make_order(folder), most=5)
    (folder / "out" / "_manifest.json").write_text("{}")
    with pytest.raises(InputError, match=r"_manifest\.json: it is no manifest"):
        code(make_order(folder))


def test_standard_input_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="standard input cannot be read again"):
        code(make_order(folder, inputs=tuple(find_inputs(["-"]))))


def test_distant_inputs_are_known_by_their_addresses(folder: Path) -> None:
    lines = json.dumps({"id": "far", "published": "2025-01-07", "text": "They met."}).encode() + b"\n"
    with serve({"/a.jsonl": lines * 3}) as server:
        order = make_order(folder, inputs=tuple(find_inputs([f"{server.url}/a.jsonl"])))
        code(order, most=1)
        assert code(order) == Tally(documents=1, events=1, rejected=2)


def test_two_runs_at_once_are_refused(folder: Path) -> None:
    pytest.importorskip("fcntl", reason="locks are a thing of POSIX")
    with open_run(make_order(folder)), pytest.raises(InputError, match="another run is at work in it"):
        code(make_order(folder))


def test_a_missing_model_ends_the_run_before_anything_is_written(folder: Path) -> None:
    with pytest.raises(ModelError, match="the model is missing"):
        code(make_order(folder, maker=make_no_coder))
    assert read_tree(folder / "out") == {}


class Strangers:
    """An engine whose workers have another coder."""

    def map(self, work: Any, items: Iterable[Any], *, crashed: Any) -> Iterator[Any]:
        for result in LocalEngine().map(work, items, crashed=crashed):
            events = [{**event, "coder": {"version": "1"}} for event in getattr(result, "events", ())]
            yield replace(result, events=tuple(events)) if events else result


def test_a_worker_with_another_coder_ends_the_run(folder: Path) -> None:
    with pytest.raises(ModelError, match="a worker codes with another version of dragoman"):
        code(make_order(folder), Strangers())
