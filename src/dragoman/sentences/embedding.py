"""The vectors of single words, remembered; only `sentences/quick.py` needs it.

The parser's networks begin by turning each word, apart from its neighbours, into a vector: a third of their arithmetic.
Nearly all words of a text have been met before.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST: Final = 20_000
"""Words remembered, 700 bytes each; all are forgotten when there are more."""

_TOGETHER: Final = 16
"""Words are always turned into vectors by so many: in a matrix of another size the last digit may be another."""

_LAYERS: Final = ("extract_features", "list2ragged", None, None, "ragged2list")
_ONE_BY_ONE: Final = {"ints-getitem", "hashembed", "maxout", "layernorm", "dropout"}
"""Layers that look at each word apart from all others."""

_Rows = NDArray[np.float32]


def remember_words(network: Model[Any, Any]) -> None:
    """Let a network remember the vectors of words, where it makes them word by word.

    Args:
        network: changed in place.

    """
    for node in list(network.walk()):
        for at, layer in enumerate(node.layers):
            if _is_by_word(layer):
                memory = _Memory(layer)
                node.layers[at] = Model("remembered_words", memory.forward, layers=[layer])


def _is_by_word(layer: Model[Any, Any]) -> bool:
    parts = layer.layers
    return (
        isinstance(layer.ops, NumpyOps)
        and len(parts) == len(_LAYERS)
        and all(name in (None, part.name) for name, part in zip(_LAYERS, parts, strict=True))
        and all(inner.name in _ONE_BY_ONE for part in parts[2:4] for inner in part.walk() if not inner.layers)
    )


class _Memory:
    """The vectors of the words met, by what the network sees of a word."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._see, _, self._hash, self._mix, _ = layer.layers
        self._layer = layer
        self._vectors: dict[bytes, _Rows] = {}

    def forward(self, _: Model[Any, Any], docs: Sequence["Doc"], is_train: bool) -> Any:
        """The vectors of the words of some passages, as the network itself makes them."""
        if is_train:
            return self._layer(docs, is_train)
        return [self._look_up(seen) for seen in self._see.predict(docs)], None

    def _look_up(self, seen: NDArray[np.uint64]) -> _Rows:
        if not len(seen):
            found: _Rows = self._mix.predict(self._hash.predict(seen))
            return found
        if len(self._vectors) > MOST:
            self._vectors = {}  # not emptied: another thread may be reading
        known = self._vectors
        letters, length = seen.tobytes(), seen.itemsize * seen.shape[1]
        words = [letters[at : at + length] for at in range(0, len(letters), length)]
        new = list(dict.fromkeys(word for word in words if word not in known))
        for at in range(0, len(new), _TOGETHER):
            known.update(self._make_vectors(new[at : at + _TOGETHER], seen.dtype))
        return np.stack([known[word] for word in words])

    def _make_vectors(self, words: list[bytes], kind: np.dtype[Any]) -> dict[bytes, _Rows]:
        filled = words + words[:1] * (_TOGETHER - len(words))
        rows = np.frombuffer(b"".join(filled), dtype=kind).reshape(_TOGETHER, -1)
        return dict(zip(words, self._mix.predict(self._hash.predict(rows)), strict=False))
