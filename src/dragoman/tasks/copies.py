"""Copies in a run: found before coding, and told with their originals' events after it.

A copy goes through the coding as a document that is set aside, so that all stays in order. What is found depends on the
documents and their order alone, never on the number of workers.
"""

import pickle
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias, cast
from weakref import WeakKeyDictionary

from dragoman.copies import CopyFinder, Hashes, Kept, retell, retell_marks, sketch_of, write_sketch
from dragoman.documents import Origin, Reject, Sourced
from dragoman.model.text import Document
from dragoman.tasks.outcomes import Coded, CodedForRecord, Imprint
from dragoman.tasks.prepare import Prepared, SetAside, set_aside

COPY = "a copy"
"""Why a copy is set aside on its way through the coding."""

_Outcome: TypeAlias = Coded | SetAside | Reject
Place: TypeAlias = tuple[Origin, str | None]
"""Where a document was read, and its id: a reject may have the id of a document before it."""


class Memory(Protocol):
    """Documents of earlier runs that may be repeated: those of a record."""

    def open_days(self, document: Document, finder: CopyFinder) -> None:
        """Have the finder know the originals that were published near a document's day."""

    def find_known(self, document: Document) -> tuple[bool, Kept | None]:
        """Whether a document is there to the letter, and if it is there as a copy its original."""

    def recall(self, original: Kept) -> Coded | None:
        """What was coded of an original, if it is still there."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy under way."""

    sourced: Sourced
    original: Kept


@dataclass(frozen=True, slots=True)
class _Original:
    """A document under way that later ones may repeat."""

    kept: Kept
    sketch: Hashes


class Copies:
    """Takes copies out of a stream of documents before they are coded, and puts them in again behind it.

    What was coded of the originals is held, compressed, as long as the finder keeps them or a copy under way needs
    them.
    """

    def __init__(self, finder: CopyFinder | None = None, memory: Memory | None = None) -> None:
        """Hold nothing yet.

        Args:
            finder: that knows what came before; one of its own by default.
            memory: documents of earlier runs, if there are any.

        """
        self._finder = finder or CopyFinder()
        self._memory = memory
        self._copies: dict[Place, _Copy] = {}
        self._originals: dict[Place, _Original] = {}
        self._coded: WeakKeyDictionary[Kept, bytes] = WeakKeyDictionary()
        self._aside: WeakKeyDictionary[Kept, str] = WeakKeyDictionary()
        """Why originals were set aside: so are their copies."""

    def take_out(self, items: Iterable[Prepared]) -> Iterator[Prepared]:
        """The documents, with copies set aside; all others are kept, so that later ones are found to repeat them."""
        for item in items:
            yield self._take(item) if isinstance(item, Sourced) else item

    def put_in(self, outcomes: Iterable[_Outcome]) -> Iterator[_Outcome]:
        """What became of the documents that `take_out` gave, with the copies told in their places."""
        for outcome in outcomes:
            place = (outcome.origin, outcome.document_id)
            if copy := self._copies.pop(place, None):
                yield self._tell(copy)
            elif original := self._originals.pop(place, None):
                yield self._hold(original, outcome)
            else:
                yield outcome

    def _take(self, sourced: Sourced) -> Prepared:
        document, place = sourced.document, (sourced.origin, sourced.document.id)
        sketch = sketch_of(document)
        if (original := self._find(document, sketch)) is None:
            self._originals[place] = _Original(self._finder.keep(document, sketch), sketch)
            return sourced
        self._finder.forget(document.id)  # an earlier version of it is no original any more
        self._copies[place] = _Copy(sourced, original)
        return set_aside(sourced, COPY)

    def _find(self, document: Document, sketch: Hashes) -> Kept | None:
        if self._memory:
            self._memory.open_days(document, self._finder)
            is_known, original = self._memory.find_known(document)
            # What was decided before stays, in whatever order documents come again.
            if is_known and original is None:
                return None
            if original:
                kept = self._finder.get(original.document_id) or original
                if kept is original or kept.load() == original.load():
                    return kept
        copied = self._finder.find(document, sketch)
        return copied.original if copied else None

    def _hold(self, original: _Original, outcome: _Outcome) -> _Outcome:
        if isinstance(outcome, CodedForRecord):
            outcome = replace(outcome, sketch=write_sketch(original.sketch))
        if isinstance(outcome, Coded):
            self._coded[original.kept] = zlib.compress(pickle.dumps(outcome), level=1)
        elif isinstance(outcome, SetAside):
            self._aside[original.kept] = outcome.reason
        return outcome

    def _tell(self, copy: _Copy) -> _Outcome:
        if reason := self._aside.get(copy.original):
            return set_aside(copy.sourced, reason)
        packed = self._coded.get(copy.original)
        if packed is not None:
            coded = cast("Coded", pickle.loads(zlib.decompress(packed)))  # noqa: S301 - packed by `_hold`
            return tell_copy(copy.sourced, copy.original.load(), coded)
        if self._memory and (recalled := self._memory.recall(copy.original)):
            return tell_copy(copy.sourced, copy.original.load(), recalled)
        return Reject(
            origin=copy.sourced.origin,
            document_id=copy.sourced.document.id,
            fault=f"it is a copy of {copy.original.document_id}, which could not be coded",
            remedy="See what is said of that document, or code this one with --no-copies.",
        )


def tell_copy(sourced: Sourced, original: Document, coded: Coded) -> Coded:
    """What becomes of a copy: what was coded of its original, as the copy tells it.

    Args:
        sourced: the copy.
        original: the document that it repeats.
        coded: what was coded of that.

    """
    document = sourced.document
    told = replace(
        coded,
        origin=sourced.origin,
        document_id=document.id,
        imprint=Imprint.of(document),
        events=retell(coded.events, original, document),
        copy_of=original.id,
    )
    if isinstance(told, CodedForRecord):
        return replace(told, document=document, marks=retell_marks(told.marks, original, document), sketch=b"")
    return told
