"""Which texts share hashes with a sketch."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dragoman.copies.sketch import Hashes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOOSE: Final = 1 << 16
"""Hashes that are held in a dictionary before they are sorted in among the others, which take a tenth of the room."""
_COMMON: Final = 256
"""A hash of more texts than that is of words that stand everywhere, and tells nothing."""


class SketchIndex:
    """Numbers of texts by the hashes of their sketches; 12 bytes a hash."""

    def __init__(self) -> None:
        import numpy as np

        self._hashes = np.empty(0, dtype=np.uint64)
        self._numbers = np.empty(0, dtype=np.uint32)
        self._loose: dict[int, list[int]] = {}
        self._held = 0

    def add(self, number: int, sketch: Hashes) -> None:
        """Take in a text.

        Args:
            number: that `find` is to give; below 2**32.
            sketch: its hashes.

        """
        for value in sketch.tolist():
            self._loose.setdefault(value, []).append(number)
        self._held += len(sketch)

    def add_all(self, numbers: Sequence[int], sketches: Sequence[Hashes]) -> None:
        """Take in many texts at once.

        Args:
            numbers: as for `add`.
            sketches: as many.

        """
        import numpy as np

        if sketches:
            self._sort_in(
                np.concatenate(sketches), np.repeat(np.array(numbers, dtype=np.uint32), list(map(len, sketches)))
            )

    def find(self, sketch: Hashes) -> Counter[int]:
        """The texts that share hashes with a sketch, and how many."""
        import numpy as np

        shared: Counter[int] = Counter()
        first = np.searchsorted(self._hashes, sketch, side="left").tolist()
        last = np.searchsorted(self._hashes, sketch, side="right").tolist()
        for value, begin, end in zip(sketch.tolist(), first, last, strict=True):
            loose = self._loose.get(value, ())
            if end - begin + len(loose) <= _COMMON:
                shared.update(self._numbers[begin:end].tolist())
                shared.update(loose)
        return shared

    def settle(self, oldest: int) -> None:
        """Sort in what was added, where it has become much, and forget texts before a number then."""
        if self._held < _LOOSE:
            return
        import numpy as np

        numbers = np.fromiter((n for found in self._loose.values() for n in found), dtype=np.uint32, count=self._held)
        lengths = [len(found) for found in self._loose.values()]
        hashes = np.repeat(np.fromiter(self._loose, dtype=np.uint64, count=len(self._loose)), lengths)
        self._loose, self._held = {}, 0
        kept = self._numbers >= oldest
        self._hashes, self._numbers = self._hashes[kept], self._numbers[kept]
        self._sort_in(hashes, numbers)

    def _sort_in(self, hashes: Hashes, numbers: "NDArray[np.uint32]") -> None:
        import numpy as np

        hashes, numbers = np.concatenate([self._hashes, hashes]), np.concatenate([self._numbers, numbers])
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._numbers = hashes[order], numbers[order]
