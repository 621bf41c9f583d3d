"""Coding one text that somebody pasted: to look at what is read in it, or to add it to a record."""

import hashlib
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from dragoman.config import CoderConfig
from dragoman.documents import Origin, Reject, Sourced, compose_document
from dragoman.documents.rows import read_day
from dragoman.errors import DocumentError, InputError
from dragoman.export import JsonObject
from dragoman.linking import compose_event
from dragoman.model.report import read_report
from dragoman.model.text import Document
from dragoman.store import Source
from dragoman.tasks.code import coder_of_process
from dragoman.tasks.coders import make_coder
from dragoman.tasks.documents import mark_trigger, order_marks
from dragoman.tasks.lines import line_of
from dragoman.tasks.outcomes import CoderMaker, code_for_record
from dragoman.tasks.record import add_documents
from dragoman.tasks.why import explain_report

MOST_CHARACTERS = 20_000
"""Of title and text together: a long report has 10,000."""

_CONFIG = CoderConfig()
_ORIGIN = Origin(file="pasted")


def read_pasted(given: Mapping[str, str]) -> Document:
    """The document that somebody pasted. Its id is made of its words, so that the same is the same document.

    Args:
        given: `title`, `text`, `published`, `publisher`, `url`; what is missing is empty.

    Raises:
        InputError: no text, no day of publication, or too long; `place` is the field.

    """
    title, text = given.get("title", ""), given.get("text", "")
    if not text.strip():
        raise InputError("the text is empty", place="text", remedy="Paste the text of a report.")
    length = len(title) + len(text)
    if length > MOST_CHARACTERS:
        raise InputError(
            f"title and text have {length:,} characters, and {MOST_CHARACTERS:,} are read here",
            place="text",
            remedy="Paste a part of it, or add it as a file: dragoman record add RECORD FILE",
        )
    _check_day(given.get("published", ""))
    try:
        return compose_document(given, default_id=_make_id(given))
    except DocumentError as error:
        raise InputError(error.fault, place="text", remedy=error.remedy) from None


def _check_day(written: str) -> None:
    if not written.strip():
        raise InputError(
            "the date of publication is missing",
            place="published",
            remedy="Write it as 2025-10-02: it says when “Monday” is.",
        )
    try:
        read_day(written)
    except DocumentError:
        shown = written.strip()[:40]
        raise InputError(
            f"the date of publication cannot be {shown!r}", place="published", remedy="Write it as 2025-10-02."
        ) from None


def _make_id(given: Mapping[str, str]) -> str:
    """An id that tells the day and is the same for the same words."""
    words = "\x00".join(given.get(name, "") for name in ("published", "publisher", "url", "title", "text"))
    return f"pasted-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:12]}"


def try_document(document: Document, maker: CoderMaker = make_coder) -> JsonObject:
    """Code a document and tell all that was read in it; nothing is stored.

    Args:
        document: pasted.
        maker: makes the coder of this process, on first use.

    Returns:
        The document's fields; `marks` as `tell_document` has them; `events` in short, each with `fields`: the value,
        the words, the rule and the score or reason of each; `coder`, who read it.

    Raises:
        InputError: the coder refuses it, or failed on it.

    """
    coder, stamp = coder_of_process(_CONFIG, maker)
    outcome = code_for_record(coder, stamp, Sourced(origin=_ORIGIN, document=document))
    if isinstance(outcome, Reject):
        raise _refuse(outcome)
    found = ({**mark, "mark": kind} for kind, mark in outcome.marks)
    triggers = chain.from_iterable(mark_trigger(event, event["event_id"]) for event in outcome.events)
    return {
        "document_id": document.id,
        "published": document.published.isoformat(),
        "publisher": document.publisher,
        "url": document.url,
        "title": document.title,
        "text": document.text,
        "marks": order_marks(chain(found, triggers)),
        "events": [_tell_event(event, document) for event in outcome.events],
        "coder": outcome.stamp,
    }


def _refuse(reject: Reject) -> InputError:
    return InputError(reject.fault, place="text", remedy=reject.remedy)


def _tell_event(body: JsonObject, document: Document) -> JsonObject:
    """An event in the form of a record's, though it has this one report alone and nobody has reviewed it."""
    event = compose_event([read_report(body)]) | {"confirmed": False, "rejected": False}
    source = Source(body=body, title=document.title, text=document.text, url=document.url, version=1, is_held=False)
    return {**line_of(event), "fields": list(explain_report(source))}


def add_pasted(record: Path, document: Document, maker: CoderMaker = make_coder) -> JsonObject:
    """Add a pasted document to a record, as `dragoman record add` does.

    Returns:
        `document_id`, and `change`: what it was for the record.

    Raises:
        InputError: it can't be coded, or the record refuses it.
        RecordError: the record can't be opened or written.

    """
    rejects: list[Reject] = []
    filling = add_documents(
        record,
        [Sourced(origin=_ORIGIN, document=document)],
        _CONFIG,
        maker=maker,
        told=lambda reject, _: rejects.append(reject) if reject else None,
    )
    if rejects:
        raise _refuse(rejects[0])
    change = next(change for change, count in filling.changes.items() if count)
    return {"document_id": document.id, "change": change.value}
