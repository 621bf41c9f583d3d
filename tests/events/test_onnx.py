"""Packaged models are those that they were when the package was made."""

import json
from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.events.onnx import PackagedModel


def write_model(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content)
    return folder


def test_a_missing_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"manifest.json.*Install the package again"):
        PackagedModel(tmp_path / "nowhere")


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    manifest = json.dumps({"labels": {}, "sha256": {"tokenizer.json": "0" * 64, "model.onnx": "0" * 64}})
    model = PackagedModel(write_model(tmp_path, manifest_json=manifest, tokenizer_json="{}", model_onnx=""))
    with pytest.raises(ModelError, match="not the one"):
        _ = model.tokenizer
    with pytest.raises(ModelError, match="not the one"):
        _ = model.session
