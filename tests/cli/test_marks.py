"""A text with what was found in it marked."""

from datetime import date

from rich.console import Console

from dragoman.cli.marks import ACTOR, DATE, PLACE, TRIGGER, Mark, find_marks, mark_field, render_legend
from dragoman.model.actor import Actor, ActorMention, MentionKind
from dragoman.model.coding import Coding
from dragoman.model.place import Place, PlaceMention
from dragoman.model.text import Document, Field, Span
from dragoman.model.timex import Timex, TimexType

TEXT = "Norway's minister met her guest in Oslo, where Norway votes on Monday."


def span(words: str, field: Field = Field.TEXT) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), field)


def plain(*marks: Mark) -> str:
    return mark_field(TEXT, Field.TEXT, list(marks), colour=False).plain


def test_without_colour_signs_stand_around_the_words() -> None:
    assert (
        plain(
            Mark(span("Norway's minister"), ACTOR, "NOR"),
            Mark(span("met"), TRIGGER),
            Mark(span("Oslo"), PLACE, "NOR"),
            Mark(span("Monday"), DATE),
        )
        == "[Norway's minister NOR] *met* her guest in <Oslo NOR>, where Norway votes on {Monday}."
    )


def test_with_colour_the_words_stay_as_they_are_but_for_codes() -> None:
    marked = mark_field(TEXT, Field.TEXT, [Mark(span("Oslo"), PLACE, "NOR")], colour=True)
    assert marked.plain == TEXT.replace("Oslo", "Oslo NOR")
    assert marked.get_style_at_offset(Console(), TEXT.index("Oslo")).underline
    assert not marked.get_style_at_offset(Console(), TEXT.index("where")).underline


def test_words_that_are_two_things_are_marked_as_both() -> None:
    assert plain(Mark(span("Oslo"), ACTOR, "NOR"), Mark(span("Oslo"), PLACE)).count("[<Oslo> NOR]") == 1


def test_marks_of_the_title_are_not_in_the_text() -> None:
    assert plain(Mark(span("Oslo", Field.TITLE), PLACE)) == TEXT


def test_a_text_without_marks_or_words_is_itself() -> None:
    assert plain() == TEXT
    assert mark_field("", Field.TITLE, [], colour=False).plain == ""


def test_the_outermost_words_are_marked_and_unresolved_ones_are_not() -> None:
    norway = (Actor(code="NOR"),)
    oslo = Place(name="Oslo", country="NOR", latitude=59.9, longitude=10.7)
    document = Document(id="a", text=TEXT, published=date(2025, 10, 2))
    coding = Coding(
        document=document,
        mentions=(
            ActorMention(span=span("Norway's minister"), kind=MentionKind.OFFICE, actors=norway),
            ActorMention(span=span("Norway"), kind=MentionKind.STATE, actors=norway),
            ActorMention(span=span("her guest"), kind=MentionKind.REFERENCE),
        ),
        timexes=(Timex(span=span("Monday"), type=TimexType.DATE, value="2025-10-06"),),
        places=(
            PlaceMention(span=span("Norway"), place=oslo),
            PlaceMention(span=span("Oslo"), place=oslo),
            PlaceMention(span=span("guest"), place=None),
        ),
    )
    assert {document.quote(mark.span): mark.look.name for mark in find_marks(coding)} == {
        "Norway's minister": "actor",
        "Monday": "date",
        "Oslo": "place",
    }


def test_the_legend_names_every_kind_as_it_is_marked() -> None:
    assert render_legend(colour=False).plain == "Marked: [actor], *trigger*, {date}, <place>"
    assert render_legend(colour=True).plain == "Marked: actor, trigger, date, place"
