"""The table of events."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from dragoman.cli.render import render_document
from dragoman.model.coding import Coding
from dragoman.model.event import EventRecord
from tests.export.factories import DOCUMENT, make_event


def render(*events: EventRecord, width: int = 80) -> str:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    console.print(render_document(Coding(document=DOCUMENT, events=events), console))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def words(shown: str) -> str:
    """All words, whatever the lines they were wrapped to."""
    return " ".join(shown.split())


def test_a_document_is_headed_by_its_id_date_and_publisher_then_title_and_text() -> None:
    lines = render(make_event()).splitlines()
    assert lines[0].startswith("oslo  2024-05-15  Northern Press ─")
    assert lines[1].startswith(DOCUMENT.title)


@pytest.mark.parametrize("width", [60, 80, 110, 120, 200])
def test_every_field_is_told_within_the_width(width: int) -> None:
    shown = render(make_event(), width=width)
    assert max(map(len, shown.splitlines())) <= width
    table = shown[shown.index("what") :]
    for cell in (
        "AGREE",
        "CONSULT",
        "planned",
        "0.88",
        "FIN",
        "NOR",
        "2024-05-17",
        "“Friday”",
        "Oslo",
        "visit",
        "0.93",
    ):
        assert cell in table, cell


def test_a_wide_terminal_has_a_column_for_each_question() -> None:
    heading = "what who → whom when where words why"
    assert heading in words(render(make_event(), width=120))
    assert heading not in words(render(make_event(), width=80))


def test_what_is_empty_is_said_with_its_reason() -> None:
    shown = words(render(make_event(date=None, place=None, actors=(), attribution=None), width=200))
    assert "no date" in shown
    assert "no place" in shown
    assert "(not named) → NOR" in shown
    assert "mode – no mode fits an agreement" in shown
    assert "on the word of" not in shown


def test_an_event_of_equals_has_an_arrow_to_both_sides() -> None:
    event = make_event()
    both = replace(event, actors=event.actors + event.recipients, recipients=(), reciprocal=True)
    assert "FIN minister of defence ↔ NOR Norway" in words(render(both, width=400))


def test_the_speaker_is_named() -> None:
    assert "on the word of NOR (said)" in words(render(make_event(), width=200))


def test_words_that_look_like_mark_up_are_shown_as_they_are() -> None:
    document = replace(DOCUMENT, text="[bold]Talks[/bold] in [red]Oslo, said [/].", title="[link=x]")
    console = Console(width=80, file=io.StringIO(), color_system=None)
    console.print(render_document(Coding(document=document), console))
    assert isinstance(console.file, io.StringIO)
    assert document.text in console.file.getvalue()
    assert "No events." in console.file.getvalue()
