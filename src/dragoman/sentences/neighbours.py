"""The layers by which the parser's networks look from each word at its neighbours; only `sentences/quick.py` needs it.

Each takes a word with the one before and the one after it, multiplies them with a matrix of three pieces, keeps the
greatest of each three numbers (maxout), brings them to one scale (layer normalisation) and adds them to the word's own.
Done in whole columns, that takes half of the time.
"""

from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

_PARTS: Final = ("expand_window", "maxout", "layernorm", "dropout")
_LEAST: Final = 1e-8
"""Added to the variance, as the network does."""

_Rows = NDArray[np.float32]


class _Weights(NamedTuple):
    """One layer: the matrix by pieces, which stand in columns one after the other, and what is added to each."""

    matrix: _Rows
    bias: _Rows
    bounds: tuple[tuple[int, int], ...]
    """First and last column of each piece."""
    scale: _Rows
    shift: _Rows


def quicken_neighbours(network: Model[Any, Any]) -> None:
    """Let a network compute the layers that look at neighbours by whole columns, wherever it has them.

    Args:
        network: changed in place.

    """
    for node in list(network.walk()):
        for at, layer in enumerate(node.layers):
            if node.name.startswith("with_array") and _looks_at_neighbours(layer):
                columns = _Columns(layer)
                node.layers[at] = Model("neighbours_by_columns", columns.forward, layers=[layer])


def _looks_at_neighbours(layer: Model[Any, Any]) -> bool:
    return (
        isinstance(layer.ops, NumpyOps)
        and bool(layer.layers)
        and all(part.name.startswith("residual(") and _is_window(_find_leaves(part)) for part in layer.layers)
    )


def _find_leaves(layer: Model[Any, Any]) -> list[Any]:
    return [inner for inner in layer.walk(order="dfs_pre") if not inner.layers]


def _is_window(leaves: list[Any]) -> bool:
    if tuple(leaf.name for leaf in leaves) != _PARTS:
        return False
    window, maxout, *_ = leaves
    return bool(window.attrs["window_size"] == 1 and maxout.get_dim("nP") > 1)


class _Columns:
    """Some layers with what they have learned."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._layer = layer
        self._weights = [_read_weights(_find_leaves(part)) for part in layer.layers]

    def forward(self, _: Model[Any, Any], rows: _Rows, is_train: bool) -> Any:
        """What the layers make of words one after the other."""
        if is_train or not len(rows):
            return self._layer(rows, is_train)
        # Taken once for all layers: to get so much memory from the system costs as much as to fill it.
        width = rows.shape[1]
        around = np.zeros((len(rows), 3 * width), dtype=np.float32)
        pieces = np.empty((len(rows), self._weights[0].matrix.shape[1]), dtype=np.float32)
        for weights in self._weights:
            around[1:, :width] = rows[:-1]
            around[:, width : 2 * width] = rows
            around[:-1, 2 * width :] = rows[1:]
            np.matmul(around, weights.matrix, out=pieces)
            rows = rows + _settle(pieces, weights)
        return rows, None


def _read_weights(leaves: list[Any]) -> _Weights:
    maxout, norm = leaves[1:3]
    kept, pieces, seen = maxout.get_param("W").shape
    edges = range(0, kept * pieces + 1, kept)
    return _Weights(
        matrix=np.ascontiguousarray(maxout.get_param("W").swapaxes(0, 1).reshape(kept * pieces, seen).T),
        bias=maxout.get_param("b").T.reshape(-1),
        bounds=tuple(pairwise(edges)),
        scale=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def _settle(pieces: _Rows, weights: _Weights) -> _Rows:
    """What one layer adds to each word, of the products with its matrix; these are used up."""
    pieces += weights.bias
    first, second, *others = (pieces[:, start:end] for start, end in weights.bounds)
    best: _Rows = np.maximum(first, second)
    for other in others:
        np.maximum(best, other, out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best) / best.shape[1] + _LEAST
    best *= (1 / np.sqrt(variance))[:, None]
    best *= weights.scale
    best += weights.shift
    return best
