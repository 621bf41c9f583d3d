"""Two sides: the sections of the dossier, with charts that load by themselves."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from dragoman.pages.charts import Drawing, draw_balance, draw_quad_classes, draw_types
from dragoman.pages.charts.months import MonthAxis, find_axis
from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.dossier import make_sections
from dragoman.pages.environment import read_styles


class Chart(StrEnum):
    """The charts of a relation, in the order of the page."""

    BALANCE = "balance"
    QUAD_CLASSES = "quad_classes"
    TYPES = "types"


_DRAWN: Mapping[str, Callable[[Mapping[str, Any], MonthAxis], Drawing]] = {
    Chart.BALANCE: lambda figures, axis: draw_balance(figures["months"], axis),
    Chart.QUAD_CLASSES: lambda figures, axis: draw_quad_classes(figures["months"], axis),
    Chart.TYPES: lambda figures, axis: draw_types(figures["by_month"], axis),
}


@dataclass(frozen=True, slots=True)
class ChartPlaces:
    """Where a chart is fetched for either width, and what room it takes, so that nothing moves when it comes."""

    wide: str
    narrow: str
    size: tuple[int, int]
    narrow_size: tuple[int, int]


def compose_relation(told: Mapping[str, Any], frame: Frame) -> str:
    """Two sides as `dragoman.tasks.dossier.compile_dossier` tells them."""
    sections = make_sections(told, linked=True)
    charts = {name.value: _find_places(frame, name, told["relation"]) for name in _list_charts(told["relation"])}
    return render("relation", frame, charts=charts, **sections.to_context())


def _list_charts(relation: Mapping[str, Any]) -> list[Chart]:
    """The charts that there is something to draw in."""
    if find_axis(row["month"] for row in relation["by_month"] if row["month"]) is None:
        return []
    occurred = any(month["month"] and month["events"] for month in relation["balance"]["months"])
    return [name for name in Chart if occurred or name is Chart.TYPES]


def _find_places(frame: Frame, name: Chart, relation: Mapping[str, Any]) -> ChartPlaces:
    types = {row["event_type"] for row in relation["by_month"] if row["month"]}
    height = {Chart.BALANCE: 230, Chart.QUAD_CLASSES: 210}.get(name, 40 + 30 * max(1, len(types)))
    wide, narrow = (frame.url(f"{frame.path}/{name}.svg", width=width) for width in ("wide", "narrow"))
    return ChartPlaces(wide, narrow, (816, height), (340, height))


def compose_chart(name: Chart, width: str, relation: Mapping[str, Any]) -> str | None:
    """A chart of a relation as an SVG file in the colours that the reader's screen asks for; None without a month.

    Args:
        name: which one.
        width: wide or narrow.
        relation: its `by_month`, and the months of its `balance`.

    """
    figures = {"by_month": relation["by_month"], "months": relation["balance"]["months"]}
    return _draw(name, width, json.dumps(figures, sort_keys=True))


@lru_cache(maxsize=64)
def _draw(name: Chart, width: str, written: str) -> str | None:
    """Drawing takes a tenth of a second: the same figures are drawn once."""
    figures = json.loads(written)
    axis = find_axis(row["month"] for row in figures["by_month"] if row["month"])
    if axis is None:
        return None
    drawing = _DRAWN[name](figures, axis)
    svg = drawing.narrow if width == "narrow" else drawing.wide
    head, closed, rest = svg.partition(">")
    return f"{head}{closed}<style>{read_styles('palette.css')}</style>{rest}"
