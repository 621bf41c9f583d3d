"""A network on a sheet: sides as nodes, their relations as bundles of a strand for each quad class."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot, sqrt
from typing import Any

import numpy as np

from dragoman.pages.drawings.layout import lay_out, part
from dragoman.pages.drawings.sheets import Sheet

_THICKEST, _THINNEST = 16.0, 1.2
"""Pixels of a bundle, and of a strand."""

_RADII = (6.0, 15.0)
_LETTER, _LINE, _GAP = 7.6, 16.0, 6.0
"""Pixels that a letter and a line of a label take, about, and that are free around it."""


@dataclass(frozen=True, slots=True)
class Strand:
    """The events of a relation that are of one quad class."""

    quad_class: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Bundle:
    """A relation: where its line lies, and the strands side by side in it."""

    relation: Mapping[str, Any]
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    strands: tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A side, its middle and its label's."""

    side: Mapping[str, Any]
    kind: str
    """state, organisation, group or other: each has a shape of its own."""
    x: float
    y: float
    radius: float
    label: str
    label_y: float


@dataclass(frozen=True, slots=True)
class Network:
    """All that is drawn; what comes later lies on top."""

    sheet: Sheet
    bundles: tuple[Bundle, ...]
    nodes: tuple[Node, ...]


def draw_network(sheet: Sheet, sides: Sequence[Mapping[str, Any]], relations: Sequence[Mapping[str, Any]]) -> Network:
    """The places and widths of everything.

    Args:
        sheet: on which it is drawn.
        sides: those with most events first, each with `code`, `name` and `events`.
        relations: those with most events first, each with `one`, `other`, `events` and `quad_classes`.

    """
    numbers = {side["code"]: number for number, side in enumerate(sides)}
    most = max((relation["events"] for relation in relations), default=1)
    # Rounded, as the radii are: one event more moves nothing, and nothing has to be arranged anew.
    ties = tuple((numbers[r["one"]], numbers[r["other"]], round(sqrt(r["events"] / most), 2)) for r in relations)
    labels = [_write_label(side, sheet.longest) for side in sides]
    radii = [_find_radius(side, sides[0]["events"]) for side in sides]
    middles = _arrange(sheet, tuple(_measure(*node) for node in zip(labels, radii, strict=True)), ties)
    nodes = [_make_node(*node) for node in zip(sides, middles, labels, radii, strict=True)]
    at = {node.side["code"]: (node.x, node.y) for node in nodes}
    bundles = (_bind(relation, at[relation["one"]], at[relation["other"]], most) for relation in relations)
    return Network(sheet, tuple(bundles), tuple(nodes))


_lay_out = lru_cache(maxsize=64)(lay_out)
"""Once for all sheets."""


@lru_cache(maxsize=128)
def _arrange(
    sheet: Sheet, measures: tuple[tuple[float, float], ...], ties: tuple[tuple[int, int, float], ...]
) -> tuple[tuple[float, float], ...]:
    """The middles of nodes of some widths and heights, found once for each network: it takes the longest."""
    sizes, room = np.array(measures).reshape(-1, 2), (float(sheet.width), float(sheet.height))
    spread = _lay_out(len(measures), ties) * (np.asarray(room) - sizes) + sizes / 2
    return tuple((float(x), float(y)) for x, y in part(spread, sizes, room))


def _find_radius(side: Mapping[str, Any], most: int) -> float:
    return round(max(_RADII[0], _RADII[1] * sqrt(side["events"] / most)), 1)


def _write_label(side: Mapping[str, Any], longest: int) -> str:
    name: str = side["name"]
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _measure(label: str, radius: float) -> tuple[float, float]:
    """How wide and high a node is with its label below."""
    return max(2 * radius, _LETTER * len(label)) + _GAP, 2 * radius + _LINE + _GAP


def _make_node(side: Mapping[str, Any], middle: tuple[float, float], label: str, radius: float) -> Node:
    x, y = round(middle[0], 1), round(middle[1] - _LINE / 2, 1)
    return Node(side, _find_kind(side["code"]), x, y, radius, label, round(y + radius + 13, 1))


def _find_kind(code: str) -> str:
    prefix = code.rpartition(":")[0]
    return {"": "state", "IGO": "organisation", "NSA": "group"}.get(prefix, "other")


def _bind(relation: Mapping[str, Any], start: tuple[float, float], end: tuple[float, float], most: int) -> Bundle:
    widths = {
        quad_class: max(_THINNEST, _THICKEST * events / most)
        for quad_class, events in relation["quad_classes"].items()
        if events
    }
    strands = tuple(_lay_strands(widths, start, end))
    return Bundle(relation, *start, *end, round(sum(widths.values()), 1), strands)


def _lay_strands(widths: Mapping[str, float], start: tuple[float, float], end: tuple[float, float]) -> Iterator[Strand]:
    """Side by side, the middle of all where the line is."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    across, down = (end[1] - start[1]) / length, (start[0] - end[0]) / length
    edge = -sum(widths.values()) / 2
    for quad_class, width in widths.items():
        off = edge + width / 2
        edge += width
        x, y = off * across, off * down
        yield Strand(
            quad_class,
            round(start[0] + x, 1),
            round(start[1] + y, 1),
            round(end[0] + x, 1),
            round(end[1] + y, 1),
            round(width, 1),
        )
