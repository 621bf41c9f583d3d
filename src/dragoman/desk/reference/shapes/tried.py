"""Trying the coder on a text."""

from typing import Annotated

from pydantic import Field

from dragoman.desk.reference.shapes.base import Day, Line, Reading, Shape
from dragoman.desk.reference.shapes.document import Mark
from dragoman.tasks.trying import MOST_CHARACTERS

_TEXT = "ATHENS – The Turkish president visited Athens on Thursday."


_ABOUT = f"The report, with its dateline where it has one; with the title {MOST_CHARACTERS:,} characters at most."


class Pasted(Shape):
    """A dated text."""

    text: Annotated[str, Field(description=_ABOUT, examples=[_TEXT])]
    published: Annotated[str, Field(examples=["2023-12-07"])]
    """The day of publication; it says when “Thursday” is."""
    title: str = ""
    publisher: str = ""
    url: str = ""


class Coder(Shape):
    """Who read it."""

    name: str
    version: str
    codebook: str
    models: dict[str, str]
    """Name of each to its hash."""


class TriedEvent(Line):
    """An event that was read in the text."""

    fields: list[Reading]
    """Each field, and what it was read from."""


class Tried(Shape):
    """A text with all that was read in it. None of its ids are the record's unless it is added."""

    document_id: str
    published: Day
    publisher: str
    url: str
    title: str
    text: str
    marks: list[Mark]
    events: list[TriedEvent]
    coder: Coder
