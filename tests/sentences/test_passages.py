"""What is seen of a document before it is parsed."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from dragoman.model.text import Document
from dragoman.sentences.passages import find_layout
from tests.factories import make_document
from tests.odd_texts import make_shapes


def lay_out(text: str) -> list[str]:
    return [passage.text for passage in find_layout(make_document(text), lambda _: False).passages]


def count_steps(work: Callable[[], object]) -> int:
    """How many steps Python's machine takes: the same on any day, unlike time."""
    steps = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("length", [1_200, 25_000])
def test_more_marks_than_anybody_writes_without_a_blank_are_parted(length: int) -> None:
    parts = lay_out('"' * length)
    assert max(map(len, parts)) == 500
    assert "".join(parts) == '"' * length


def test_words_before_what_has_no_blank_stay_with_its_beginning() -> None:
    assert lay_out("Peru met Chile. " + "x" * 501) == ["Peru met Chile. " + "x" * 500, "x"]


def test_a_long_address_is_left_whole() -> None:
    text = f"Peru's note is at https://example.org/{'a/' * 200} since Monday."
    assert lay_out(text) == [text]


@pytest.mark.parametrize(
    "shape", ["short paragraphs", "short quotes", "short quotes in paragraphs", "quotes in paragraphs", "lines"]
)
def test_four_times_the_paragraphs_and_quotations_are_four_times_the_work(shape: str) -> None:
    make = make_shapes()[shape]

    def find(length: int) -> Callable[[], object]:
        document: Document = make_document(make(length))
        return lambda: find_layout(document, lambda _: False)

    find(100)()  # what is loaded and remembered
    assert count_steps(find(8_000)) <= 4.5 * count_steps(find(2_000))
