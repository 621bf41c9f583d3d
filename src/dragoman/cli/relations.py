"""The relation of two sides for the terminal."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.answers import head, make_console
from dragoman.cli.clean import clean_line
from dragoman.cli.commitments import render_commitments
from dragoman.cli.console import plural
from dragoman.cli.figures import DASH, make_table
from dragoman.cli.lines import render_lines

JsonObject = Mapping[str, Any]

SHOWN_MONTHS = 24
"""Months of a table; earlier ones are for --from, --until and --json."""

_SCALES = {
    "plover": "PLOVER",
    "goldstein-parus-phoenix": "Goldstein Phoenix",
    "goldstein-gdelt": "Goldstein GDELT",
    "goldstein-icews": "Goldstein ICEWS",
}


def print_relation(relation: JsonObject) -> None:
    """Chronology, counts by month, balance, what is open, what changed."""
    console = make_console()
    console.print(head(name_relation(relation)))
    if not relation["events"]:
        console.print("no events\n", style="dim")
    else:
        console.print(render_lines(relation["chronology"], console.width))
        shown, total = len(relation["chronology"]), relation["events"]
        note = plural(total, "event")
        console.print(note if shown == total else f"the latest {shown:,} of {note}; more with --limit", style="dim")
        _print_months(console, relation)
        _print_balance(console, relation)
    console.print(head(f"Open on {relation['on']}"))
    if relation["open"]:
        console.print(render_commitments(relation["open"], console.width))
    else:
        console.print("no commitments\n", style="dim")
    changes = relation["changes"]
    if changes and (any(changes["events"].values()) or changes["commitments"]):
        _print_changes(console, changes)


def name_relation(relation: JsonObject) -> Text:
    """Both sides, the period, and of which day the knowledge is."""
    sides = " and ".join(
        side["code"] if side["name"] == side["code"] else f"{side['name']} ({side['code']})"
        for side in relation["sides"]
    )
    told = Text(clean_line(sides), "bold")
    period = relation["period"]
    for word, day in (("from", period["from"]), ("until", period["until"]), ("as of", relation["as_of"])):
        told.append(f"  {word} {day}" if day else "", "not bold")
    return told


def _print_months(console: Console, relation: JsonObject) -> None:
    console.print(head("Events by month"))
    months = [(month or "longer", list(rows)) for month, rows in groupby(relation["by_month"], lambda r: r["month"])]
    rows = []
    for month, counts in last(months):
        for number, (quad_class, group) in enumerate(groupby(counts, lambda row: row["quad_class"])):
            listed = list(group)
            events = sum(row["events"] for row in listed)
            rows.append(("" if number else month, clean_line(quad_class), say_types(listed), f"{events:,}"))
    console.print(make_table(("month", "quad class", "types", "events"), rows, words=3))
    print_left_out(console, months)


def say_types(rows: Iterable[JsonObject]) -> str:
    """Events of each type, and on what footing those are that did not just occur: "AGREE 3 (1 planned)"."""
    told = []
    for name, group in groupby(rows, lambda row: row["event_type"]):
        listed = list(group)
        total = sum(row["events"] for row in listed)
        others = [
            row["status"] if row["events"] == total else f"{row['events']} {row['status']}"
            for row in listed
            if row["status"] != "occurred"
        ]
        told.append(f"{name} {total}" + (f" ({', '.join(others)})" if others else ""))
    return ", ".join(told)


def last(months: Sequence[Any]) -> Sequence[Any]:
    """The months that are shown."""
    return months[-SHOWN_MONTHS:]


def print_left_out(console: Console, months: Sequence[Any]) -> None:
    """How many months are not shown, and how to see them."""
    left = len(months) - len(last(months))
    console.print(f"{plural(left, 'earlier month')}: see them with --until, or --json\n" if left else "", style="dim")


def _print_balance(console: Console, relation: JsonObject) -> None:
    balance = relation["balance"]
    console.print(head("Balance"))
    rows = [weigh_row(month["month"] or "longer", month) for month in last(balance["months"])]
    rows.append(weigh_row("all", balance["whole"]))
    for direction in balance["directions"]:
        if direction["events"]:
            name = f"{direction['from']} → {direction['to']}" if direction["from"] else "each other"
            rows.append(weigh_row(name, direction))
    console.print(make_table(("mean of", "events", *(name.replace(" ", "\n") for name in _SCALES.values())), rows))
    print_left_out(console, balance["months"])
    console.print(f"{balance['method']}\n", style="dim")


def weigh_row(name: str, weighed: JsonObject) -> tuple[str, ...]:
    """A row of a balance."""
    return name, f"{weighed['events']:,}", *(say_mean(weighed["means"][scale]) for scale in _SCALES)


def say_mean(value: float | None) -> str:
    """A mean with its sign."""
    return DASH if value is None else f"{value:+.2f}"


def _print_changes(console: Console, changes: JsonObject) -> None:
    period, before = changes["period"], changes["before"]
    console.print(head("What changed"))
    console.print(render_changes(changes))
    console.print(
        f"now: {period['from']} to {period['until']}; before: {before['from']} to {before['until']}\n", style="dim"
    )
    for change in changes["commitments"]:
        told = Text.assemble(
            f"{change['on']}  {change['kind']} ", (change["status"], "bold"), f": “{clean_line(change['quote'])}”"
        )
        console.print(told + Text(f" ({clean_line(change['because'])})", "dim"))


def render_changes(changes: JsonObject) -> Table:
    """Events by quad class and type, and means, now and before."""
    rows = [("events", changes["events"]), *changes["quad_classes"].items(), *changes["types"].items()]
    told = [
        (name, f"{pair['now']:,}", f"{pair['before']:,}", f"{pair['now'] - pair['before']:+,}")
        for name, pair in rows
        if pair["now"] or pair["before"]
    ]
    for scale, name in _SCALES.items():
        now, before = changes["means"][scale]["now"], changes["means"][scale]["before"]
        change = DASH if now is None or before is None else f"{now - before:+.2f}"
        told.append((f"mean, {name}", say_mean(now), say_mean(before), change))
    return make_table(("", "now", "before", "change"), told)
