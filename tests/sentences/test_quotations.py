import pytest
from hypothesis import given

from dragoman.model.text import Field
from dragoman.sentences.paragraphs import find_paragraphs
from dragoman.sentences.quotations import find_quotations
from tests.strategies import TEXTS


def read(text: str) -> list[tuple[str, bool]]:
    found = find_quotations(text, find_paragraphs(text), Field.TEXT)
    return [(text[q.content.start : q.content.end], q.closed) for q in found]


WHOLE = [
    ("“We agree,” he said.", ["We agree,"]),
    ('"We agree," he said. "We sign."', ["We agree,", "We sign."]),
    ('“We agree," he said.', ["We agree,"]),
    ("‘We don’t agree,’ he said.", ["We don’t agree,"]),
    ("'We don't agree,' she said.", ["We don't agree,"]),
    ("Peru 'planning' a summit", ["planning"]),
    ("« Nous partons », he said.", [" Nous partons "]),
    ("“One. Two. Three,” he said.", ["One. Two. Three,"]),
    ("“He told me ‘never’ again,” she said.", ["He told me ‘never’ again,", "never"]),
    ("“It goes on\n\nand on,” he said.", ["It goes on\n\nand on,"]),
]


@pytest.mark.parametrize(("text", "contents"), WHOLE)
def test_quotations_with_both_marks(text: str, contents: list[str]) -> None:
    assert read(text) == [(c, True) for c in contents]


@pytest.mark.parametrize(
    "text",
    [
        "the ministers' visit",
        "it's the party's own",
        "rock 'n' roll in the '90s",
        'a 24" pipe',
        "the don’ts and the boss’ car",
        "",
    ],
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    assert read(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert read("It was 'the generals' fault', she said.") == [("the generals' fault", True)]


def test_paragraphs_that_reopen_a_quotation_are_one_quotation_each() -> None:
    assert read("“We go on.\n\n“And on,” he said.") == [("We go on.", False), ("And on,", True)]


def test_missing_closing_mark_ends_before_the_clause_that_names_the_speaker() -> None:
    assert read("“We will not go, General Rojas said on Monday.") == [("We will not go,", False)]


def test_missing_closing_mark_ends_where_the_next_quotation_opens() -> None:
    assert read("“We will not go. “Never!” he cried.") == [("We will not go.", False), ("Never!", True)]


def test_missing_closing_mark_ends_with_the_paragraph() -> None:
    assert read("“We will not go.\n\nRain fell.") == [("We will not go.", False)]


def test_missing_opening_mark_is_placed_after_the_words_that_bring_in_the_speech() -> None:
    text = 'Rojas spoke of the border, saying that, the junta has shelled two villages. It must stop."'
    assert read(text) == [("the junta has shelled two villages. It must stop.", True)]


def test_stray_closing_mark_without_such_words_is_passed_over() -> None:
    assert read('Rain fell." Then it stopped.') == []


@given(TEXTS)
def test_quotations_lie_inside_the_text_and_contents_inside_quotations(text: str) -> None:
    for quotation in find_quotations(text, find_paragraphs(text), Field.TEXT):
        assert quotation.span.contains(quotation.content)
        assert quotation.span.end <= len(text)
