"""Folders for bulk runs."""

from pathlib import Path

import pytest

from tests.tasks.bulk.runs import write_inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with inputs."""
    write_inputs(tmp_path)
    return tmp_path
