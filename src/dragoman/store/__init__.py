"""The record: one SQLite file with documents, what was coded from them, and the events that their reports tell of."""

from dragoman.store.checking import find_faults
from dragoman.store.conditions import EventFilter
from dragoman.store.connection import connect, connect_empty, create_record, explain_faults, transaction
from dragoman.store.counting import EventCount, count_by_month
from dragoman.store.events import compose_known, load_event
from dragoman.store.lookups import Source, Told, find_report_ids, list_told, load_document, load_source
from dragoman.store.office_imports import (
    OfficeImport,
    list_office_imports,
    load_imported,
    put_offices,
    remove_offices,
)
from dragoman.store.offices import Owned, learn_rest, load_evidence
from dragoman.store.overview import Holdings, count_holdings, find_busiest, find_newest
from dragoman.store.questions import FoundDocument, count_events, find_events, search_documents
from dragoman.store.quoted import list_quoted
from dragoman.store.relinking import relink
from dragoman.store.reviews import Action, Review, list_reviews, put_review, undo_review
from dragoman.store.sources import SourceDocument, find_sources
from dragoman.store.spellings import find_names, refile_names
from dragoman.store.upkeep import backup_record, vacuum_record
from dragoman.store.writing import Change, Entry, Mark, append_reports, entry_of, put_entry

__all__ = [
    "Action",
    "Change",
    "Entry",
    "EventCount",
    "EventFilter",
    "FoundDocument",
    "Holdings",
    "Mark",
    "OfficeImport",
    "Owned",
    "Review",
    "Source",
    "SourceDocument",
    "Told",
    "append_reports",
    "backup_record",
    "compose_known",
    "connect",
    "connect_empty",
    "count_by_month",
    "count_events",
    "count_holdings",
    "create_record",
    "entry_of",
    "explain_faults",
    "find_busiest",
    "find_events",
    "find_faults",
    "find_names",
    "find_newest",
    "find_report_ids",
    "find_sources",
    "learn_rest",
    "list_office_imports",
    "list_quoted",
    "list_reviews",
    "list_told",
    "load_document",
    "load_event",
    "load_evidence",
    "load_imported",
    "load_source",
    "put_entry",
    "put_offices",
    "put_review",
    "refile_names",
    "relink",
    "remove_offices",
    "search_documents",
    "transaction",
    "undo_review",
    "vacuum_record",
]
