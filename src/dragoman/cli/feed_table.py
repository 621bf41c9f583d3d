"""How it stands with feeds, as a table for the terminal."""

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.cli.clean import clean_line
from dragoman.cli.console import plural
from dragoman.store import FeedState, Outcome

WIDE = 100
"""Columns from which all counts are shown."""

ALWAYS = ("entries", "new", "rejected")
"""Counts shown on a narrow terminal too."""


def render_feeds(states: Sequence[FeedState], now: datetime, *, width: int, most: int | None = None) -> Group:
    """The table of feeds: when each was asked and is asked next, and counts; below it what is wrong with whom.

    Args:
        states: of the feeds.
        now: to tell times of today from others.
        width: of the terminal.
        most: lines that there is room for; the feeds asked last are shown then.

    """
    shown = list(states) if most is None else _choose(states, most)
    counts = [count_entries(state) for state in shown]
    headings = [name for name in (counts[0] if counts else ()) if width >= WIDE or name in ALWAYS]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    table.add_column("feed", ratio=1, no_wrap=True, overflow="ellipsis")
    for heading in ("tried", "good", "next"):
        table.add_column(heading, no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for state, count in zip(shown, counts, strict=True):
        moments = (_tell(moment, now) for moment in (state.tried, state.good, state.due))
        table.add_row(_name(state), *moments, *(f"{count[heading]:,}" for heading in headings))
    faults = [
        Text.assemble((f"{_name(state)}: ", "bold"), (clean_line(state.fault), "red" if state.failures else "yellow"))
        for state in shown
        if state.fault
    ]
    rest = len(states) - len(shown)
    return Group(table, *faults, *([Text(f"and {plural(rest, 'feed')} more", "dim")] if rest else []))


def count_entries(state: FeedState) -> dict[str, int]:
    """Entries of a feed's last answer, the new ones among them, and what became of all that were ever seen."""
    outcomes = (Outcome.CODED, Outcome.WAITING, Outcome.LEFT_OUT, Outcome.REJECTED)
    return {"entries": state.entries, "new": state.new, **{o.value: state.outcomes.get(o, 0) for o in outcomes}}


def _choose(states: Sequence[FeedState], room: int) -> list[FeedState]:
    """The feeds asked last, as many as there is room for, in their order."""
    chosen = set[str]()
    for state in sorted(states, key=lambda s: s.tried or datetime.min.replace(tzinfo=UTC), reverse=True):
        room -= 1 + bool(state.fault)
        if room < 0:
            break
        chosen.add(state.url)
    return [state for state in states if state.url in chosen]


def _name(state: FeedState) -> str:
    return clean_line(state.name or state.url.partition("://")[2])


def _tell(moment: datetime | None, now: datetime) -> str:
    """A moment in the zone of whoever reads: "14:05", "21 Nov"."""
    if moment is None:
        return "–"
    local, today = moment.astimezone(), now.astimezone().date()
    return f"{local:%H:%M}" if local.date() == today else f"{local.day} {local:%b}"
