"""spaCy's lemmatizer with a memory; only `sentences/quick.py` needs it.

By its rules, the lemma of a word hangs on its letters, its part of speech and its morphology alone; spaCy reads the
morphology of each base form ("minister", "meet") anew.
"""

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import Pipe

if TYPE_CHECKING:
    from spacy.tokens import Doc

REMEMBERED_LEMMAS: Final = "dragoman_remembered_lemmas"
"""The name of the component."""

MOST: Final = 50_000
"""Words remembered; all are forgotten when there are more."""


def can_remember_lemmas(lemmatizer: Any) -> bool:
    """Whether a component is spaCy's English lemmatizer by rules, which leaves lemmas that stand.

    Args:
        lemmatizer: a component of a pipeline.

    """
    return type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule" and not lemmatizer.overwrite


class RememberingLemmatizer(Pipe):
    """A lemmatizer that gives the lemmas of another."""

    def __init__(self, vocab: Any, name: str) -> None:
        self.vocab = vocab
        self.name = name
        self._known: dict[tuple[int, ...], int] = {}

    def take_over(self, lemmatizer: EnglishLemmatizer) -> None:
        """Give the lemmas of a lemmatizer, to which `can_remember_lemmas` applies."""
        self._own = lemmatizer
        self.lookups = lemmatizer.lookups

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the lemmas of one passage, where none is set."""
        if len(self._known) > MOST:
            self._known.clear()
        lemmas = [
            lemma or self._find(doc, i, tuple(word))
            for i, (lemma, *word) in enumerate(doc.to_array([LEMMA, ORTH, POS, MORPH]).tolist())
        ]
        doc.from_array([LEMMA], np.array(lemmas, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def _find(self, doc: "Doc", i: int, word: tuple[int, ...]) -> int:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self.vocab.strings.add(self._own.lemmatize(doc[i])[0])
        return found


@Language.factory(REMEMBERED_LEMMAS)
def _make_lemmatizer(nlp: Language, name: str) -> RememberingLemmatizer:
    return RememberingLemmatizer(nlp.vocab, name)
