"""Names beside the circles of a map, where they have room: over no circle, and over no other name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.pages.drawings.marks import Mark
from dragoman.pages.drawings.projection import View


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a sheet is shown; the style sheet has the same numbers."""

    name: str
    """The class of what is shown at this width of the window alone."""
    circles: float
    """How many times as large as they are drawn."""
    letter: float
    line: float
    """Pixels of the sheet that a letter and a line take, about."""
    most: int
    """Names, at most."""


WIDE = Scale("wide", circles=1, letter=6.8, line=15, most=14)
NARROW = Scale("narrow", circles=1.8, letter=20, line=41, most=8)
"""On a phone the sheet is a third as large, and letters are not."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and where its line begins, or ends where it stands to the left."""

    words: str
    x: float
    y: float
    anchor: str
    """As SVG has it: start, end or middle."""


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def place_labels(view: View, marks: Sequence[Mark], scale: Scale) -> list[Label]:
    """Names of the largest places that have room: on the right, the left, below or above.

    Args:
        view: the part of the world.
        marks: the largest first.
        scale: how large it is shown.

    """
    labels: list[Label] = []
    taken: list[_Box] = []
    for mark in marks:
        if len(labels) == scale.most:
            break
        free = ((label, box) for label, box in _propose(mark, scale) if _is_free(view, box, taken, marks, scale))
        if found := next(free, None):
            labels.append(found[0])
            taken.append(found[1])
    return labels


def _propose(mark: Mark, scale: Scale) -> Iterator[tuple[Label, _Box]]:
    words = mark.place["name"]
    width, half, gap = scale.letter * len(words), scale.line / 2, scale.line / 3
    off = mark.radius * scale.circles + gap
    x, y, drop = mark.x, mark.y, 0.3 * scale.line
    for anchor, left, middle in (
        ("start", x + off, y),
        ("end", x - off - width, y),
        ("middle", x - width / 2, y + off + half),
        ("middle", x - width / 2, y - off - half),
    ):
        at = {"start": left, "end": left + width, "middle": x}[anchor]
        label = Label(words, round(at, 1), round(middle + drop, 1), anchor)
        yield label, _Box(left, middle - half, left + width, middle + half)


def _is_free(view: View, box: _Box, taken: Iterable[_Box], marks: Iterable[Mark], scale: Scale) -> bool:
    on_sheet = box.left > 0 and box.top > 0 and box.right < view.width and box.bottom < view.height
    return (
        on_sheet
        and not any(
            box.left < o.right and box.right > o.left and box.top < o.bottom and box.bottom > o.top for o in taken
        )
        and not any(_covers(mark, box, scale) for mark in marks)
    )


def _covers(mark: Mark, box: _Box, scale: Scale) -> bool:
    """Whether a circle reaches into a box; a ring that goes around all of it does too."""
    across = mark.x - min(max(mark.x, box.left), box.right)
    down = mark.y - min(max(mark.y, box.top), box.bottom)
    return across**2 + down**2 < (mark.radius * scale.circles) ** 2
