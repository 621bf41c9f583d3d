"""The toponyms of a document as its events see them: those of one sentence, and of the others no two that say the same.

An event asks of each toponym what speaks for its being the event's place. Of those of other sentences it sees only
the place, its form, and about where it stands, so that of a hundred alike before it the first will do.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.model.text import Field, Sentence
from dragoman.places.cues import load_cues
from dragoman.places.features import find_preposition
from dragoman.places.find import Role, Toponym

_Numbered = tuple[int, Toponym]
"""A toponym behind its number in the document."""
_Look = tuple[str, str, Role, str, Field | None, bool]


class NamedPlaces:
    """The toponyms of a document that can say where something happened.

    Args:
        sentences: of the document.
        toponyms: as `find_toponyms` orders them.

    """

    def __init__(self, sentences: Sequence[Sentence], toponyms: Sequence[Toponym]) -> None:
        self.counts = Counter(find_area(t) for t in toponyms)
        """How often each area is named."""
        self._sentences = sentences
        self._inside: dict[int, list[_Numbered]] = {}
        self._alike: dict[_Look, list[_Numbered]] = {}
        for numbered in enumerate(toponyms):
            toponym = numbered[1]
            self._inside.setdefault(toponym.candidate.sentence, []).append(numbered)
            self._alike.setdefault(self._look_of(toponym), []).append(numbered)
        for alike in self._alike.values():
            alike.sort(key=_sentence_of)

    def seen_from(self, sentence: int) -> list[Toponym]:
        """The toponyms that an event of a sentence has to weigh, in their order.

        Args:
            sentence: its number.

        """
        seen = list(self._inside.get(sentence, ()))
        for alike in self._alike.values():
            seen.extend(_first_of_each(alike, sentence))
        return [toponym for _, toponym in sorted(seen, key=lambda numbered: numbered[0])]

    def _look_of(self, toponym: Toponym) -> _Look:
        """All that is seen of a toponym from another sentence, but for where that is."""
        number = toponym.candidate.sentence
        kind = str(toponym.entry.kind) if toponym.entry else ""
        field = self._sentences[number].span.field if number >= 0 else None
        locative = number >= 0 and is_locative(self._sentences, toponym)
        return find_area(toponym), kind, toponym.role, toponym.rule, field, locative


def _sentence_of(numbered: _Numbered) -> int:
    return numbered[1].candidate.sentence


def _first_of_each(alike: Sequence[_Numbered], sentence: int) -> Iterator[_Numbered]:
    """The first before the sentence before, the first of the sentence before, and the first after."""
    before = bisect_left(alike, sentence - 1, key=_sentence_of)
    here = bisect_left(alike, sentence, lo=before, key=_sentence_of)
    after = bisect_right(alike, sentence, lo=here, key=_sentence_of)
    if before:
        yield alike[0]
    if before < here:
        yield alike[before]
    if after < len(alike):
        yield alike[after]


def find_area(toponym: Toponym) -> str:
    """The country of a toponym, or the name of a sea or region that lies in no single one."""
    if toponym.entry is None:
        return toponym.candidate.name
    return toponym.entry.country or toponym.entry.name


def is_locative(sentences: Sequence[Sentence], toponym: Toponym) -> bool:
    """Whether a toponym of a sentence stands after "in", "at", "near" or the like."""
    candidate = toponym.candidate
    return find_preposition(sentences[candidate.sentence].tokens, candidate.first) in load_cues().static
