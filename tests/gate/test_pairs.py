"""The accuracy gate of the type model: what its manifest says was measured in training, and its size.

The packaged model is trained on all pairs, so that it cannot be scored on them here: `training/train_pairs.py` measures
it by cross-validation and writes the figures into the manifest beside the hashes of the files.
"""

import json
from importlib.resources import files

WEIGHTS = files("dragoman.events") / "weights" / "pairs"
MEASURED = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))["labels"]["measured"]


def test_macro_f1_of_given_pairs_is_at_least_its_floor() -> None:
    assert MEASURED["macro_f1"] >= 0.85
    assert abs(sum(MEASURED["types"].values()) / len(MEASURED["types"]) - MEASURED["macro_f1"]) < 0.001


def test_probabilities_are_calibrated() -> None:
    assert MEASURED["calibration_error"] <= 0.05


def test_the_default_model_is_small() -> None:
    assert sum(len((WEIGHTS / name).read_bytes()) for name in ("model.onnx", "tokenizer.json")) <= 25_000_000
