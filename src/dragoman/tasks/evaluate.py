"""Comparing a file of events with a file of gold."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.documents import DocumentReader, Reject, find_inputs
from dragoman.errors import InputError
from dragoman.evaluate import Evaluation, GoldDocument, compose_page, evaluate, read_gold, read_predictions
from dragoman.export import open_replacing
from dragoman.model.text import Document


def evaluate_files(gold: Path, predicted: Path, *, texts: Sequence[str] = (), min_confidence: float = 0) -> Evaluation:
    """Compare the events of a file with gold.

    Args:
        gold: JSON Lines in the form of gold.
        predicted: the JSON Lines of `dragoman code`, or a second file in the form of gold.
        texts: inputs with the texts of documents that the gold has only the events of.
        min_confidence: predicted events of less are left out, from 0 to 1.

    Raises:
        InputError: a file can't be read or is not in its form, or an event is of a document that the gold lacks.

    """
    documents = read_gold(gold)
    known = {document.id for document in documents}
    events = read_predictions(predicted, known)
    return evaluate(add_texts(documents, texts), events, min_confidence=min_confidence)


def add_texts(documents: Sequence[GoldDocument], texts: Sequence[str]) -> Sequence[GoldDocument]:
    """The documents, those without a text with the one that some inputs have under their id.

    Raises:
        InputError: an input names nothing, or holds none of the documents.

    """
    if not texts:
        return documents
    found = read_texts(texts, {document.id for document in documents})
    if not found:
        raise InputError(
            "none of its documents has an id that the gold has",
            place=" ".join(texts),
            remedy="Give the inputs that were coded.",
        )
    filled = []
    for document in documents:
        given = None if document.title or document.text else found.get(document.id)
        filled.append(replace(document, title=given.title, text=given.text) if given else document)
    return filled


def read_texts(texts: Sequence[str], wanted: Iterable[str]) -> dict[str, Document]:
    """The documents of some inputs that have one of the wanted ids; what can't be read is passed over."""
    ids = set(wanted)
    sourced = (item for item in DocumentReader(find_inputs(texts)) if not isinstance(item, Reject))
    return {item.document.id: item.document for item in sourced if item.document.id in ids}


def check_page(page: Path, inputs: Sequence[Path]) -> None:
    """Make sure that a page overwrites none of the files read.

    Raises:
        InputError: it would.

    """
    if page.resolve() in {path.resolve() for path in inputs}:
        raise InputError("it is both read and written", place=str(page), remedy="Write the page to another file.")


def write_evaluation_page(evaluation: Evaluation, page: Path, *, title: str) -> None:
    """Write the page of an evaluation, whole or not at all.

    Raises:
        InputError: the file can't be written.

    """
    with open_replacing(page) as stream:
        stream.write(compose_page(evaluation, title).encode())
