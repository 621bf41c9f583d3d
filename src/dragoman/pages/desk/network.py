"""The network of sides."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.conditions import list_choices, list_chosen
from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.desk.overviews import SPANS, make_period
from dragoman.pages.drawings.lines import draw_network
from dragoman.pages.drawings.sheets import WIDE, make_narrow
from dragoman.pages.links import relation_path

AMONG = ("states", "states and organisations", "states and armed groups", "all sides")


_LEFT_OUT = {"side": None, "other": None, "rejected": None}
"""Conditions that a relation does not take: its sides stand in its path."""


def compose_network(told: Mapping[str, Any], frame: Frame) -> str:
    """Relations as `dragoman.tasks.network.link_sides` tells them, as lines and in a table."""
    period = make_period(told)
    kept = {"span": None, "among": None, "limit": None, **period}
    sheets = (WIDE, make_narrow(len(told["sides"])))
    networks = [draw_network(sheet, told["sides"], told["relations"]) for sheet in sheets]
    return render(
        "network",
        frame,
        told=told,
        networks=networks,
        kinds={node.kind for node in networks[0].nodes},
        name_of={side["code"]: side["name"] for side in told["sides"]},
        find_side=lambda code: frame.url("/events", **kept, **_name_sides(told["side"], code)),
        find_relation=lambda one, other: frame.url(relation_path(one, other), **kept, **_LEFT_OUT),
        among=AMONG,
        chosen=list_chosen(frame),
        spans=SPANS,
        **list_choices(),
    )


def _name_sides(asked: str | None, code: str) -> Mapping[str, str | None]:
    """Events of a side; where all events have another one, those of both."""
    return {"side": asked or code, "other": code if asked and asked != code else None}
