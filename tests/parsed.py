"""Sentences parsed by the default pipeline, loaded once for all tests of the stage."""

import functools
from datetime import date

from dragoman.model.coding import Coding
from dragoman.model.text import Document
from dragoman.sentences import SentencesStep


@functools.cache
def _step() -> SentencesStep:
    return SentencesStep()


def parse(text: str, *, title: str = "") -> Coding:
    """A coding with the sentences of a text."""
    return _step()(Coding(document=Document(id="d1", text=text, title=title, published=date(2024, 5, 16))))
