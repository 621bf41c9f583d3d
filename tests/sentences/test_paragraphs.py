from itertools import pairwise

import pytest
from hypothesis import given

from dragoman.sentences.paragraphs import find_paragraphs
from tests.strategies import TEXTS


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("Talks in Lima\nThe minister left.", ["Talks in Lima", "The minister left."]),
        ("One.\u2029Two.", ["One.", "Two."]),
        ("He went\nto Lima.", ["He went\nto Lima."]),
        ("  One. \n \n\t Two.  ", ["One.", "Two."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_empty_lines_and_ended_lines_part_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert read(text) == paragraphs


def test_lines_wrapped_by_hand_run_on() -> None:
    text = (
        "The foreign minister of Peru left Lima on Monday for talks\n"
        "Ecuador had asked for. Two more meetings are to follow in\n"
        "Quito."
    )
    assert read(text) == [text]


@given(TEXTS)
def test_paragraphs_are_in_order_and_hold_all_visible_text(text: str) -> None:
    ranges = find_paragraphs(text)
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))
    kept = "".join(text[start:end] for start, end in ranges)
    assert [c for c in text if not c.isspace()] == [c for c in kept if not c.isspace()]
