"""Second stage: sentences with their parse, quotations, and the dateline."""

from dragoman.sentences.step import SentencesStep

__all__ = ["SentencesStep"]
