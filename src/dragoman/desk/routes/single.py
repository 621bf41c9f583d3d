"""Pages of one thing: the record, a relation, an event, a document."""

from datetime import date

from dragoman.desk.asking import AsOf, Limit, Part, Record, Shown
from dragoman.desk.asking_relation import AskedAgainst, AskedRelation, Sides
from dragoman.export import JsonObject
from dragoman.pages.links import from_segment
from dragoman.tasks.documents import tell_document
from dragoman.tasks.dossier import compile_dossier
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.overview import look_over
from dragoman.tasks.periods import FOLLOWED
from dragoman.tasks.reviewable import tell_reviewable


def tell_home(record: Record) -> JsonObject:
    """The record at a glance, today."""
    with open_snapshot(record) as connection:
        return look_over(connection, date.today())


def tell_relation(
    record: Record, sides: Sides, wanted: AskedRelation, against: AskedAgainst, limit: Limit = None
) -> JsonObject:
    """All that the record tells of two sides in a period, by the events that meet the conditions."""
    with open_snapshot(record) as connection:
        return compile_dossier(
            connection,
            *sides,
            first=wanted.first,
            last=wanted.last,
            as_of=wanted.as_of,
            among=wanted,
            against=against,
            limit=limit or 50,
            latest=FOLLOWED,
        )


def tell_event(record: Record, event_id: str, as_of: AsOf = None, correct: Shown = None) -> JsonObject:
    """An event, what stands behind it, and what can be said of it."""
    del correct  # checked here, shown there
    with open_snapshot(record) as connection:
        return tell_reviewable(connection, from_segment(event_id), as_of=as_of)


def tell_one_document(record: Record, document_id: str, part: Part = None, codes: Shown = None) -> JsonObject:
    """A document with all that was found in it; the page shows a long text part by part."""
    del part, codes  # checked here, shown there
    with open_snapshot(record) as connection:
        return tell_document(connection, from_segment(document_id))
