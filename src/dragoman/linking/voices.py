"""How many tell it by themselves: one agency's text in twelve papers is one voice."""

from collections.abc import Hashable, Sequence

from dragoman.linking.compare import is_copy
from dragoman.linking.words import find_words, fold
from dragoman.model.report import Report


def find_voices(reports: Sequence[Report]) -> tuple[int, ...]:
    """For each report, the number of its voice.

    Reports are one voice where they have one publisher, name one outlet as their source, their documents are copies of
    one text, or one quote repeats the other but for small edits.

    Args:
        reports: of one event; voices are numbered from 1 in their order.

    Returns:
        One number for each report.

    """
    voices = _Voices(len(reports))
    seen: dict[Hashable, int] = {}
    quotes: dict[frozenset[str], int] = {}
    for at, report in enumerate(reports):
        for source in (*_sources(report), ("text", report.source)):
            voices.join(at, seen.setdefault(source, at))
        words = frozenset(fold(word) for word in find_words(report.quote))
        copied = quotes.get(words) if len(words) > 3 else None
        if copied is None:
            copied = next((first for known, first in quotes.items() if is_copy(words, known)), None)
            quotes.setdefault(words, at)
        if copied is not None:
            voices.join(at, copied)
    return voices.numbers()


def _sources(report: Report) -> set[str]:
    """Publisher, and the outlet that it has it from, folded: "according to Reuters"."""
    outlet = (report.body.get("attribution") or {}).get("outlet") or ""
    folded = {" ".join(map(fold, find_words(name))) for name in (report.publisher, outlet)}
    return {name.removeprefix("the ") for name in folded if name}


class _Voices:
    """Sets that grow together (union-find)."""

    def __init__(self, size: int) -> None:
        self._first = list(range(size))

    def join(self, one: int, other: int) -> None:
        a, b = self._find(one), self._find(other)
        self._first[max(a, b)] = min(a, b)

    def _find(self, at: int) -> int:
        while self._first[at] != at:
            self._first[at] = self._first[self._first[at]]
            at = self._first[at]
        return at

    def numbers(self) -> tuple[int, ...]:
        known: dict[int, int] = {}
        return tuple(known.setdefault(self._find(at), len(known) + 1) for at in range(len(self._first)))
