"""The charts of a relation: pictures that load by themselves, and for a script the one that months are chosen on."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from dragoman.pages.charts import Drawing, draw_balance, draw_quad_classes, draw_types
from dragoman.pages.charts.drawing import NARROW, WIDE
from dragoman.pages.charts.months import MonthAxis, find_axis
from dragoman.pages.desk.frame import Frame
from dragoman.pages.desk.spans import Span, list_spans
from dragoman.pages.environment import read_styles
from dragoman.pages.stretches import count_types


class Chart(StrEnum):
    """The charts of a relation, in the order of the page."""

    BALANCE = "balance"
    QUAD_CLASSES = "quad_classes"
    TYPES = "types"


_DRAWN: Mapping[str, Callable[[Mapping[str, Any], MonthAxis], Drawing]] = {
    Chart.BALANCE: lambda figures, axis: draw_balance(figures["months"], axis),
    Chart.QUAD_CLASSES: lambda figures, axis: draw_quad_classes(figures["months"], axis),
    Chart.TYPES: lambda figures, axis: draw_types(count_types(figures["by_month"]), axis),
}


@dataclass(frozen=True, slots=True)
class ChartPlaces:
    """Where a chart is fetched for either width, and what room it takes, so that nothing moves when it comes."""

    wide: str
    narrow: str
    size: tuple[int, int]
    narrow_size: tuple[int, int]
    spans: Sequence[tuple[Span, str, bool]] = ()
    """Periods that can be chosen below it, each with its address and whether it is the one that is shown."""
    whole: str = ""
    """The address of all that is on record, where a period is shown."""


def place_charts(frame: Frame, relation: Mapping[str, Any]) -> dict[str, ChartPlaces]:
    """The charts that there is something to draw in, by name."""
    if find_axis(row["month"] for row in relation["by_month"] if row["month"]) is None:
        return {}
    occurred = any(month["month"] and month["events"] for month in relation["balance"]["months"])
    names = [name for name in Chart if occurred or name is Chart.TYPES]
    return {name.value: _place(frame, name, relation) for name in names}


def _place(frame: Frame, name: Chart, relation: Mapping[str, Any]) -> ChartPlaces:
    if name is Chart.TYPES:
        height = 40 + 30 * max(1, len({row["event_type"] for row in relation["by_month"] if row["month"]}))
    else:
        height = 230 if name is Chart.BALANCE else 210
    asked = {"against_from": None, "against_until": None, "limit": None}
    wide, narrow = (frame.url(f"{frame.path}/{name}.svg", width=width, **asked) for width in ("wide", "narrow"))
    places = wide, narrow, (816, height), (340, height)
    if name is not Chart.BALANCE:
        return ChartPlaces(*places)
    shown = (relation["period"]["from"], relation["period"]["until"])
    spans = [
        (span, _choose(frame, span.first, span.last), shown == (span.first, span.last))
        for span in list_spans(month["month"] for month in relation["balance"]["months"] if month["month"])
    ]
    return ChartPlaces(*places, spans, _choose(frame) if any(shown) else "")


def _choose(frame: Frame, first: str | None = None, last: str | None = None) -> str:
    """The address of the same charts of another period."""
    period: dict[str, Any] = {"from": first, "until": last}
    return f"{frame.url(**period)}#course"


def compose_chart(name: Chart, width: str, relation: Mapping[str, Any]) -> str | None:
    """A chart of a relation as an SVG file in the colours that the reader's screen asks for; None without a month.

    Args:
        name: which one.
        width: wide or narrow.
        relation: its `by_month`, and the months of its `balance`.

    """
    return _draw(name, width, _write_figures(relation))


def compose_specification(width: str, relation: Mapping[str, Any]) -> str | None:
    """The chart of the balance in Vega-Lite, as JSON, with a selection of months; None without a month.

    Args:
        width: wide or narrow.
        relation: its `by_month`, and the months of its `balance`.

    """
    return _specify(width, _write_figures(relation))


def load_charts() -> None:
    """Have each chart drawn once, so that all that takes seconds is there by the time that somebody asks for one."""
    event = {"month": "2000-01", "event_type": "CONSULT", "quad_class": "verbal cooperation", "status": "occurred"}
    relation = {"by_month": [{**event, "events": 1}], "balance": {"months": []}}
    for name in Chart:
        for width in ("wide", "narrow"):
            compose_chart(name, width, relation)


def _write_figures(relation: Mapping[str, Any]) -> str:
    return json.dumps({"by_month": relation["by_month"], "months": relation["balance"]["months"]}, sort_keys=True)


def _read_figures(written: str) -> tuple[Mapping[str, Any], MonthAxis | None]:
    figures = json.loads(written)
    return figures, find_axis(row["month"] for row in figures["by_month"] if row["month"])


@lru_cache(maxsize=200)
def _draw(name: Chart, width: str, written: str) -> str | None:
    """Drawing takes a twentieth of a second: the same figures are drawn once."""
    figures, axis = _read_figures(written)
    if axis is None:
        return None
    drawing = _DRAWN[name](figures, axis)
    svg = drawing.narrow if width == "narrow" else drawing.wide
    head, closed, rest = svg.partition(">")
    return f"{head}{closed}<style>{read_styles('palette.css')}</style>{rest}"


@lru_cache(maxsize=200)
def _specify(width: str, written: str) -> str | None:
    figures, axis = _read_figures(written)
    if axis is None:
        return None
    drawn = draw_balance(figures["months"], axis, brushed=True).specify(NARROW if width == "narrow" else WIDE)
    # Readers by ear are told by the picture that it is drawn over.
    return json.dumps(drawn | {"config": drawn["config"] | {"aria": False}})
