"""The accuracy gate of the type models: what their manifests say was measured in training, and their size.

The packaged models are trained on all pairs, so that they cannot be scored on them here: `training/train_pairs.py`
measures them by cross-validation and writes the figures into the manifest beside the hashes of the files.
"""

import hashlib
import json
from importlib.resources import files
from typing import Any

import pytest

DEFAULT = files("dragoman.events") / "weights" / "pairs"
ACCURATE = files("dragoman_accurate")


def read_labels(model: str) -> dict[str, Any]:
    folder = {"default": DEFAULT, "accurate": ACCURATE}[model]
    labels: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["labels"]
    return labels


@pytest.mark.parametrize(("model", "floor"), [("default", 0.85), ("accurate", 0.868)])
def test_macro_f1_of_given_pairs_is_at_least_its_floor(model: str, floor: float) -> None:
    measured = read_labels(model)["measured"]
    assert measured["macro_f1"] >= floor
    assert abs(sum(measured["types"].values()) / len(measured["types"]) - measured["macro_f1"]) < 0.001


@pytest.mark.parametrize("model", ["default", "accurate"])
def test_probabilities_are_calibrated(model: str) -> None:
    assert read_labels(model)["measured"]["calibration_error"] <= 0.05


def test_the_accurate_model_was_measured_beside_the_default_one_that_ships() -> None:
    assert read_labels("accurate")["beside"] == hashlib.sha256((DEFAULT / "model.onnx").read_bytes()).hexdigest()


def test_the_default_model_is_small() -> None:
    assert sum(len((DEFAULT / name).read_bytes()) for name in ("model.onnx", "tokenizer.json")) <= 25_000_000


def test_no_file_of_the_accurate_model_is_too_large_for_code_hosts() -> None:
    assert len((ACCURATE / "model.onnx").read_bytes()) <= 95_000_000
