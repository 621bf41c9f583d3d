"""Which earlier document a document repeats."""

import pickle
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, cast

from dragoman.copies.index import SketchIndex
from dragoman.copies.judge import Likeness, find_likeness
from dragoman.copies.sketch import Hashes, make_sketch
from dragoman.copies.words import read_words
from dragoman.model.text import Document

WITHIN: Final = timedelta(days=3)
"""How far apart a copy and its original are published at most: later a text that comes again is another's memory."""
MOST_BYTES: Final = 100_000_000
"""Compressed texts held at most; some 75,000 stories."""
_TRIED: Final = 5
"""Likely originals that are compared word by word, those that share most first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Kept:
    """A document that later ones may repeat."""

    document_id: str
    published: date
    load: Callable[[], Document]
    """Gives the document itself."""
    size: int
    """Bytes that it takes in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Of which document another is a copy."""

    original: Kept
    likeness: Likeness


class CopyFinder:
    """Looks documents up among those it was given to keep; in memory that has an end.

    What it finds depends on the documents kept and their order alone, so that a run that is begun again finds the same.
    """

    def __init__(self, *, most_bytes: int = MOST_BYTES) -> None:
        """Keep nothing yet.

        Args:
            most_bytes: of compressed texts; beyond it those kept first are forgotten.

        """
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: dict[int, Kept] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._index = SketchIndex()

    def find(self, document: Document, sketch: Hashes) -> Copied | None:
        """The document that this one repeats; of several that which it shares most with, then the one kept first.

        Args:
            document: not kept itself.
            sketch: its own: `sketch_of`.

        """
        shared = self._index.find(sketch)
        near = ((number, self._kept.get(number), count) for number, count in shared.items())
        likely = sorted(
            (-count, number, kept)
            for number, kept, count in near
            if kept and kept.document_id != document.id and abs(kept.published - document.published) <= WITHIN
        )
        found = [
            Copied(original=kept, likeness=likeness)
            for _, _, kept in likely[:_TRIED]
            if (likeness := find_likeness(kept.load(), document))
        ]
        return max(found, key=lambda copied: copied.likeness.share, default=None)

    def keep(self, document: Document, sketch: Hashes) -> Kept:
        """Keep a document, so that later ones are found to repeat it; it takes the place of an earlier one of its id.

        Args:
            document: of which a compressed form is held.
            sketch: its own: `sketch_of`.

        """
        packed = zlib.compress(pickle.dumps(document), level=1)
        kept = Kept(
            document_id=document.id,
            published=document.published,
            load=lambda: cast("Document", pickle.loads(zlib.decompress(packed))),  # noqa: S301 - packed above
            size=len(packed),
        )
        self._index.add(self._note(kept), sketch)
        self._index.settle(next(iter(self._kept), self._next))
        return kept

    def keep_all(self, held: Iterable[tuple[Kept, Hashes]]) -> None:
        """Keep documents whose texts are held elsewhere, as in a record.

        Args:
            held: how to get at each, and its sketch.

        """
        noted = [(self._note(kept), sketch) for kept, sketch in held]
        self._index.add_all([number for number, _ in noted], [sketch for _, sketch in noted])

    def _note(self, kept: Kept) -> int:
        """Number a document, and forget what there is no room for."""
        self.forget(kept.document_id)
        number, self._next = self._next, self._next + 1
        self._kept[number], self._numbers[kept.document_id] = kept, number
        self._bytes += kept.size
        while self._bytes > self._most_bytes:
            self.forget(next(iter(self._kept.values())).document_id)
        return number

    def get(self, document_id: str) -> Kept | None:
        """What is kept of a document."""
        return self._kept.get(self._numbers.get(document_id, -1))

    def forget(self, document_id: str) -> None:
        """Keep a document no longer, if it is kept."""
        number = self._numbers.pop(document_id, None)
        if number is not None:
            self._bytes -= self._kept.pop(number).size


def sketch_of(document: Document) -> Hashes:
    """The sketch of a document's text."""
    return make_sketch(read_words(document.text))
