"""Learned models that the package ships: folders with an ONNX graph, its tokenizer and a manifest, checked by hash."""

import hashlib
import json
import os
import re
from collections.abc import Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.errors import ModelError
from dragoman.model.text import blank_entities

Array = NDArray[np.float32]

GRAPH, TOKENIZER = "model.onnx", "tokenizer.json"

_SURROGATE = re.compile("[\ud800-\udfff]")

_SILENCE = "ORT_DISABLE_TELEMETRY"
"""Without it ONNX Runtime (1.31) tells its makers over the network that it is used, and keeps an id of the machine. It
reads the variable when it is first imported."""

_SLOWER = ["LayerNormFusion", "SkipLayerNormFusion"]
"""Rewritings of ONNX Runtime that cost time: its fused normalisations take a tenth longer than their parts (1.31)."""


class PackagedModel:
    """A folder with `manifest.json` (labels, hashes), `model.onnx` and `tokenizer.json`.

    Each file is read when it is first asked for, and compared with its hash.

    Raises:
        ModelError: on reading a file that is missing or not the one the manifest was written for.

    """

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        manifest = json.loads(self._read("manifest.json").decode("utf-8"))
        self.labels: dict[str, Any] = manifest["labels"]
        self.hashes: dict[str, str] = {name: f"sha256:{h}" for name, h in manifest["sha256"].items()}

    def check(self) -> None:
        """Read every file, and compare it with its hash.

        Raises:
            ModelError: one is missing or not the one the manifest was written for.

        """
        for name in self.hashes:
            self._checked(name)

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The word-piece tokenizer."""
        return Tokenizer.from_str(self._checked(TOKENIZER).decode("utf-8"))

    @cached_property
    def session(self) -> Any:
        """The graph, ready to run on one thread."""
        os.environ[_SILENCE] = "1"
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # One thread: parallel workers do not fight over cores, and sums are always taken in the same order.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._checked(GRAPH), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )

    def _checked(self, name: str) -> bytes:
        content = self._read(name)
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != self.hashes[name]:
            raise ModelError(
                "the file is not the one this version of dragoman was made with",
                place=str(self._folder / name),
                remedy="Install the package again.",
            )
        return content

    def _read(self, name: str) -> bytes:
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise ModelError(
                f"the model file can't be read: {error.strerror or error}",
                place=str(self._folder / name),
                remedy="Install the package again.",
            ) from None


def find_piece(tokenizer: Tokenizer, piece: str) -> int:
    """The id of a word piece. Raises `ModelError` where the tokenizer does not have it."""
    number: int | None = tokenizer.token_to_id(piece)
    if number is None:
        raise ModelError(f"the tokenizer has no {piece}", remedy="Install the package again.")
    return number


def make_encodable(text: str) -> str:
    """A copy of equal length that UTF-8 can hold, without lone surrogates, and without HTML entities."""
    return blank_entities(_SURROGATE.sub("\ufffd", text))


def mean_rows(values: Array, rows: Sequence[int]) -> Array:
    """The mean of a few rows; NumPy's own costs three times as much on so few."""
    total: Array = np.add.reduce(values[list(rows)], axis=0)
    return total / np.float32(len(rows))


def softmax(logits: Array) -> Array:
    """Probabilities over the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(logits: Array) -> Array:
    """Probability of each logit on its own."""
    return np.asarray(1.0 / (1.0 + np.exp(-logits)), dtype=np.float32)
