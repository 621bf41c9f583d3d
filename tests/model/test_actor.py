"""Mentions found by where they stand."""

from dragoman.model.actor import ActorMention, MentionKind, find_begun, find_inside
from dragoman.model.text import Field, Span

MENTIONS = [
    ActorMention(span=span, kind=MentionKind.STATE)
    for span in (Span(0, 4, Field.TITLE), Span(0, 5), Span(7, 12), Span(7, 24), Span(33, 37))
]


def test_mentions_inside_a_span_are_those_of_its_field_that_begin_and_end_in_it() -> None:
    assert find_inside(MENTIONS, Span(0, 40, Field.TITLE)) == MENTIONS[:1]
    assert find_inside(MENTIONS, Span(6, 24)) == MENTIONS[2:4]
    assert find_inside(MENTIONS, Span(6, 23)) == MENTIONS[2:3]
    assert find_inside(MENTIONS, Span(24, 33)) == []


def test_mentions_that_begin_in_a_span_may_end_behind_it() -> None:
    assert list(find_begun(MENTIONS, Span(5, 10))) == MENTIONS[2:4]
