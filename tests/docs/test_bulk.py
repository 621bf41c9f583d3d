"""The queries that the page on bulk runs shows."""

import re
from pathlib import Path

import pytest

from dragoman.config import CoderConfig
from dragoman.documents import find_inputs
from dragoman.tasks.bulk import BulkOrder, open_run
from dragoman.tasks.engines import LocalEngine
from tests.docs.pages import ROOT, find_blocks

QUERIES = [block.body for block in find_blocks(ROOT / "docs" / "bulk.md", "sql")]


@pytest.fixture(scope="module")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with events/, the bulk run over some of the examples."""
    folder = tmp_path_factory.mktemp("bulk")
    inputs = find_inputs([str(ROOT / "examples" / "dispatches" / "2024-01-1*.txt")])
    with open_run(BulkOrder(folder=folder / "events", inputs=tuple(inputs), config=CoderConfig())) as run:
        assert len(list(run.code(LocalEngine()))) > 1
    return folder


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: re.findall(r"'events/(\w*)", query)[0])
def test_duckdb_answers_them(run_folder: Path, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    monkeypatch.chdir(run_folder)
    assert duckdb.sql(query).fetchall()
