"""What makes a spaCy pipeline quicker and leaves all that it says as it was; only `sentences/parse.py` needs it."""

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language

from dragoman.sentences.embedding import remember_words
from dragoman.sentences.lemmas import REMEMBERED_LEMMAS, can_remember_lemmas
from dragoman.sentences.neighbours import quicken_neighbours
from dragoman.sentences.recognizer import AT_ONCE, can_read_at_once
from dragoman.sentences.ruler import REMEMBERING, can_remember
from dragoman.sentences.split import Breaks

if TYPE_CHECKING:
    from spacy.tokens import Doc


def quicken(pipeline: Language) -> None:
    """Put quicker parts into a pipeline wherever they do the same as its own.

    Args:
        pipeline: changed in place.

    """
    for name in ("tok2vec", "ner"):
        if pipeline.has_pipe(name):
            network = pipeline.get_pipe(name).model  # type: ignore[attr-defined]
            remember_words(network)
            quicken_neighbours(network)
    if pipeline.has_pipe("lemmatizer"):
        lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        _make_sets(lemmatizer)
        if can_remember_lemmas(lemmatizer):
            pipeline.replace_pipe("lemmatizer", REMEMBERED_LEMMAS).take_over(lemmatizer)  # type: ignore[attr-defined]
    if pipeline.has_pipe("attribute_ruler"):
        patterns = pipeline.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
        if can_remember(patterns):
            ruler = pipeline.replace_pipe("attribute_ruler", REMEMBERING)
            ruler.take_over(patterns)  # type: ignore[attr-defined]
    if pipeline.has_pipe("ner"):
        recognizer = pipeline.get_pipe("ner")
        if can_read_at_once(recognizer):
            quicker = pipeline.replace_pipe("ner", AT_ONCE)
            quicker.take_over(recognizer)  # type: ignore[attr-defined]


def bind_breaks(doc: "Doc", breaks: Breaks) -> "Doc":
    """Tell the parser where sentences begin; it obeys, and decides only at the open places.

    Args:
        doc: tokens of a passage, not parsed yet; changed in place.
        breaks: offsets into the passage.

    Returns:
        The same document.

    """
    # Set token by token, each would first look whether any token of the document is parsed.
    starts = [
        1 if at == 0 or at in breaks.certain else 0 if at in breaks.open else -1 for at in doc.to_array(IDX).tolist()
    ]
    if starts:
        doc.from_array([SENT_START], np.array(starts, dtype=np.int64).astype(np.uint64))  # type: ignore[arg-type]
    return doc


def _make_sets(lemmatizer: Any) -> None:
    """Turn the word lists in which the lemmatizer looks stems up, one after the other, into sets."""
    if lemmatizer.lookups.has_table("lemma_index"):
        stems = lemmatizer.lookups.get_table("lemma_index")
        for part in list(stems):
            stems[part] = frozenset(stems[part])
