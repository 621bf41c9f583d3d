"""The first page."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.charts.sparkline import draw_sparkline
from dragoman.pages.desk.frame import Frame, render


def compose_home(told: Mapping[str, Any], frame: Frame) -> str:
    """The record at a glance, as `dragoman.tasks.overview.look_over` tells it."""
    counts = [month[side] for r in told["relations"] for month in r["months"] for side in ("cooperation", "conflict")]
    highest = max(counts, default=0)
    relations = [(relation, draw_sparkline(relation["months"], highest)) for relation in told["relations"]]
    return render("home", frame, told=told, relations=relations)
