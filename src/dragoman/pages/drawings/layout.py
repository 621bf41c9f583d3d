"""Where the sides of a network stand: those with many events in common near to each other.

A spring layout after Fruchterman and Reingold (1991), Graph drawing by force-directed placement, Software: Practice and
Experience 21 (11). It begins from fixed places, so that the same network is always drawn the same way.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]

_ROUNDS = 250
_TURN = np.pi * (3 - np.sqrt(5))
"""The golden angle: points on a spiral of such turns are spread evenly."""

_PULL = 0.6
"""Towards the middle."""

_FAR = 2.5
"""Lengths of a line beyond which nodes no longer push each other."""


def lay_out(count: int, ties: Sequence[tuple[int, int, float]]) -> Points:
    """A place for each of the nodes, within a square from 0 to 1.

    Args:
        count: of the nodes; those of low number begin in the middle.
        ties: numbers of two nodes, and how strongly they belong together, from 0 to 1.

    """
    numbers = np.arange(count)
    points: Points = np.sqrt((numbers + 0.5) / max(count, 1))[:, None] * np.column_stack(
        (np.cos(numbers * _TURN), np.sin(numbers * _TURN))
    )
    near = 1.6 / np.sqrt(max(count, 1))
    strength = np.zeros((count, count))
    for one, other, weight in ties:
        strength[one, other] = strength[other, one] = 0.4 + 0.6 * weight
    for step in np.linspace(0.2, 0.002, _ROUNDS):
        points = _move(points, strength, near, step)
    return _stretch(points)


def _move(points: Points, strength: Points, near: float, step: float) -> Points:
    """All nodes pushed apart, those with a line drawn together, none further than a step."""
    between = points[:, None] - points[None]
    distance = np.maximum(np.linalg.norm(between, axis=2), 0.01)
    # Those far apart leave each other alone: a part without a line to the others would be driven to the edge.
    apart = np.where(distance < _FAR * near, near**2 / distance**2, 0)
    force = apart - strength * distance / near
    shift = np.einsum("ijk,ij->ik", between, force) - _PULL * points
    length = np.maximum(np.linalg.norm(shift, axis=1, keepdims=True), 1e-9)
    moved: Points = points + shift / length * np.minimum(length, step)
    return moved


def _stretch(points: Points) -> Points:
    if not len(points):
        return points
    low = points.min(axis=0)
    spread = points.max(axis=0) - low
    stretched: Points = np.where(spread > 0, (points - low) / np.where(spread > 0, spread, 1), 0.5)
    return stretched


def part(points: Points, sizes: Points, sheet: tuple[float, float]) -> Points:
    """Nodes moved until none lies over another, as far as the sheet has room.

    Args:
        points: the middle of each, in pixels.
        sizes: how wide and high each is.
        sheet: how wide and high it is.

    """
    half, numbers = sizes / 2, np.arange(len(points))
    # Nodes on one spot are told apart by their numbers.
    order = np.sign(np.subtract.outer(numbers, numbers))[..., None]
    for _ in range(_ROUNDS):
        between = points[:, None] - points[None]
        overlap: Points = half[:, None] + half[None] - np.abs(between)
        overlap[numbers, numbers] = 0
        is_over = np.all(overlap > 0, axis=2, keepdims=True)
        if not is_over.any():
            break
        # Along the way that is shorter.
        push = np.where(is_over & (overlap == overlap.min(axis=2, keepdims=True)), overlap, 0)
        points = points + 0.3 * (push * np.where(between == 0, order, np.sign(between))).sum(axis=1)
        points = np.clip(points, half, np.asarray(sheet) - half)
    return points
