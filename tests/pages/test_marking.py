"""Texts cut into marked words: nothing is lost, nothing is said twice."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.pages.desk.marking import KINDS, PART, Piece, count_parts, find_part, mark_words, say_mark

TEXT = "The Turkish minister met Iranians."


def mark(found: str, start: int, end: int, /, **more: Any) -> dict[str, Any]:
    return {"mark": found, "start": start, "end": end, **more}


def spell(pieces: Iterable[Piece]) -> str:
    return "".join(piece.words + spell(piece.parts) for piece in pieces)


def walk(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from walk(piece.parts)


def test_marks_stand_one_within_the_other() -> None:
    marks = [
        mark("quotation", 0, 24),
        mark("actor", 4, 20),
        mark("place", 4, 11),
        mark("trigger", 21, 24, event_type="CONSULT"),
    ]
    quotation, rest = mark_words(TEXT, marks)
    assert (quotation.kinds, rest.words) == (("quotation",), " Iranians.")
    assert [p.kinds for p in quotation.parts] == [(), ("actor",), (), ("trigger",)]
    assert quotation.parts[1].parts[0].kinds == ("place",)


def test_one_word_is_marked_once_as_all_that_it_is() -> None:
    turkish = [mark("place", 4, 11, name="Turkey", country="TUR", kind="country"), mark("actor", 4, 11, actors=[ACTOR])]
    piece = mark_words(TEXT, turkish)[1]
    assert (piece.kinds, piece.notes, piece.number) == (("actor", "place"), ("TUR", "TUR Hakan Fidan, minister"), 1)


ACTOR = {"code": "TUR", "name": "Hakan Fidan", "office": "minister"}


def test_marks_that_cross_are_cut_where_they_do() -> None:
    pieces = mark_words("abcdef", [mark("actor", 0, 4), mark("place", 2, 6)])
    assert [(p.kinds, spell([p])) for p in pieces] == [(("actor",), "abcd"), (("place",), "ef")]
    assert [p.kinds for p in pieces[0].parts] == [(), ("place",)]


def test_words_that_tell_an_event_lead_to_it_unless_others_within_have_notes() -> None:
    told = mark("trigger", 21, 24, event_type="CONSULT", mode="visit", event_id="ev_1")
    assert mark_words(TEXT, [told])[1].event_id == "ev_1"
    assert mark_words(TEXT, [told | {"start": 4}, mark("actor", 4, 11)])[1].event_id == ""


@pytest.mark.parametrize(
    ("found", "notes"),
    [
        (
            mark("actor", 0, 1, actors=[ACTOR, {"code": "IRN", "name": None, "office": None}]),
            ["TUR Hakan Fidan, minister", "IRN"],
        ),
        (mark("place", 0, 1, name="Paris", admin1="Texas", country="USA", kind="city"), ["Paris, Texas, USA"]),
        (mark("place", 0, 1, name=None), []),
        (mark("timex", 0, 1, value="2025-10-01", first="2025-10-01", last="2025-10-01"), ["2025-10-01"]),
        (mark("timex", 0, 1, value="2025-W40", first="2025-09-29", last="2025-10-05"), ["2025-09-29 to 2025-10-05"]),
        (mark("timex", 0, 1, value="PT10H", first=None, last=None), ["PT10H"]),
        (mark("trigger", 0, 1, event_type="CONSULT", mode=None), ["CONSULT"]),
        (mark("quotation", 0, 1), []),
    ],
)
def test_a_mark_says_what_was_found(found: dict[str, Any], notes: list[str]) -> None:
    assert list(say_mark(found)) == notes


SPANS = st.tuples(st.sampled_from(KINDS), st.integers(-3, 40), st.integers(-3, 40))


@given(st.text(max_size=36), st.lists(SPANS, max_size=12), st.integers(0, 36), st.integers(0, 36))
def test_whatever_is_marked_the_words_stay(words: str, spans: list[tuple[str, int, int]], one: int, other: int) -> None:
    marks = [mark(kind, start, end, event_type="AGREE") for kind, start, end in spans]
    start, end = min(one, other, len(words)), min(max(one, other), len(words))
    pieces = mark_words(words, marks, start=start, end=end)
    assert spell(pieces) == words[start:end]
    numbers = [piece.number for piece in walk(pieces) if piece.number]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("words", ["", "short", "x" * (3 * PART + 1), "word " * PART, "\n" * PART * 2])
def test_the_parts_of_a_text_are_all_of_it(words: str) -> None:
    cuts = [find_part(words, part) for part in range(1, count_parts(words) + 1)]
    assert "".join(words[start:end] for start, end in cuts) == words
    assert all(end - start <= PART * 1.1 + 1 for start, end in cuts)
