"""The learned tagger: an int8 ONNX encoder with heads, loaded on first use and checked against its hash.

Made by `training/`, which describes the network and what it was trained on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

from dragoman.events.encode import Encoder, Window
from dragoman.events.onnx import Array, PackagedModel, mean_rows, sigmoid, softmax
from dragoman.model.codes import EventType, Status

RECENT = 32
"""Readings remembered, a megabyte each at most: what a gate has read, the coder need not read again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger makes of one window of N pieces.

    Probabilities: `tags` (N, 33): outside, then begin and inside of each type. `statuses` (N, 5), `modes` (N, M),
    `reciprocal` (N): read at triggers. Others: `role_logits` (N, N, 4); `states` (N, 384), what the encoder makes of
    each piece among the others.
    """

    tags: Array
    role_logits: Array
    statuses: Array
    modes: Array
    reciprocal: Array
    states: Array

    def roles_at(self, pieces: Sequence[int]) -> Array:
        """For a trigger at `pieces`, the probability of each piece (N, 4) to belong to its roles.

        They are its actor, its recipient, its speaker, and a trigger of the same happening.
        """
        # Of the N × N scores only the rows of triggers are ever asked for.
        logits = self.role_logits[list(pieces)]
        return mean_rows(sigmoid(logits), range(len(logits)))

    def state_at(self, pieces: Sequence[int]) -> tuple[float, ...]:
        """The state of a trigger at `pieces`, with mean 0 and deviation 1 so that none counts more than another."""
        state = mean_rows(self.states, pieces)
        return tuple(((state - state.mean()) / (state.std() + np.float32(1e-5))).tolist())


class Tagger:
    """Reads windows. One thread, one window at a time: the same window always gives the same reading."""

    def __init__(self) -> None:
        self._model = PackagedModel(files("dragoman.events") / "weights" / "tagger")
        self.hashes = {f"tagger/{name}": value for name, value in self._model.hashes.items()}
        labels = self._model.labels
        self.types = [EventType(t) for t in labels["types"]]
        self.statuses = [Status(s) for s in labels["statuses"]]
        self.modes: list[str | None] = [m or None for m in labels["modes"]]
        self.encoder = Encoder(self._model.tokenizer)
        self._read = lru_cache(maxsize=RECENT)(self._run)

    def read(self, window: Window) -> Reading:
        """Run the network over one window, unless that was done just before."""
        return self._read(window.ids)

    def _run(self, pieces: tuple[int, ...]) -> Reading:
        ids = np.asarray([pieces], dtype=np.int64)
        tags, roles, attributes, states = self._model.session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
        cut = len(self.statuses)
        return Reading(
            tags=softmax(tags[0]),
            role_logits=roles[0],
            statuses=softmax(attributes[0, :, :cut]),
            modes=softmax(attributes[0, :, cut:-1]),
            reciprocal=sigmoid(attributes[0, :, -1]),
            states=states[0],
        )


@cache
def load_tagger() -> Tagger:
    """The one tagger of this process, loaded on first use.

    Raises:
        ModelError: when a file of the model is not the one this version was made with.
    """
    return Tagger()
