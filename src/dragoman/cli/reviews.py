"""Reviews for the terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from dragoman.cli.clean import clean_line
from dragoman.cli.lines import make_grid

JsonObject = Mapping[str, Any]


def render_reviews(reviews: Sequence[JsonObject]) -> Table:
    """Reviews, oldest first."""
    table = make_grid((("review", 30), ("by, because", 50)))
    table.leading = 0
    for review in reviews:
        table.add_row(name_review(review), name_reviewer(review))
    return table


def name_review(review: JsonObject) -> Text:
    """Number, action, and what was set or undone."""
    told = Text.assemble((f"{review['number']} ", "bold"), (review["action"], "strike" if review["undone"] else ""))
    if review["field"]:
        told.append(f" {review['field']} = {clean_line(str(review['value']))}")
    if review["undoes"]:
        told.append(f" review {review['undoes']}")
    if review["undone"]:
        told.append(" (undone)", "dim")
    return told + Text(f"\n{clean_line(review['event_id'])}", "dim")


def name_reviewer(review: JsonObject) -> Text:
    """Who, when and why."""
    return Text.assemble((clean_line(review["by"]), "bold"), f", {review['at'][:10]}\n", clean_line(review["because"]))
