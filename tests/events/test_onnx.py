"""Packaged models are those that they were when the package was made."""

import json
import os
import subprocess
import sys
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


def test_the_runtime_tells_nobody_that_it_is_used(tmp_path: Path) -> None:
    script = "from dragoman.events.tagger import load_tagger; assert load_tagger()._model.session"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"} | home
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    assert not list(tmp_path.rglob("*")), "what it would tell it keeps here first"
