"""Sentences that are longer than anybody writes, read in pieces: lists without a full stop, texts without any.

Much is asked of every pair of words in a sentence, so that twice the length would take four times as long.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeVar

LONGEST: Final = 250
"""Tokens of a sentence that is left whole: the longest of 6,000 in the news has 145."""

_MARKS: Final = frozenset({";", ",", ":", "–", "—", "-", "|"})


class Worded(Protocol):
    """What has words."""

    @property
    def text(self) -> str:
        """The words."""
        ...


Part = TypeVar("Part", bound=Worded)


def cut_overlong(tokens: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """A sentence as it is, or in pieces of at most `LONGEST` tokens.

    Args:
        tokens: of one sentence, without white space.

    Yields:
        Pieces that together hold all tokens, in order: cut behind the last mark of the half that a piece need not have,
        "Peru met Chile, | Norway met Japan, …", and where none is there at its full length.

    """
    start = 0
    while len(tokens) - start > LONGEST:
        marks = (i for i in range(start + LONGEST - 1, start + LONGEST // 2, -1) if tokens[i].text in _MARKS)
        end = next(marks, start + LONGEST - 1) + 1
        yield tokens[start:end]
        start = end
    if start < len(tokens):
        yield tokens[start:]
