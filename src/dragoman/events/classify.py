"""The type of a given pair: what an actor does to a recipient in a passage, as probabilities."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from dragoman.config import TypeModel
from dragoman.errors import DocumentError, ModelError
from dragoman.events.onnx import Array, PackagedModel, make_encodable, softmax
from dragoman.events.pairs import Offsets, mark_pair

NONE = "NONE"
"""Name of the class for a pair with no event between its sides."""
ACCURATE_PACKAGE = "dragoman_accurate"
"""What `pip install ./models/accurate` installs: too large to be part of this package."""


class PairClassifier:
    """Classifies marked pairs with a model of its own, loaded when the first pair comes.

    It labels as the pairs of Hu et al. (2024) do, whose borders are not always those of the coder's own events: imposed
    sanctions are COERCE, a planned meeting is AGREE.
    """

    def __init__(self, which: TypeModel = TypeModel.DEFAULT) -> None:
        self._which = which

    def classify(self, text: str, actor: Offsets | None, recipient: Offsets | None) -> dict[str, float]:
        """Probabilities of the sixteen types and NONE for what `actor` does to `recipient`.

        Args:
            text: a sentence or a short passage; of a longer one 128 word pieces around the first side are read, and a
                side that lies beyond them counts as unnamed.
            actor: offsets [start, end) in code points, or None where the text leaves the actor unnamed.
            recipient: likewise.

        Returns:
            Type names to probabilities that add up to 1, the sixteen types in the codebook's order, then NONE. They
            are calibrated (Guo et al. 2017; docs/evaluation.md) for pairs that have an event between them, which is
            taken for granted: NONE is a remainder, not a finding that nothing happens.

        Raises:
            DocumentError: when offsets lie outside the text or hold no words, or neither side is given.
            ModelError: when the model is not installed, or a file of it is missing or not the one it was made with.

        """
        if actor is None and recipient is None:
            raise DocumentError("neither side of the pair is given", remedy="Mark the actor, the recipient or both.")
        for side in (actor, recipient):
            _check(text, side)
        model = load_pair_model(self._which)
        logits = model.read(text, actor, recipient)
        if self._which is TypeModel.ACCURATE:
            # Two networks that learnt apart err less together than either (docs/evaluation.md).
            other = load_pair_model(TypeModel.DEFAULT).read(text, actor, recipient)
            logits = np.mean([logits, other], axis=0, dtype=np.float32)
        probabilities = softmax(logits / model.temperature)
        return dict(zip(model.classes, (round(float(p), 6) for p in probabilities), strict=True))


class PairModel:
    """A type model as it is packaged."""

    def __init__(self, folder: Traversable) -> None:
        self._model = PackagedModel(folder)
        self.classes: list[str] = self._model.labels["classes"]
        self.temperature: float = self._model.labels["temperature"]
        self.tokenizer = self._model.tokenizer
        self._convention: str = self._model.labels["convention"]

    def read(self, text: str, actor: Offsets | None, recipient: Offsets | None) -> Array:
        """Logits (17) of `classes` for a marked pair."""
        pair = mark_pair(self.tokenizer, make_encodable(text), actor, recipient, convention=self._convention)
        ids = np.asarray([pair.ids], dtype=np.int64)
        feed = {"ids": ids, "mask": np.ones_like(ids), "at": np.asarray([pair.at], dtype=np.int64)}
        (logits,) = self._model.session.run(None, feed)
        return np.asarray(logits[0], dtype=np.float32)


@cache
def load_pair_model(which: TypeModel) -> PairModel:
    """The one type model of its kind in this process, loaded on first use.

    Raises:
        ModelError: when the model is not installed, or a file of it is missing or not the one it was made with.

    """
    if which is TypeModel.DEFAULT:
        return PairModel(files("dragoman.events") / "weights" / "pairs")
    try:
        folder = files(ACCURATE_PACKAGE)
    except ModuleNotFoundError:
        raise ModelError(
            "the accurate model is not installed",
            place=ACCURATE_PACKAGE,
            remedy="In a checkout of dragoman: pip install ./models/accurate (or make accurate).",
        ) from None
    return PairModel(folder)


def _check(text: str, side: Offsets | None) -> None:
    if side is None:
        return
    start, end = side
    if not (0 <= start < end <= len(text)) or not text[start:end].strip():
        raise DocumentError(
            f"the offsets {start}..{end} hold no words of a text of {len(text)} code points",
            remedy="Give [start, end) offsets in code points, or null for an unnamed side.",
        )
