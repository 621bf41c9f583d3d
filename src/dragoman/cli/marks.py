"""A text with its actors, triggers, dates and places marked, for the terminal."""

from dataclasses import dataclass, replace
from itertools import pairwise

from rich.text import Text

from dragoman.cli.clean import clean
from dragoman.model.coding import Coding
from dragoman.model.text import Field, Span


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of thing is marked."""

    name: str
    style: str
    """On a terminal. Kinds differ in weight and line as well as colour, for those who don't see the colours."""
    before: str
    after: str
    """Around the words where there is no colour."""


ACTOR = Look("actor", "bold cyan", "[", "]")
TRIGGER = Look("trigger", "bold black on yellow", "*", "*")
DATE = Look("date", "italic magenta", "{", "}")
PLACE = Look("place", "underline green", "<", ">")
LOOKS = (ACTOR, TRIGGER, DATE, PLACE)

NOTE_STYLE = "dim"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked, and what is noted behind them: a code."""

    span: Span
    look: Look
    note: str = ""


def find_marks(coding: Coding) -> list[Mark]:
    """What a coding found, outermost words of each kind only, in order of field and position.

    A place inside the words for an actor ("Turkey" in "Turkey's foreign minister") is left to the actor; where one
    word is both ("Ankara"), its code is noted once.
    """
    actors = outermost(
        [Mark(m.span, ACTOR, "+".join(dict.fromkeys(a.code for a in m.actors))) for m in coding.mentions if m.actors]
    )
    places = outermost([Mark(p.span, PLACE, p.place.country or "") for p in coding.places if p.place])
    named = {mark.span for mark in actors}
    apart = [
        replace(place, note="") if place.span in named else place
        for place in places
        if place.span in named or not any(actor.span.contains(place.span) for actor in actors)
    ]
    triggers = outermost([Mark(frame.trigger, TRIGGER) for frame in coding.frames])
    dates = outermost([Mark(timex.span, DATE) for timex in coding.timexes])
    return [*actors, *apart, *triggers, *dates]


def outermost(marks: list[Mark]) -> list[Mark]:
    """Marks that lie in no other one of the list."""
    ordered = sorted(marks, key=lambda m: (m.span.field, m.span.start, -m.span.end))
    kept: list[Mark] = []
    for mark in ordered:
        if not kept or not kept[-1].span.overlaps(mark.span):
            kept.append(mark)
    return kept


def mark_field(words: str, field: Field, marks: list[Mark], *, colour: bool) -> Text:
    """One field of a document with its marks.

    Args:
        words: the field.
        field: which one it is.
        marks: of the document.
        colour: style the words; else put signs around them.

    """
    words = clean(words)
    here = [mark for mark in marks if mark.span.field is field]
    cuts = sorted({0, len(words), *(m.span.start for m in here), *(m.span.end for m in here)})
    marked = Text(overflow="fold")
    for start, end in pairwise(cuts):
        around = sorted((m for m in here if m.span.start <= start and end <= m.span.end), key=_length, reverse=True)
        if not colour:
            marked.append("".join(m.look.before for m in around if m.span.start == start))
        marked.append(words[start:end], " ".join(m.look.style for m in around) if colour else "")
        for mark in reversed([m for m in around if m.span.end == end]):
            if mark.note:
                marked.append(f" {mark.note}", f"{mark.look.style} {NOTE_STYLE} not underline" if colour else "")
            if not colour:
                marked.append(mark.look.after)
    return marked


def _length(mark: Mark) -> int:
    return len(mark.span)


def render_legend(*, colour: bool) -> Text:
    """One line that says how each kind is marked."""
    legend = Text("Marked: ")
    for number, look in enumerate(LOOKS):
        legend.append(", " if number else "")
        name = look.name if colour else f"{look.before}{look.name}{look.after}"
        legend.append(name, look.style if colour else "")
    return legend
