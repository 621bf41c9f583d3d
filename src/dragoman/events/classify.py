"""The type of a given pair: what an actor does to a recipient in a sentence, as probabilities."""

import numpy as np

from dragoman.errors import DocumentError
from dragoman.events.encode import LONGEST, Window
from dragoman.events.tagger import Array, load_tagger
from dragoman.model.text import Field, Span

NONE = "NONE"
"""Name of the class for a pair with no event between its sides."""


class PairClassifier:
    """Classifies marked pairs with the encoder that also finds events."""

    def classify(self, text: str, actor: tuple[int, int] | None, recipient: tuple[int, int] | None) -> dict[str, float]:
        """Probabilities of the sixteen types and NONE for what `actor` does to `recipient`.

        Args:
            text: a sentence or a short passage; of a longer one the part around the pair is read.
            actor: offsets [start, end) in code points, or None where the text leaves the actor unnamed.
            recipient: likewise.

        Returns:
            Type names to probabilities that add up to 1, the sixteen types in the codebook's order, then NONE.

        Raises:
            DocumentError: when offsets lie outside the text or hold no words.
        """
        tagger = load_tagger()
        pieces = tagger.encoder.pieces(text, 0, Field.TEXT, 0)
        sides = [_side(text, offsets) for offsets in (actor, recipient)]
        first = min((s.start for s in sides if s), default=0)
        at = next((k for k, p in enumerate(pieces) if p.span.end > first), 0)
        start = max(0, min(at - LONGEST // 4, len(pieces) - LONGEST))
        window = tagger.encoder.window(pieces[start : start + LONGEST])
        hidden = tagger.read(window).hidden
        means = [_mean(window, hidden, s) for s in sides]
        probabilities = tagger.pair_probabilities(means[0], means[1], hidden.mean(axis=0))
        names = [*(t.value for t in tagger.types), NONE]
        return dict(zip(names, (round(float(p), 6) for p in probabilities), strict=True))


def _side(text: str, offsets: tuple[int, int] | None) -> Span | None:
    if offsets is None:
        return None
    start, end = offsets
    if not (0 <= start < end <= len(text)) or not text[start:end].strip():
        raise DocumentError(
            f"the offsets {start}..{end} hold no words of a text of {len(text)} code points",
            remedy="Give [start, end) offsets in code points, or null for an unnamed side.",
        )
    return Span(start, end)


def _mean(window: Window, hidden: Array, span: Span | None) -> Array:
    pieces = window.pieces_of(span) if span else []
    if not pieces:
        return np.zeros(hidden.shape[1], dtype=np.float32)
    return np.asarray(hidden[pieces].mean(axis=0), dtype=np.float32)
