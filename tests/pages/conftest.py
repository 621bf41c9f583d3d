"""Dossiers of the small record that questions are tested with."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.store import Entry
from dragoman.tasks.dossier import compile_dossier
from dragoman.tasks.opening import open_record
from tests.store.entries import open_new, put_all
from tests.tasks.records import make_record

Compile = Callable[..., dict[str, Any]]


@pytest.fixture
def compiled(tmp_path: Path) -> Compile:
    """`compiled(entry, …)` gives the dossier of IRN and TUR of a record of entries; without any of the usual one."""

    def compile_(*entries: Entry, **asked: Any) -> dict[str, Any]:
        path = tmp_path / "pages.db"
        if entries:
            with open_new(path) as connection:
                put_all(connection, *entries)
        else:
            make_record(path)
        with open_record(path) as record:
            return compile_dossier(record, "IRN", "TUR", **asked)

    return compile_
