"""What the tagger makes of words, for frames made by hand."""

from dragoman.events.tagger import load_tagger
from dragoman.model.coding import Coding
from dragoman.model.text import Span


def read_state(coding: Coding, trigger: Span) -> tuple[float, ...]:
    """The tagger's state at a trigger of a coding with sentences."""
    tagger = load_tagger()
    windows = tagger.encoder.windows(coding.document, [s.span for s in coding.sentences])
    return next(tagger.read(w).state_at(w.pieces_of(trigger)) for w in windows if w.pieces_of(trigger))
