"""The record: one SQLite file with documents, what was coded from them, and the events that their reports tell of."""

from dragoman.store.acts import Deed, find_deeds
from dragoman.store.checking import find_damage, find_faults
from dragoman.store.conditions import EventFilter
from dragoman.store.connection import (
    WAIT_SECONDS,
    connect,
    connect_empty,
    create_record,
    explain_faults,
    read_pair_revision,
    read_revision,
    transaction,
)
from dragoman.store.copies import (
    HeldCoding,
    HeldOriginal,
    find_version,
    list_copies,
    load_coding,
    load_originals,
    load_version,
)
from dragoman.store.counting import EventCount, Pair, count_by_month
from dragoman.store.events import compose_all, compose_known, load_event
from dragoman.store.feeds import (
    FeedState,
    Outcome,
    SeenEntry,
    WaitingEntry,
    add_feeds,
    find_next_waiting,
    list_waiting,
    load_feeds,
    postpone_entry,
    put_look,
    settle_entry,
)
from dragoman.store.keeping import keep, keep_fresh
from dragoman.store.lending import lend
from dragoman.store.lookups import Source, Told, find_report_ids, list_told, load_document, load_source
from dragoman.store.office_imports import (
    OfficeImport,
    list_office_imports,
    load_imported,
    put_offices,
    remove_offices,
)
from dragoman.store.offices import Owned, find_owned, learn_rest, load_evidence
from dragoman.store.overview import Holdings, count_holdings, find_busiest, find_last_day, find_newest
from dragoman.store.pending import count_pending
from dragoman.store.persons import Company, NameCount, count_names, find_company
from dragoman.store.places import PlaceCount, count_places, find_days_at, find_latest_at, find_pairs_at
from dragoman.store.publishers import (
    PublishedDocument,
    Publisher,
    count_outlets,
    count_told,
    find_pairs_told,
    find_publishers,
    find_shared,
    list_published,
    load_publisher,
)
from dragoman.store.questions import (
    FoundDocument,
    count_events,
    count_quotes,
    find_counted,
    find_events,
    search_documents,
)
from dragoman.store.quoted import list_quoted
from dragoman.store.relinking import relink
from dragoman.store.reviews import Action, Review, list_reviews, put_review, undo_review
from dragoman.store.sources import SourceDocument, find_sources
from dragoman.store.spellings import find_names, refile_names
from dragoman.store.spots import Spot, SpotCount, count_spots, find_coordinates
from dragoman.store.surroundings import load_surroundings
from dragoman.store.ties import Tie, Ties, count_ties
from dragoman.store.upkeep import backup_record, vacuum_record
from dragoman.store.writing import Change, Entry, Mark, append_reports, entry_of, put_entry

__all__ = [
    "WAIT_SECONDS",
    "Action",
    "Change",
    "Company",
    "Deed",
    "Entry",
    "EventCount",
    "EventFilter",
    "FeedState",
    "FoundDocument",
    "HeldCoding",
    "HeldOriginal",
    "Holdings",
    "Mark",
    "NameCount",
    "OfficeImport",
    "Outcome",
    "Owned",
    "Pair",
    "PlaceCount",
    "PublishedDocument",
    "Publisher",
    "Review",
    "SeenEntry",
    "Source",
    "SourceDocument",
    "Spot",
    "SpotCount",
    "Tie",
    "Ties",
    "Told",
    "WaitingEntry",
    "add_feeds",
    "append_reports",
    "backup_record",
    "compose_all",
    "compose_known",
    "connect",
    "connect_empty",
    "count_by_month",
    "count_events",
    "count_holdings",
    "count_names",
    "count_outlets",
    "count_pending",
    "count_places",
    "count_quotes",
    "count_spots",
    "count_ties",
    "count_told",
    "create_record",
    "entry_of",
    "explain_faults",
    "find_busiest",
    "find_company",
    "find_coordinates",
    "find_counted",
    "find_damage",
    "find_days_at",
    "find_deeds",
    "find_events",
    "find_faults",
    "find_last_day",
    "find_latest_at",
    "find_names",
    "find_newest",
    "find_next_waiting",
    "find_owned",
    "find_pairs_at",
    "find_pairs_told",
    "find_publishers",
    "find_report_ids",
    "find_shared",
    "find_sources",
    "find_version",
    "keep",
    "keep_fresh",
    "learn_rest",
    "lend",
    "list_copies",
    "list_office_imports",
    "list_published",
    "list_quoted",
    "list_reviews",
    "list_told",
    "list_waiting",
    "load_coding",
    "load_document",
    "load_event",
    "load_evidence",
    "load_feeds",
    "load_imported",
    "load_originals",
    "load_publisher",
    "load_source",
    "load_surroundings",
    "load_version",
    "postpone_entry",
    "put_entry",
    "put_look",
    "put_offices",
    "put_review",
    "read_pair_revision",
    "read_revision",
    "refile_names",
    "relink",
    "remove_offices",
    "search_documents",
    "settle_entry",
    "transaction",
    "undo_review",
    "vacuum_record",
]
