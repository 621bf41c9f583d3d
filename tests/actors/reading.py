"""Texts read by the sentences and actors stages, the parser loaded once."""

import functools
from datetime import date

from dragoman.actors import ActorsStep
from dragoman.model.actor import ActorMention
from dragoman.model.coding import Coding
from dragoman.model.text import Document
from dragoman.sentences import SentencesStep

DAY = date(2024, 5, 16)


@functools.cache
def _steps() -> tuple[SentencesStep, ActorsStep]:
    return SentencesStep(), ActorsStep()


def read(text: str, *, title: str = "", day: date = DAY, publisher: str = "") -> Coding:
    """A coding with the mentions of a text."""
    document = Document(id="d1", text=text, title=title, published=day, publisher=publisher)
    coding = Coding(document=document)
    for step in _steps():
        coding = step(coding)
    return coding


def mention_of(coding: Coding, words: str, nth: int = 0) -> ActorMention | None:
    """The mention that reads exactly `words`, the nth such one; or else the longest that holds them."""
    found = [m for m in coding.mentions if coding.document.quote(m.span) == words]
    if len(found) > nth:
        return found[nth]
    holding = [m for m in coding.mentions if words in coding.document.quote(m.span)]
    return max(holding, key=lambda m: len(m.span), default=None)


def codes_of(coding: Coding, words: str, nth: int = 0) -> set[str]:
    """The codes of that mention; empty where there is none or it stands for nobody."""
    mention = mention_of(coding, words, nth)
    return {actor.code for actor in mention.actors} if mention else set()
