"""A coded document for the terminal: its marked text, and a table of its events."""

from collections import Counter

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.cli.clean import clean, clean_line
from dragoman.cli.marks import find_marks, mark_field
from dragoman.model.coding import Coding
from dragoman.model.event import EventRecord, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Document, Field

WIDE = 110
"""Columns from which every question has a column of its own."""

WIDE_COLUMNS = (("what", 13), ("who → whom", 19), ("when", 12), ("where", 12), ("words", 24), ("why", 28))
NARROW_COLUMNS = (("what, when, where", 19), ("who → whom, words", 28), ("why", 30))
"""Headings and shares of the width."""

READABLE = 100
"""Columns to which running text is kept: longer lines are hard to read."""


def render_document(coding: Coding, console: Console) -> Group:
    """Heading, marked title and text, and the events."""
    document = coding.document
    colour = console.color_system is not None
    marks = find_marks(coding)
    heading = Text(f"{clean_line(document.id)}  {document.published.isoformat()}", "bold")
    if document.publisher:
        heading.append(f"  {clean_line(document.publisher)}", "not bold")
    body = [mark_field(document.text, Field.TEXT, marks, colour=colour)]
    if document.title:
        title = mark_field(document.title, Field.TITLE, marks, colour=colour)
        title.stylize("bold")
        body = [title, Text(), *body]
    margin = max(2, console.width - READABLE)
    events = render_events(coding, console.width) if coding.events else Text("No events.\n", "dim")
    return Group(Rule(heading, align="left", style="dim"), Padding(Group(*body), (0, margin, 0, 0)), events)


def render_events(coding: Coding, width: int) -> Table:
    """The table of events: six columns on a wide terminal, three on a narrow one."""
    document = coding.document
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), leading=1, header_style="bold", expand=True)
    if width >= WIDE:
        for name, ratio in WIDE_COLUMNS:
            table.add_column(name, ratio=ratio, overflow="fold")
        for event in coding.events:
            words = stack(quote_words(event, document), name_source(event))
            table.add_row(
                name_act(event),
                name_sides(event, document),
                name_date(event, document),
                name_place(event, document),
                words,
                explain(event),
            )
        return table
    for name, ratio in NARROW_COLUMNS:
        table.add_column(name, ratio=ratio, overflow="fold")
    for event in coding.events:
        table.add_row(
            stack(name_act(event), name_date(event, document), name_place(event, document)),
            stack(name_sides(event, document), quote_words(event, document), name_source(event)),
            explain(event),
        )
    return table


def stack(*parts: Text) -> Text:
    """Texts below each other, empty ones left out."""
    return Text("\n").join([part for part in parts if part.plain])


def name_act(event: EventRecord) -> Text:
    """Type and mode, the act announced, status and confidence."""
    act = Text(event.event_type.value, "bold")
    act.append(f" {event.mode}" if event.mode else "", "not bold")
    if event.planned:
        mode = f" {event.planned.mode}" if event.planned.mode else ""
        act.append(f"\nannounces {event.planned.event_type.value}{mode}", "not bold")
    act.append(f"\n{event.status.value}, {event.confidence:.2f}", "not bold")
    return act


def name_sides(event: EventRecord, document: Document) -> Text:
    """Actors, an arrow, recipients; a two-headed one where nobody did it to the other."""
    actors = name_parties(event.actors, document)
    if event.reciprocal:
        return Text(" ↔ ").join(actors)
    sides = Text(", ").join(actors) if actors else Text("(not named)", "dim")
    if event.recipients:
        sides = sides + Text(" → ") + Text(", ").join(name_parties(event.recipients, document))
    return sides


def name_parties(parties: tuple[Party, ...], document: Document) -> list[Text]:
    """Each side's code with its name, office or words, the first that there is."""
    named = []
    for party in parties:
        words = party.actor.name or party.actor.office or document.quote(party.mention)
        named.append(Text.assemble((party.actor.code, "bold cyan"), f" {clean_line(words)}"))
    return named


def name_date(event: EventRecord, document: Document) -> Text:
    """The day or days, and the words they were read from."""
    when = event.date
    if when is None:
        return Text("no date", "dim")
    days = when.first.isoformat() if when.first == when.last else f"{when.first} to {when.last}"
    words = f" “{clean_line(document.quote(when.timex))}”" if when.timex else " (published)"
    return Text.assemble(("about " if when.approximate else "") + days, (words, "dim"))


def name_place(event: EventRecord, document: Document) -> Text:
    """The place, with its country."""
    if event.place is None:
        return Text("no place", "dim")
    place = event.place.place
    country = f", {place.country}" if place.country and place.kind != "country" else ""
    mention = document.quote(event.place.mention)
    words = "" if mention.casefold() == place.name.casefold() else f" “{clean_line(mention)}”"
    return Text.assemble(place.name + country, (words, "dim"))


def quote_words(event: EventRecord, document: Document) -> Text:
    """The words that state the event, the trigger set off."""
    words = Text(f"“{clean(document.quote(event.evidence))}”", "italic")
    start = event.trigger.start - event.evidence.start + 1
    if event.evidence.contains(event.trigger):
        words.stylize("bold", start, start + len(event.trigger))
    return words


def name_source(event: EventRecord) -> Text:
    """On whose word, where it is not the report's own."""
    attribution = event.attribution
    if attribution is None:
        return Text()
    speaker = attribution.speaker
    names = [speaker.actor.name or speaker.actor.office or "", speaker.actor.code] if speaker else []
    named = " ".join([*(name for name in names if name), *([attribution.outlet] if attribution.outlet else [])])
    cue = f" ({clean_line(attribution.cue)})" if attribution.cue else ""
    return Text.assemble("on the word of ", (clean_line(named) or "somebody", "bold"), cue)


def explain(event: EventRecord) -> Text:
    """A line for each field: rule or model and score, or why it is empty; what is the same is said once."""
    lines = Counter(explain_field(evidence).markup for evidence in event.explanation)
    told = [Text.from_markup(line) + Text(f" ×{count}" if count > 1 else "", "dim") for line, count in lines.items()]
    return Text("\n").join(told)


def explain_field(evidence: Evidence) -> Text:
    """Why one field has its value, or none."""
    line = Text(f"{evidence.field} ", "dim")
    if evidence.score > 0:
        line.append(f"{evidence.rule} {evidence.score:.2f}", "not dim")
    if evidence.reason:
        line.append(f" ({evidence.reason})" if evidence.score > 0 else f"– {evidence.reason}")
    return line
