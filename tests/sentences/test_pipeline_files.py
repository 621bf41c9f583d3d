from pathlib import Path

import pytest

from dragoman.config import CoderConfig
from dragoman.errors import ModelError
from dragoman.sentences.parse import SpacyParser
from dragoman.sentences.pipeline_files import find_pipeline_folder, hash_folder


def test_the_hash_sees_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = hash_folder(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = hash_folder(tmp_path)
    (tmp_path / "b").write_bytes(b"2")
    assert len({first, second, hash_folder(tmp_path)}) == 3


def test_a_folder_with_a_config_is_a_pipeline(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").touch()
    assert find_pipeline_folder(str(tmp_path)) == tmp_path


@pytest.mark.parametrize("name", ["no_such_pipeline", "no/such/folder", ""])
def test_a_missing_pipeline_is_reported_with_its_remedy(name: str) -> None:
    with pytest.raises(ModelError, match="pip install"):
        find_pipeline_folder(name)


def test_changed_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").touch()
    parser = SpacyParser(CoderConfig(pipeline=str(tmp_path), pipeline_sha256="0" * 64))
    with pytest.raises(ModelError, match="hash"):
        _ = parser.digest
