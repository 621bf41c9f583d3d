"""The page about two sides that one sends to somebody."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Any

from dragoman.pages.charts import Drawing, draw_balance, draw_quad_classes, draw_types
from dragoman.pages.charts.months import MonthAxis, find_axis
from dragoman.pages.environment import make_environment, read_styles
from dragoman.pages.stretches import TypeCounts, count_types

Line = Mapping[str, Any]

STYLES = ("palette.css", "base.css", "chart.css", "event.css", "dossier.css", "print.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """What the sections about two sides are filled with, in a file of their own or on the desk."""

    dossier: Line
    """What is shown, as the task compiled it."""
    relation: Line
    """Of the dossier."""
    months: list[tuple[str | None, list[Line]]]
    """The chronology by month; None for events without a date."""
    anchors: Mapping[str, str]
    """Where on the page the event of an id is told."""
    numbers: Mapping[str, list[int]]
    """The numbers of the documents that an event of an id rests on."""
    type_counts: TypeCounts
    undrawn: int
    """Events that no chart shows, as they are of no one month."""
    linked: bool
    """Whether events and documents have pages that one can go to."""
    filtered: bool
    """Whether only some kinds of events are meant."""

    def to_context(self) -> dict[str, Any]:
        """The fields by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage:
    """All that the template of a dossier is given."""

    sections: Sections
    charts: Mapping[str, Drawing]
    """By name; empty where there is nothing to draw."""
    styles: str
    """The style sheet, which stands in the page."""
    styles_hash: str
    """By which the page's own policy lets this style sheet in, and nothing else."""

    def to_context(self) -> dict[str, Any]:
        """The fields by name, those of the sections among them."""
        own = {"charts": self.charts, "styles": self.styles, "styles_hash": self.styles_hash}
        return self.sections.to_context() | own


def compose_dossier(dossier: Line) -> str:
    """A dossier as one HTML page for browsers of any width, light or dark, and for paper.

    It loads nothing and runs nothing: charts are SVG, styles stand in the page, and its policy forbids all else.

    Args:
        dossier: as `dragoman.tasks.dossier.compile_dossier` gives it.

    Raises:
        ConfigurationError: the libraries that make pages are not installed.

    """
    return make_environment().get_template("dossier.html").render(make_page(dossier).to_context())


def make_page(dossier: Line) -> DossierPage:
    """What the template is given for a dossier."""
    styles = f"\n{read_styles(*STYLES)}\n"
    sections = make_sections(dossier)
    return DossierPage(
        sections=sections,
        charts=draw_charts(dossier["relation"], sections.type_counts),
        styles=styles,
        styles_hash=b64encode(hashlib.sha256(styles.encode()).digest()).decode(),
    )


def make_sections(dossier: Line, *, linked: bool = False, filtered: bool = False) -> Sections:
    """What the sections are filled with.

    Args:
        dossier: as `dragoman.tasks.dossier.compile_dossier` gives it.
        linked: whether events and documents have pages that one can go to.
        filtered: whether only some kinds of events are meant.

    """
    relation = dossier["relation"]
    events = [line["event_id"] for line in relation["chronology"]]
    return Sections(
        dossier=dossier,
        relation=relation,
        months=[(month, list(lines)) for month, lines in groupby(relation["chronology"], _find_month)],
        anchors={event_id: f"event-{number}" for number, event_id in enumerate(events, 1)},
        numbers=_number_sources(dossier["sources"]),
        type_counts=count_types(relation["by_month"]),
        undrawn=sum(row["events"] for row in relation["by_month"] if row["month"] is None),
        linked=linked,
        filtered=filtered,
    )


def _find_month(line: Line) -> str | None:
    return (line["date"]["start"] or line["date"]["end"])[:7] if line["date"] else None


def _number_sources(sources: Iterable[Line]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for number, source in enumerate(sources, 1):
        for event_id in source["events"]:
            numbers.setdefault(event_id, []).append(number)
    return numbers


def draw_charts(relation: Line, counts: TypeCounts) -> dict[str, Drawing]:
    """The charts of a relation by name, all with the same axis of months; none where no event is of one month.

    Args:
        relation: as `dragoman.tasks.relation.relate` gives it.
        counts: its types over time.

    """
    balanced = relation["balance"]["months"]
    axis: MonthAxis | None = find_axis(row["month"] for row in relation["by_month"] if row["month"])
    if axis is None:
        return {}
    charts = {"types": draw_types(counts, axis)}
    if any(month["month"] and month["events"] for month in balanced):
        charts["balance"] = draw_balance(balanced, axis)
        charts["quad_classes"] = draw_quad_classes(balanced, axis)
    return charts
