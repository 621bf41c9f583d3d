"""A small record of two states for the tests of questions and reviews."""

from datetime import date
from pathlib import Path

from dragoman.store import Entry
from tests.store.entries import make_entry, make_side, make_text, open_new, put_all

VISIT_DAY = date(2025, 10, 1)

EXPLAINED = [
    {"field": "event_type", "rule": "model:trigger", "score": 0.9, "start": 5, "end": 12},
    {"field": "date", "rule": "timex:published", "score": 0.5, "start": None, "end": None, "reason": "no day is named"},
    {"field": "place", "rule": "places:none", "score": 0.0, "start": None, "end": None, "reason": "no place is named"},
]
PLACE = {
    "name": "Ankara", "country": "TUR", "admin1": None, "latitude": 39.9, "longitude": 32.9, "geonames_id": 323786,
    "kind": "city", "mention": "Turkey", "start": 13, "end": 19,
}  # fmt: skip

# Iran thanks Turkey, told twice; invites it, and nothing comes of it; a threat by nobody who is asked about.
FIRST = make_entry("a", day=VISIT_DAY, explanation=EXPLAINED, goldstein=3.5, cameo="050")
SECOND = make_entry(
    "b", day=VISIT_DAY, published=date(2025, 10, 9), publisher="The Lighthouse", place=PLACE, goldstein=3.5,
    explanation=[{"field": "place", "rule": "places:sentence", "score": 0.8, "start": 13, "end": 19}],
)  # fmt: skip
INVITATION = make_entry(
    "c", verb="invited", event_type="AGREE", published=date(2025, 10, 3), cameo="030", goldstein=4.0,
    attribution={"speaker": make_side("IRN", make_text("IRN", "invited", "TUR")), "cue": "", "outlet": None,
                 "start": 0, "end": 4},
)  # fmt: skip
OLD = make_entry(
    "d", actor="TUR", recipient="IRN", verb="accused", event_type="ACCUSE", published=date(2024, 6, 1), cameo="112",
    goldstein=-2.0, quad_class="verbal conflict",
)  # fmt: skip
CLAIM = make_entry(
    "e", actor="TUR", recipient="IRN", verb="shelled", event_type="ASSAULT", published=date(2025, 10, 4), cameo="190",
    goldstein=-10.0, quad_class="material conflict", status="claimed",
)  # fmt: skip
ELSEWHERE = make_entry("f", actor="PER", recipient="CHL", published=date(2025, 10, 20))


def id_of(entry: Entry) -> str:
    return entry.reports[0].report_id


def make_record(path: Path) -> Path:
    """The record of all entries above."""
    with open_new(path) as connection:
        put_all(connection, FIRST, SECOND, INVITATION, OLD, CLAIM, ELSEWHERE)
    return path
