"""Lists of events and found documents for the terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from dragoman.cli.clean import clean, clean_line
from dragoman.cli.console import plural
from dragoman.cli.lines import render_lines
from dragoman.cli.render import stack

JsonObject = Mapping[str, Any]


def make_console() -> Console:
    """Standard output, with colours on a terminal alone."""
    return Console(highlight=False, markup=False)


def head(words: str | Text) -> Rule:
    """A heading over the width."""
    return Rule(words if isinstance(words, Text) else Text(words, "bold"), align="left", style="dim")


def print_events(listing: JsonObject) -> None:
    """A list of events, and below it which of how many these are."""
    console = make_console()
    events, total, offset = listing["events"], listing["total"], listing["offset"]
    if events:
        console.print(render_lines(events, console.width))
    console.print(say_shown(len(events), total, offset), style="dim")


def say_shown(shown: int, total: int, offset: int, *, is_more: bool = False) -> str:
    """Which of how many are shown: "events 1 to 50 of 474; go on with --offset 50"."""
    if not shown:
        return f"{plural(total, 'event')}, none from {offset + 1} on" if total else "no events"
    if shown == total:
        return plural(total, "event")
    rest = f"; go on with --offset {offset + shown}" if is_more or offset + shown < total else ""
    return f"events {offset + 1:,} to {offset + shown:,} of {'more than ' if is_more else ''}{total:,}{rest}"


def print_found(found: JsonObject) -> None:
    """Documents with the words in their surroundings, and events."""
    console = make_console()
    console.print(head("Documents"))
    for document in found["documents"]:
        heading = Text.assemble((clean_line(document["document_id"]), "bold"), f"  {document['published']}")
        heading.append(f"  {clean_line(document['publisher'])}" if document["publisher"] else "")
        console.print(stack(heading, Text(clean_line(document["title"]), "bold"), show_snippet(document["snippet"])))
        console.print()
    if not found["documents"]:
        console.print("no documents\n", style="dim")
    console.print(head("Events"))
    if found["events"]:
        console.print(render_lines(found["events"], console.width))
    shown = say_shown(len(found["events"]), found["total"], found["offset"], is_more=found["is_more"])
    console.print(shown, style="dim")


def show_snippet(pieces: Sequence[JsonObject]) -> Text:
    """Words of a document, those sought set off."""
    snippet = Text()
    for piece in pieces:
        snippet.append(clean(piece["text"].replace("\n", " ")), "bold yellow" if piece["sought"] else "")
    return snippet
