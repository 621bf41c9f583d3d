"""Whether what differs between two texts is only an editor's: then one is a copy of the other.

A copy has no passage of its own. It may be shorter, have another headline, by-line, dateline and credits, and small
edits; but none that changes who, how many, whether or when. So "Peru's president met …" is no copy of "Chile's
president met …", nor "killed 12" of "killed 15".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dragoman.copies.align import Alignment, Edit, align
from dragoman.copies.words import Words, load_credits, load_kinds, load_nameless, load_states, load_telling, read_words
from dragoman.model.text import Document

LEAST: Final = 10
"""Words that must be the same: shorter texts are one another's by chance ("Follow our live coverage")."""
_LONGEST: Final = 50_000
"""Words of texts that are compared at most: it takes them most of a second."""
_SAME: Final = 0.85
"""Share of the copy's words that must be the original's."""
_PASSAGE: Final = 8
"""New words that make a passage, where the original has less than half as many in their place."""
_PUT_IN: Final = 0.04
"""Share of the copy's words that may be put in, beside one that always may: "a superb century"."""
_REWORDED: Final = 0.02
"""Share that may stand in the place of others; of a lead none: "the skeleton challenge", "the curling challenge"."""
_APART: Final = 3
"""The same words between two edits that part them: of "the" or "of the" alone they are one."""
_CLAUSE: Final = 4
"""Words that may be cut out of a sentence whatever they are: a clause, not a word that turns the meaning."""
_JOINING: Final = frozenset({"and", "or", "but", "nor"})
"""What is cut behind these was one of several: "met Peru and Chile"."""
_LETTERS: Final = 3
"""Of words that may tell nothing: "the", "get"."""
_SHORT: Final = 60
"""Words below which the headline is part of what is told: of a title and a lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of a copy is its original's."""

    words: int
    """Of the copy, without by-line, dateline and credits."""
    same: int
    """How many of them stand in the original."""

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.same / self.words


def find_likeness(original: Document, copy: Document) -> Likeness | None:
    """How much a document is like an earlier one of which it is a copy.

    Args:
        original: the earlier one.
        copy: the one that may repeat it.

    Returns:
        None where it is no copy.

    """
    old, new = read_words(original.text), read_words(copy.text)
    if max(len(old), len(new)) > _LONGEST:
        return None
    aligned = align(old, new)
    same = sum(1 for place in aligned.places if new.first <= place < new.last)
    words = new.last - new.first
    if same < LEAST or same < _SAME * words:
        return None
    judged = _Judged(old, new, aligned)
    if judged.has_passage() or judged.is_reworded() or any(map(judged.tells_otherwise, aligned.edits)):
        return None
    if words < _SHORT and not _is_headline_of(copy, original):
        return None
    return Likeness(words=words, same=same)


class _Judged:
    """The edits of one pair of texts, in the light of what stands around them."""

    def __init__(self, old: Words, new: Words, aligned: Alignment) -> None:
        self._old, self._new = old, new
        self._edits = aligned.edits
        self._small = old.list_small() | new.list_small()
        self._pairs = frozenset(zip(old.folded, old.folded[1:], strict=False))

    def has_passage(self) -> bool:
        """Whether somewhere more was put in than an editor does."""
        old = new = 0
        stop = -_APART
        for edit in self._edits:
            if edit.new.start - stop >= _APART:
                old = new = 0
            old, new, stop = old + len(edit.old), new + len(self._added(edit)), edit.new.stop
            if new > _PASSAGE and new > 2 * old:
                return True
        return False

    def is_reworded(self) -> bool:
        """Whether more than a few words that carry meaning were put in, or stand in the place of others."""
        plain = load_kinds()["plain"] | load_credits()
        put = other = 0
        for edit in self._edits:
            gone = [word for at in self._gone(edit) if (word := self._old.folded[at]) not in plain]
            added = [word for at in self._added(edit) if (word := self._new.folded[at]) not in plain]
            known = gone if len(added) <= _PASSAGE else ()  # a passage is no other spelling of anything
            strange = [word for word in added if not any(_is_spelling(word, one) for one in known)]
            put += len(strange)
            other += min(len(strange), len(gone))
        return put > 1 + _PUT_IN * len(self._new) or other > _REWORDED * len(self._new)

    def tells_otherwise(self, edit: Edit) -> bool:
        """Whether an edit changes who, how many, whether or when."""
        added, gone = self._added(edit), self._gone(edit)
        put, cut = self._telling(self._new, added), self._telling(self._old, gone)
        if not (added and gone):  # "said on Tuesday" may be "said": no other day is named
            put, cut = put - load_kinds()["day"], cut - load_kinds()["day"]
        if put - cut or self._names_other(edit):
            return True
        return not self._shortens(edit) and (bool(cut - put) or self._cuts_name(edit))

    def _shortens(self, edit: Edit) -> bool:
        """Whether an edit only cuts: a clause, the end of a sentence, or whole sentences."""
        gone = self._gone(edit)
        if not gone or self._added(edit):
            return False
        is_end = self._old.opens(edit.old.stop) and self._old.folded[gone[0]] not in _JOINING
        return len(gone) > _CLAUSE or is_end

    def _added(self, edit: Edit) -> list[int]:
        """What an edit puts in, without by-line, dateline and credits."""
        return [at for at in edit.new if self._new.first <= at < self._new.last]

    def _gone(self, edit: Edit) -> list[int]:
        return [at for at in edit.old if self._old.first <= at < self._old.last]

    def _telling(self, words: Words, places: Iterable[int]) -> frozenset[str]:
        telling = load_telling()
        return frozenset(words.folded[at] for at in places if words.folded[at] in telling or words.is_number(at))

    def _cuts_name(self, edit: Edit) -> bool:
        """Whether a name goes, other than the first of several: "Ana Rojas" may become "Rojas"."""
        gone = self._gone(edit)
        if self._added(edit) or not any(self._is_name(self._old, at) for at in gone):
            return False
        behind = edit.old.stop
        is_forename = all(self._old.is_capital(at) for at in gone) and (
            behind < len(self._old) and self._is_name(self._old, behind) and not self._old.opens(behind)
        )
        return not is_forename

    def _names_other(self, edit: Edit) -> bool:
        """Whether an edit names whom the original does not name there."""
        named = [self._old.folded[at] for at in self._gone(edit)]
        return any(
            self._is_name(self._new, at)
            and not any(_is_spelling(self._new.folded[at], other) for other in named)
            and not self._completes(at)
            for at in self._added(edit)
        )

    def _completes(self, at: int) -> bool:
        """Whether a name is put to one that it stands by in the original too: "Rojas" became "Ana Rojas"."""
        return at + 1 < len(self._new) and self._new.folded[at : at + 2] in self._pairs

    def _is_name(self, words: Words, at: int) -> bool:
        """Whether a word seems to name somebody: one that begins a sentence counts, unless it is met in lower case."""
        word = words.folded[at]
        if not words.is_capital(at) or word in load_nameless():
            return False
        return not words.opens(at) or word not in self._small


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words spell one name: "zelenskyy" and "zelensky"."""
    from rapidfuzz.distance import Indel

    return one == other or (one[:2] == other[:2] and Indel.normalized_similarity(one, other) >= 0.8)


def _is_headline_of(copy: Document, original: Document) -> bool:
    """Whether a copy's headline tells what its text tells, and no name, number or turn that the original lacks."""
    words = read_words(copy.title)
    text, title = frozenset(read_words(original.text).folded), frozenset(read_words(original.title).folded)
    topic = {word for word in words.folded if len(word) > _LETTERS}
    if topic and title != frozenset(words.folded) and text.isdisjoint(topic):
        return False  # "A version of this story first appeared in our newsletter" stands below many a headline
    # In "Talks In Lima Go On" a capital says nothing; then, and of first words, states alone are known to be names.
    has_capitals = sum(map(words.is_capital, range(len(words)))) > len(words) / 2
    return not any(
        word in load_telling() | load_states()
        or words.is_number(at)
        or (words.is_capital(at) and not words.opens(at) and not has_capitals)
        for at, word in enumerate(words.folded)
        if word not in text | title
    )
