"""Events in short, as tables for the terminal."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from dragoman.cli.clean import clean_line
from dragoman.cli.console import plural
from dragoman.cli.render import WIDE, stack

JsonObject = Mapping[str, Any]

WIDE_COLUMNS = (("when, where", 18), ("what", 16), ("who → whom", 22), ("words", 36), ("source", 24))
NARROW_COLUMNS = (("when, what, where", 22), ("who → whom, words, source", 52))
"""Headings and shares of the width."""

_VERDICTS = (("confirmed", "green"), ("rejected", "red"))


def render_lines(lines: Iterable[JsonObject], width: int) -> Table:
    """The table of events: five columns on a wide terminal, two on a narrow one."""
    table = make_grid(WIDE_COLUMNS if width >= WIDE else NARROW_COLUMNS)
    for line in lines:
        when, where, act, sides = name_date(line), name_place(line), name_act(line), name_sides(line)
        words = stack(quote_words(line), name_source(line))
        if width >= WIDE:
            table.add_row(stack(when, where), act, sides, words, name_reports(line))
        else:
            table.add_row(stack(when, act, where), stack(sides, words, name_reports(line)))
    return table


def make_grid(columns: Iterable[tuple[str, int]]) -> Table:
    """An empty table that fills the width, one blank line between rows."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), leading=1, header_style="bold", expand=True)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table


def name_act(line: JsonObject) -> Text:
    """Type and mode, the act announced, status and confidence, and what people said of it."""
    act = Text.assemble((line["event_type"], "bold"), f" {clean_line(line['mode'])}" if line["mode"] else "")
    planned = line["planned"]
    if planned:
        mode = f" {clean_line(planned['mode'])}" if planned.get("mode") else ""
        act.append(f"\nannounces {planned['event_type']}{mode}")
    act.append(f"\n{line['status']}, {line['confidence']:.2f}")
    for name, style in _VERDICTS:
        if line[name]:
            act.append(f"\n{name}", style)
    if line["corrected"]:
        act.append(f"\n{', '.join(line['corrected'])} set by review", "green")
    return act


def name_sides(line: JsonObject) -> Text:
    """Actors, an arrow, recipients; a two-headed one where nobody did it to the other."""
    actors = [name_side(side) for side in line["actors"]]
    if line["reciprocal"]:
        return Text(" ↔ ").join(actors)
    sides = Text(", ").join(actors) if actors else Text("(not named)", "dim")
    recipients = [name_side(side) for side in line["recipients"]]
    return sides + Text(" → ") + Text(", ").join(recipients) if recipients else sides


def name_side(side: JsonObject) -> Text:
    """A side's code with its name, office or words, the first that there is."""
    words = side.get("name") or side.get("office") or side.get("words") or ""
    return Text.assemble((clean_line(side["code"]), "bold cyan"), f" {clean_line(words)}".rstrip())


def name_date(line: JsonObject) -> Text:
    """The day or days, and the words they were read from."""
    when = line["date"]
    if when is None:
        return Text("no date", "dim")
    days = say_days(when["start"], when["end"])
    by = line["dated_by"]
    note = f" ({by})" if by in ("publication", "review") else f" “{clean_line(by)}”"
    return Text.assemble(("about " if when["approximate"] else "") + days, (note, "dim"))


def say_days(first: str | None, last: str | None) -> str:
    """One day, or the first and the last; "…" where a stretch is open."""
    return f"{first}" if first == last and first else f"{first or '…'} to {last or '…'}"


def name_place(line: JsonObject) -> Text:
    """The place with its country, if there is one."""
    place = line["place"]
    if place is None:
        return Text()
    names = dict.fromkeys(filter(None, (place["name"], place["country"] if place["kind"] != "country" else "")))
    return Text(", ".join(map(clean_line, names)))


def quote_words(line: JsonObject) -> Text:
    """The words that state the event, the trigger set off."""
    quote, trigger = clean_line(line["quote"]), clean_line(line["trigger"])
    words = Text(f"“{quote}”", "italic")
    if trigger and trigger in quote:
        start = quote.index(trigger) + 1
        words.stylize("bold", start, start + len(trigger))
    return words


def name_source(line: JsonObject) -> Text:
    """On whose word, where it is not the report's own."""
    speaker = line["speaker"] or {}
    names = [speaker.get("name") or speaker.get("office"), speaker.get("code"), line["outlet"]]
    named = " ".join(clean_line(name) for name in names if name)
    if not named and not line["cue"]:
        return Text()
    cue = f" ({clean_line(line['cue'])})" if line["cue"] else ""
    return Text.assemble("on the word of ", (named or "somebody", "bold"), cue)


def name_reports(line: JsonObject) -> Text:
    """Who reported it, how many voices that are, in what they conflict, and the event's id."""
    publishers = ", ".join(map(clean_line, line["publishers"])) or clean_line(line["document_id"])
    if line["reports"] > 1:
        publishers += f": {plural(line['reports'], 'report')}, {plural(line['voices'], 'voice')}"
    told = [Text(publishers)]
    if line["conflicts"]:
        told.append(Text(f"they differ in: {', '.join(map(clean_line, line['conflicts']))}", "yellow"))
    return stack(*told, Text(clean_line(line["event_id"]), "dim"))
