"""Second stage: sentences with their parse, quotations, and the dateline."""

from dragoman.sentences.passages import find_spans
from dragoman.sentences.step import SentencesStep

__all__ = ["SentencesStep", "find_spans"]
