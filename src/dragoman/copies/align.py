"""Two texts side by side, word by word."""

from dataclasses import dataclass

from dragoman.copies.words import Words


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the original that stand no more, and the copy's words in their place; one side may be empty."""

    old: range
    new: range


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a copy's words go with those of its original."""

    places: tuple[int, ...]
    """For each word of the original its number in the copy, or -1."""
    edits: tuple[Edit, ...]
    """In order; what lies between two of them is the same in both."""


def align(original: Words, copy: Words) -> Alignment:
    """Put two texts side by side with as few edits as can be.

    The work grows with the product of both lengths, but by 64 words a step: a millisecond for long stories.
    """
    from rapidfuzz.distance import Levenshtein

    places = [-1] * len(original)
    edits: list[Edit] = []
    for code in Levenshtein.opcodes(original.folded, copy.folded):
        old, new = range(code.src_start, code.src_end), range(code.dest_start, code.dest_end)
        if code.tag == "equal":
            places[old.start : old.stop] = new
        elif edits and (edits[-1].old.stop, edits[-1].new.stop) == (old.start, new.start):
            edits[-1] = Edit(range(edits[-1].old.start, old.stop), range(edits[-1].new.start, new.stop))
        else:
            edits.append(Edit(old, new))
    return Alignment(places=tuple(places), edits=tuple(edits))
