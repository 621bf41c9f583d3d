"""Hypothesis strategies: reports that are often about the same."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from dragoman.model.report import Report
from tests.linking.factories import make_place, make_report

FIRST = date(2024, 5, 1)
PLACES = [
    None,
    make_place("Lima", "PER", -12.04, -77.03),
    make_place("Cusco", "PER", -13.52, -71.98),
    make_place("Peru", "PER", -10.0, -76.0, kind="country"),
    make_place("Arica", "CHL", -18.48, -70.33),
]
QUOTES = [
    "Peru attacked",
    "a depot near the bridge was shelled",
    "the bridge and a depot were shelled on Monday, killing 12 border guards",
    "shells hit the bridge and a depot, killing 14 border guards",
    "the harbour was set on fire",
    "Peru and Chile at war",
]


@st.composite
def reports(draw: st.DrawFn, number: int) -> Report:
    published = FIRST + timedelta(days=draw(st.integers(0, 24)))
    told = draw(st.sampled_from([None, 0, 0, 1, 2, 5]))
    trigger, quote = draw(st.sampled_from([("war", QUOTES[-1]), *(("struck", quote) for quote in QUOTES[:-1])]))
    fields: dict[str, Any] = {
        "published": published.isoformat(),
        "document_id": f"d{draw(st.integers(0, 9))}",
        "publisher": draw(st.sampled_from(["Post", "Wire", "Mail"])),
        "event_type": draw(st.sampled_from(["ASSAULT", "ASSAULT", "CONSULT", "ACCUSE"])),
        "mode": draw(st.sampled_from([None, None, "visit"])),
        "status": draw(st.sampled_from(["occurred", "occurred", "occurred", "claimed"])),
        "actors": draw(st.sampled_from(["PER", "PER", "CHL", "PER USA", ""])),
        "recipients": draw(st.sampled_from(["CHL", "CHL", "PER", "CHL ECU", ""])),
        "reciprocal": draw(st.sampled_from([False, False, False, True])),
        "place": draw(st.sampled_from(PLACES)),
    }
    day = None if told is None else (published - timedelta(days=told)).isoformat()
    return make_report(f"ev_{number:04d}", day=day, quote=quote, trigger=trigger, **fields)


@st.composite
def alike_reports(draw: st.DrawFn, number: int) -> Report:
    """Reports of one attack or of very similar ones: chains of joints are the rule."""
    published = FIRST + timedelta(days=draw(st.integers(0, 12)))
    told = draw(st.sampled_from([None, None, 0, 1]))
    day = None if told is None else (published - timedelta(days=told)).isoformat()
    quote = draw(st.sampled_from(QUOTES[2:4]))
    fields: dict[str, Any] = {"published": published.isoformat(), "actors": "PER", "recipients": "CHL"}
    return make_report(f"ev_{number:04d}", day=day, quote=quote, trigger="shelled", **fields)


def alike_collections(size: int = 12) -> st.SearchStrategy[list[Report]]:
    """Reports of which most could be joined to several others."""
    return st.lists(st.integers(0, 9999), unique=True, max_size=size).flatmap(
        lambda numbers: st.tuples(*(alike_reports(number) for number in numbers)).map(list)
    )


def collections(size: int = 30) -> st.SearchStrategy[list[Report]]:
    """Up to `size` reports with ids of their own, in an order that has nothing to do with their ids."""
    return st.lists(st.integers(0, 9999), unique=True, max_size=size).flatmap(
        lambda numbers: st.tuples(*(reports(number) for number in numbers)).map(list)
    )
