"""A sketch of a text: a few hashes of its runs of words, by which texts that share such runs are found.

Of all hashes the smallest are kept: MinHash with one function and many minima, a bottom-k sketch (Broder 1997). Two
sketches share the small hashes of what two texts share, also where one text is only a third of the other; the bands of
a table of permutations would find texts of about the same length only. The hashes are BLAKE2, and so the same in each
process and on each machine: they can be kept.
"""

from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, TypeAlias

from dragoman.copies.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

Hashes: TypeAlias = "NDArray[np.uint64]"

RUN: Final = 4
"""Words in a run. Three are met in too many texts, and of five an edit spoils too many."""
SIZE: Final = 32
"""Hashes kept of a text: of a copy cut to a tenth some three are left in common."""

_FACTORS: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
"""Odd numbers with many ones, one for each word of a run, so that the order of words counts."""


def make_sketch(words: Words) -> Hashes:
    """The sketch of the text proper, at most `SIZE` hashes, the smallest first.

    Args:
        words: of the text; titles are not part of a sketch.

    Returns:
        No hash where the text has fewer than `RUN` words.

    """
    import numpy as np

    row = np.array(_hash_words(words.folded[words.first : words.last]), dtype=np.uint64)
    count = len(row) - RUN + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    runs = np.zeros(count, dtype=np.uint64)
    for at, factor in enumerate(_FACTORS):
        runs += row[at : at + count] * np.uint64(factor)
    runs ^= runs >> np.uint64(31)  # the last steps of SplitMix64: all bits depend on all
    runs *= np.uint64(0xBF58476D1CE4E5B9)
    runs ^= runs >> np.uint64(27)
    return np.unique(runs)[:SIZE]


def write_sketch(sketch: Hashes) -> bytes:
    """A sketch to keep, the same on each machine."""
    return sketch.astype("<u8").tobytes()


def read_sketch(kept: bytes) -> Hashes:
    """The sketch that `write_sketch` wrote."""
    import numpy as np

    return np.frombuffer(kept, dtype="<u8").astype(np.uint64)


def _hash_words(words: "Sequence[str]") -> list[int]:
    return [_hash_word(word) for word in words]


@lru_cache(maxsize=1 << 16)
def _hash_word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
