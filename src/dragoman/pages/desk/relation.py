"""Two sides: the sections of the dossier, with forms to ask for less of it and to compare two periods."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.conditions import list_choices, list_chosen
from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.desk.relation_charts import Chart, place_charts
from dragoman.pages.desk.scripts import name_vega, read_script
from dragoman.pages.desk.spans import list_pairs
from dragoman.pages.dossier import make_sections

_DAYS = {"from", "until", "as_of"}


def compose_relation(told: Mapping[str, Any], frame: Frame) -> str:
    """Two sides as `dragoman.tasks.dossier.compile_dossier` tells them."""
    relation, chosen = told["relation"], list_chosen(frame)
    kinds = {name for name, _, _ in chosen} - _DAYS
    charts = place_charts(frame, relation)
    return render(
        "relation",
        frame,
        charts=charts,
        # Without a chart there is nothing to choose months on.
        scripts=[name_vega(), read_script("brush").path] if Chart.BALANCE in charts else [],
        chosen=chosen,
        is_open=bool(kinds - {"type"}),
        pairs=list_pairs(relation["changes"]["period"]["until"]) if relation["changes"] else [],
        **list_choices(),
        **make_sections(told, linked=True, filtered=bool(kinds)).to_context(),
    )
