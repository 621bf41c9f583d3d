"""How much the words of a passage sound like a political interaction.

A weighted sum over words and pairs of neighbours; `training/relevance.py` fits the weights to what the tagger finds.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import fsum
from typing import Final

from dragoman.model.text import Document, Span

PASSAGE: Final = 40
"""Words a passage is filled up to with whole sentences: about what an item has on which the weights were fitted."""

BIAS: Final = "(bias)"
"""The row of `data/words.csv` that every passage gets; it puts the border at 0."""

_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")


def rate_passages(document: Document, sentences: Iterable[Span]) -> Iterator[float]:
    """A score for each passage of a document; none above 0 where nothing points to a political interaction.

    Args:
        document: title and text.
        sentences: about its sentences, in order, as code points of its fields.

    """
    weights = load_weights()
    for passage in _cut_passages(document, sentences):
        yield fsum(weights.get(feature, 0.0) for feature in (BIAS, *read_features(passage)))


def read_features(words: str) -> set[str]:
    """The words of a passage and its pairs of neighbours: "Peru sent 300 men" has "peru", "sent #", "# men".

    Numbers are all one, and capitals do not count.
    """
    found = _WORD.findall(words.lower().replace("’", "'"))
    plain = ["#" if word.isdigit() else word for word in found]
    return {*plain, *(f"{first} {second}" for first, second in pairwise(plain))}


@cache
def load_weights() -> dict[str, float]:
    """The weights by feature."""
    text = files("dragoman.relevance").joinpath("data", "words.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("%"))
    return {feature: float(weight) for feature, weight in csv.reader(lines)}


def _cut_passages(document: Document, sentences: Iterable[Span]) -> Iterator[str]:
    passage: list[str] = []
    length = 0
    for sentence in sentences:
        words = document.quote(sentence)
        passage.append(words)
        length += words.count(" ") + 1
        if length >= PASSAGE:
            yield " . ".join(passage)
            passage, length = [], 0
    if passage:
        yield " . ".join(passage)
