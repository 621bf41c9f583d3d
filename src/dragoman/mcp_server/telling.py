"""What each tool asks of the tasks: from its arguments to their answer."""

from datetime import date
from pathlib import Path

from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.mcp_server import asked
from dragoman.tasks.documents import tell_document
from dragoman.tasks.listing import list_events, make_filter, search_record
from dragoman.tasks.offices import ask_office
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.overview import look_over
from dragoman.tasks.persons import ask_person
from dragoman.tasks.promises import page_commitments
from dragoman.tasks.relation import relate
from dragoman.tasks.sides import resolve_dyad, resolve_dyad_if_named
from dragoman.tasks.why import explain_event


def tell_overview(record: Path, given: asked.OverviewAsked) -> JsonObject:
    """The record at a glance."""
    with open_snapshot(record) as connection:
        return look_over(connection, given.on or date.today())


def tell_relation(record: Path, given: asked.RelationAsked) -> JsonObject:
    """All that the record tells of two sides; months of the balance the latest first, so that a cut drops old ones."""
    dyad = resolve_dyad(given.side, given.other)
    with open_snapshot(record) as connection:
        told = relate(connection, *dyad, first=given.first, last=given.until, as_of=given.as_of, limit=given.limit)
    return {**told, "balance": {**told["balance"], "months": told["balance"]["months"][::-1]}}


def tell_events(record: Path, given: asked.EventsAsked) -> JsonObject:
    """Events that meet the conditions."""
    sides = [side for side in (given.side, given.other) if side is not None]
    wanted = make_filter(
        types=given.types,
        modes=given.modes,
        contexts=given.contexts,
        quad_classes=given.quad_classes,
        statuses=given.statuses,
        side=sides[0] if len(sides) == 1 else None,
        dyad=(sides[0], sides[1]) if len(sides) == 2 else None,
        sector=given.sector,
        person=given.person,
        place=given.place,
        first=given.first,
        last=given.until,
        speaker=given.speaker,
        publisher=given.publisher,
        min_confidence=given.min_confidence,
        as_of=given.as_of,
        with_rejected=given.with_rejected,
    )
    with open_snapshot(record) as connection:
        return list_events(
            connection, wanted, limit=given.limit, offset=given.offset, newest_first=not given.oldest_first
        )


def tell_why(record: Path, given: asked.WhyAsked) -> JsonObject:
    """All that stands behind an event."""
    with open_snapshot(record) as connection:
        return explain_event(connection, given.event_id, as_of=given.as_of)


def tell_commitments(record: Path, given: asked.CommitmentsAsked) -> JsonObject:
    """Commitments of two sides or of all."""
    dyad = resolve_dyad_if_named(given.side, given.other)
    with open_snapshot(record) as connection:
        return page_commitments(
            connection,
            dyad,
            fates=given.statuses,
            on=given.on,
            as_of=given.as_of,
            limit=given.limit,
            offset=given.offset,
        )


def tell_office(record: Path, given: asked.OfficeAsked) -> JsonObject:
    """Who held an office on a day."""
    with open_snapshot(record) as connection:
        return ask_office(connection, given.office, given.owner, given.on or date.today())


def tell_person(record: Path, given: asked.PersonAsked) -> JsonObject:
    """Whom a name means."""
    with open_snapshot(record) as connection:
        return ask_person(connection, given.name, given.on or date.today(), limit=given.limit)


def tell_found(record: Path, given: asked.SearchAsked) -> JsonObject:
    """Documents and events with all the words."""
    with open_snapshot(record) as connection:
        return search_record(connection, given.words, as_of=given.as_of, limit=given.limit, offset=given.offset)


def tell_part(record: Path, given: asked.DocumentAsked) -> JsonObject:
    """A part of a document's text, with all its events."""
    with open_snapshot(record) as connection:
        document = tell_document(connection, given.document_id)
    text = document["text"]
    whole = len(text or "")
    if given.start > whole:
        raise InputError(f"the text has {whole:,} characters", place="start", remedy="Begin within them.")
    end = min(whole, given.start + given.length)
    part = None if text is None else text[given.start : end]
    return {**document, "start": given.start, "end": end, "characters": whole, "text": part}
