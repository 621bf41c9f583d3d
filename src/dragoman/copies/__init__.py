"""Copies: documents that repeat an earlier one but for small edits, found before coding.

- `find`: which earlier document a document repeats (`CopyFinder`).
- `sketch`, `index`: a few hashes of each text, by which the likely originals are looked up.
- `align`, `judge`: the two texts word by word, and whether what differs is only an editor's.
- `retell`: the original's events as the copy tells them, at its own offsets.
"""

from dragoman.copies.find import WITHIN, Copied, CopyFinder, Kept, sketch_of
from dragoman.copies.judge import Likeness, find_likeness
from dragoman.copies.retell import retell, retell_marks
from dragoman.copies.sketch import Hashes, read_sketch, write_sketch

__all__ = [
    "WITHIN",
    "Copied",
    "CopyFinder",
    "Hashes",
    "Kept",
    "Likeness",
    "find_likeness",
    "read_sketch",
    "retell",
    "retell_marks",
    "sketch_of",
    "write_sketch",
]
