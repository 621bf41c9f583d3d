import pytest
from hypothesis import given

from dragoman.sentences.headlines import recase_headline
from tests.strategies import TEXTS

VERBS = frozenset({"meets", "visits", "warns", "signs"})


def recase(title: str, body: str = "") -> str:
    return recase_headline(title, body, VERBS.__contains__)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Silva Meets Rojas In Lima", "", "Silva meets Rojas in Lima"),
        ("Silva Meets Rojas On Trade", "They spoke of trade.", "Silva meets Rojas on trade"),
        ("SILVA MEETS ROJAS IN LIMA", "Silva met Rojas in Lima.", "Silva meets Rojas in Lima"),
        ("NATO WARNS ROJAS", "The NATO chief spoke.", "NATO warns Rojas"),
        ("Chile Signs Treaty With Peru", "Then Signs came.", "Chile Signs Treaty with Peru"),
        ("Silva meets Rojas in Lima", "", "Silva meets Rojas in Lima"),
        ("Silva", "", "Silva"),
        ("", "", ""),
    ],
)
def test_title_case_and_capitals_are_cased_like_running_text(title: str, body: str, expected: str) -> None:
    assert recase(title, body) == expected


@given(TEXTS, TEXTS)
def test_the_copy_has_the_same_length(title: str, body: str) -> None:
    assert len(recase(title, body)) == len(title)
