"""The learned tagger: an int8 ONNX encoder with heads, loaded on first use and checked against its hash.

Made by `training/`, which describes the network and what it was trained on.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.errors import ModelError
from dragoman.events.encode import Encoder, Window
from dragoman.model.codes import EventType, Status

Array = NDArray[np.float32]
WEIGHTS = files("dragoman.events") / "weights"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger makes of one window of N pieces; all values but `role_logits` (N, N, 4) are probabilities.

    `tags` (N, 33): outside, then begin and inside of each type. `statuses` (N, 5), `modes` (N, M), `reciprocal` (N):
    read at triggers. `hidden` (N, H): the encoder's output.
    """

    tags: Array
    role_logits: Array
    statuses: Array
    modes: Array
    reciprocal: Array
    hidden: Array

    def roles_at(self, pieces: Sequence[int]) -> Array:
        """For a trigger at `pieces`, the probability of each piece (N, 4) to belong to its roles.

        They are its actor, its recipient, its speaker, and a trigger of the same happening.
        """
        # Of the N × N scores only the rows of triggers are ever asked for.
        return np.asarray(sigmoid(self.role_logits[list(pieces)]).mean(axis=0), dtype=np.float32)


class Tagger:
    """Reads windows. One thread, one window at a time: the same window always gives the same reading."""

    def __init__(self) -> None:
        manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
        self.hashes: dict[str, str] = {name: f"sha256:{h}" for name, h in manifest["sha256"].items()}
        labels = manifest["labels"]
        self.types = [EventType(t) for t in labels["types"]]
        self.statuses = [Status(s) for s in labels["statuses"]]
        self.modes: list[str | None] = [m or None for m in labels["modes"]]
        self.encoder = Encoder(Tokenizer.from_str(self._checked("tokenizer.json").decode("utf-8")))
        self._tagger = _session(self._checked("tagger.onnx"))
        self._pair: Any = None

    def _checked(self, name: str) -> bytes:
        content = (WEIGHTS / name).read_bytes()
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != self.hashes[name]:
            raise ModelError(
                "the file is not the one this version of dragoman was made with",
                place=str(WEIGHTS / name),
                remedy="Install the package again.",
            )
        return content

    def read(self, window: Window) -> Reading:
        """Run the network over one window."""
        ids = np.asarray([window.ids], dtype=np.int64)
        tags, roles, attributes, hidden = self._tagger.run(None, {"ids": ids, "mask": np.ones_like(ids)})
        cut = len(self.statuses)
        return Reading(
            tags=softmax(tags[0]),
            role_logits=roles[0],
            statuses=softmax(attributes[0, :, :cut]),
            modes=softmax(attributes[0, :, cut:-1]),
            reciprocal=sigmoid(attributes[0, :, -1]),
            hidden=hidden[0],
        )

    def pair_probabilities(self, actor: Array, recipient: Array, window: Array) -> Array:
        """Probabilities of the types, then of none, for a pair given by mean vectors (H,) of its words."""
        if self._pair is None:
            self._pair = _session(self._checked("pair.onnx"))
        (logits,) = self._pair.run(None, {"actor": actor[None], "recipient": recipient[None], "window": window[None]})
        return softmax(logits[0])


@cache
def load_tagger() -> Tagger:
    """The one tagger of this process, loaded on first use.

    Raises:
        ModelError: when a file of the model is not the one this version was made with.
    """
    return Tagger()


def _session(model: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: parallel workers do not fight over cores, and sums are always taken in the same order.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def softmax(logits: Array) -> Array:
    """Probabilities over the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(logits: Array) -> Array:
    """Probability of each logit on its own."""
    return np.asarray(1.0 / (1.0 + np.exp(-logits)), dtype=np.float32)
