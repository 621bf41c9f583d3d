"""A passage with two marked sides, as the type model reads it.

The sides are marked with punctuation that news does not use ("@ Iran @ accused # Turkey #"; after Zhou and Chen 2022,
"An improved baseline for sentence-level relation extraction"). Training marks its pairs by this code.
"""

from dataclasses import dataclass

from tokenizers import Encoding, Tokenizer

from dragoman.events.onnx import find_piece

ACTOR_MARK, RECIPIENT_MARK = "@", "#"
LONGEST = 128
"""Word pieces of a passage that are read; of a longer one the part around the pair."""
LEAD = 32
"""Word pieces kept before the first side of a passage that is too long."""

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Word pieces of a marked passage; `at` are the positions of the two opening marks, 0 for an unnamed side."""

    ids: tuple[int, ...]
    at: tuple[int, int]


def mark_pair(
    tokenizer: Tokenizer, text: str, actor: Offsets | None, recipient: Offsets | None, *, convention: str
) -> MarkedPair:
    """The marked passage behind a word for the convention of labelling that is asked for.

    Args:
        tokenizer: of the type model.
        text: the passage.
        actor: offsets [start, end) in code points, or None for an unnamed side.
        recipient: likewise.
        convention: the word that stands for the convention in training.
    """
    pieces = tokenizer.encode(text, add_special_tokens=False)
    words = pieces.ids  # each look at it makes a list anew
    begin, end = tokenizer.encode("").ids
    ids = [begin, *tokenizer.encode(convention, add_special_tokens=False).ids, end]
    sides = [
        (find_piece(tokenizer, mark), _run_of(pieces, offsets))
        for mark, offsets in ((ACTOR_MARK, actor), (RECIPIENT_MARK, recipient))
    ]
    first = min((run.start for _, run in sides if run), default=0)
    start = max(0, min(first - LEAD, len(words) - LONGEST))
    at = [0, 0]
    for position in range(start, min(start + LONGEST, len(words))):
        for side, (mark, run) in enumerate(sides):
            if run and position == run.start:
                at[side] = len(ids)
                ids.append(mark)
        ids.append(words[position])
        ids += [mark for mark, run in sides if run and position == run.stop - 1]
    return MarkedPair((*ids, end), (at[0], at[1]))


def _run_of(pieces: Encoding, offsets: Offsets | None) -> range:
    """The pieces that share a code point with the offsets."""
    if offsets is None:
        return range(0)
    inside = [k for k, (start, end) in enumerate(pieces.offsets) if start < offsets[1] and offsets[0] < end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)
