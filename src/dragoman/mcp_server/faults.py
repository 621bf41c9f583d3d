"""What is said where a question has no answer: the fault, its place, and the remedy."""

import logging

from dragoman.errors import DragomanError, InputError, NotInRecordError
from dragoman.mcp_server.bounds import clean_words

_LOGGER = logging.getLogger(__name__)

_LONGEST = 1000


def say_fault(error: Exception) -> str:
    """An error in words for whoever asked; one that was not foreseen goes to the log instead."""
    match error:
        case NotInRecordError():
            told = f"{error.fault}. Ids stand in the answers of events, search and relation."
        case InputError():
            # The tasks name options as the command line does.
            place = error.place.lstrip("-")
            told = str(InputError(error.fault, place=place, remedy=error.remedy))
        case DragomanError():
            told = str(error)
        case _:
            _LOGGER.error("a tool failed", exc_info=error)
            told = "the server has a fault of its own. What happened stands in its log, on standard error."
    return clean_words(told)[:_LONGEST]
