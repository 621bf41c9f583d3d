"""The verdict on a document: why it is set aside, or that it is to be coded."""

from typing import Final

from dragoman.events import rate_triggers
from dragoman.model.text import Document
from dragoman.relevance.words import rate_passages
from dragoman.sentences import find_spans

LEAST_TRIGGER: Final = 0.2
"""What the tagger must give some word for a document to be coded. The coder asks for 0.5: the margin is for sentences
that the parser cuts elsewhere, and for praise and blame, which it also finds by grammar."""

NO_WORDS: Final = "its words do not sound like politics"
NO_TRIGGER: Final = "none of its words states an event"


def find_irrelevance(document: Document) -> str | None:
    """Why a document cannot hold a political interaction; None where it may.

    Args:
        document: title and text, of any length.

    Raises:
        ModelError: a file of the tagger is missing or not the one this version was made with.

    """
    sentences = tuple(find_spans(document))
    if all(score <= 0.0 for score in rate_passages(document, sentences)):
        return NO_WORDS
    if all(sureness < LEAST_TRIGGER for sureness in rate_triggers(document, sentences)):
        return NO_TRIGGER
    return None
