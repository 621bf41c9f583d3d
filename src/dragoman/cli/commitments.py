"""Commitments for the terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from dragoman.cli.answers import make_console
from dragoman.cli.clean import clean_line
from dragoman.cli.lines import make_grid, name_side, say_days
from dragoman.cli.render import WIDE, stack

JsonObject = Mapping[str, Any]

_WIDE_COLUMNS = (("made, due", 22), ("what", 22), ("who → whom", 26), ("words", 40), ("what became of it", 32))
_NARROW_COLUMNS = (("made, due, status", 22), ("who → whom, what, words", 52))

_STYLES = {"open": "bold", "kept": "green", "repeated": "", "broken": "red", "lapsed": "yellow"}


def print_commitments(listed: JsonObject) -> None:
    """Commitments, and below them how many are open, kept, broken and lapsed."""
    console = make_console()
    if listed["commitments"]:
        console.print(render_commitments(listed["commitments"], console.width))
    told = ", ".join(f"{count:,} {status}" for status, count in listed["counts"].items() if count)
    console.print(f"on {listed['on']}: {told or 'no commitments'}", style="dim")


def render_commitments(commitments: Sequence[JsonObject], width: int) -> Table:
    """The table of commitments: five columns on a wide terminal, two on a narrow one."""
    table = make_grid(_WIDE_COLUMNS if width >= WIDE else _NARROW_COLUMNS)
    for commitment in commitments:
        made, sides, what = name_made(commitment), name_parties(commitment), name_promise(commitment)
        words = Text(f"“{clean_line(commitment['quote'])}”", "italic")
        speaker = Text(f"on the word of {clean_line(commitment['speaker'])}" if commitment["speaker"] else "")
        identity = Text(clean_line(commitment["commitment_id"]), "dim")
        status = Text(commitment["status"], _STYLES[commitment["status"]])
        if width >= WIDE:
            fate = stack(status, name_changes(commitment), identity)
            table.add_row(made, what, sides, stack(words, speaker), fate)
        else:
            told = stack(sides, what, words, speaker, name_changes(commitment), identity)
            table.add_row(stack(made, status), told)
    return table


def name_made(commitment: JsonObject) -> Text:
    """When it was made, and by when it is due."""
    due = commitment["due"]
    told = Text(commitment["made_on"])
    return told + Text(f"\ndue {say_days(due['start'], due['end'])}") if due else told


def name_parties(commitment: JsonObject) -> Text:
    """Who committed himself to whom."""
    by = [name_side(side) for side in commitment["by"]]
    if commitment["mutual"]:
        return Text(" ↔ ").join(by)
    to = [name_side(side) for side in commitment["to"]]
    told = Text(", ").join(by)
    return told + Text(" → ") + Text(", ").join(to) if to else told


def name_promise(commitment: JsonObject) -> Text:
    """The kind of commitment, and the act it is to."""
    act = clean_line(" ".join(filter(None, (commitment["what"], commitment["mode"]))))
    return Text.assemble((commitment["kind"], "bold"), f" to {act}" if act else "")


def name_changes(commitment: JsonObject) -> Text:
    """What happened to it, each with its event."""
    lines = []
    for change in commitment["changes"]:
        line = Text.assemble(
            (change["status"], _STYLES[change["status"]]), f" {change['on']}: {clean_line(change['because'])}"
        )
        lines.append(line + Text(f" {clean_line(change['event_id'])}" if change["event_id"] else "", "dim"))
    return Text("\n").join(lines)
