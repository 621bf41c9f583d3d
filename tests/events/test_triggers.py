"""Triggers: from probabilities of word pieces to words with a type."""

from dataclasses import replace

import numpy as np
import pytest

from dragoman.events.encode import Window
from dragoman.events.onnx import Array
from dragoman.events.tagger import Reading
from dragoman.events.triggers import Trigger, find_triggers, join_objects
from dragoman.model.text import Span
from tests.factories import find_span
from tests.parsed import parse

WORDS = "Kenya met and praised Peru".split()
MEET, PRAISE = 0, 1


def window() -> Window:
    spans: list[Span | None] = [None]
    at = 0
    for word in WORDS:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    return Window(tuple(range(len(WORDS) + 2)), (*spans, None), (0,) * (len(WORDS) + 2))


def find(marks: dict[int, tuple[int, float]], *, threshold: float = 0.5) -> list[Trigger]:
    """Triggers where word k has the given tag (0 outside; 1, 2 begin, inside of MEET; 3, 4 of PRAISE)."""
    tags: Array = np.zeros((len(WORDS) + 2, 5), dtype=np.float32)
    tags[:, 0] = 1
    for k, (tag, probability) in marks.items():
        tags[k + 1, 0] = 1 - probability
        tags[k + 1, tag] = probability
    empty = np.zeros((1, 1), dtype=np.float32)
    return list(find_triggers(window(), Reading(tags, empty, empty, empty, empty, empty), threshold))


def test_a_word_over_the_threshold_is_a_trigger_of_its_type() -> None:
    (trigger,) = find({1: (1, 0.9)})
    assert (trigger.span, trigger.type_index) == (Span(6, 9), MEET)
    assert abs(trigger.score - 0.9) < 1e-6


def test_a_word_under_the_threshold_is_none() -> None:
    assert find({1: (1, 0.4)}) == []


def test_the_threshold_is_the_callers() -> None:
    assert len(find({1: (1, 0.4)}, threshold=0.3)) == 1


def test_neighbours_of_one_type_are_one_trigger() -> None:
    (trigger,) = find({1: (1, 0.9), 2: (2, 0.7)})
    assert trigger.span == Span(6, 13)


def test_a_second_begin_makes_a_second_trigger() -> None:
    assert [t.span for t in find({1: (1, 0.9), 2: (1, 0.7)})] == [Span(6, 9), Span(10, 13)]


def test_two_types_side_by_side_are_two_triggers() -> None:
    assert [t.type_index for t in find({1: (1, 0.9), 2: (3, 0.8)})] == [MEET, PRAISE]


def test_a_trigger_may_end_the_window() -> None:
    (trigger,) = find({4: (3, 0.8)})
    assert trigger.span == Span(22, 26)


OBJECTS = [
    ("He announced his government's readiness to help.", "announced his", "readiness", True),
    ("Peru voiced its strong support for Chile.", "voiced", "support", True),
    ("Peru announced talks.", "announced", "talks", True),
    ("Peru announced that its readiness had grown.", "announced", "readiness", False),
    ("Peru warned Chile over its threats.", "warned", "threats", False),
    ("Peru condemned the raid and the siege.", "condemned", "siege", False),
    ("Peru's talks with Chile ended its boycott of trade.", "talks", "boycott", False),
]


@pytest.mark.parametrize(("text", "first", "second", "one"), OBJECTS)
def test_a_verb_and_its_object_of_one_type_are_one_trigger(text: str, first: str, second: str, one: bool) -> None:
    coding = parse(text)
    spans = [Span(t.start, t.end) for t in coding.sentences[0].tokens]
    window = Window(tuple(range(len(spans))), tuple(spans), (0,) * len(spans))
    at = [find_span(coding.document, words) for words in (first, second)]
    triggers = [Trigger(tuple(window.pieces_of(s)), s, 0, MEET, 0.5 + 0.1 * k) for k, s in enumerate(at)]

    joined = join_objects(window, coding.sentences, triggers)

    assert len(joined) == (1 if one else 2)
    assert joined[0].span == (Span(at[0].start, at[1].end) if one else at[0])
    assert join_objects(window, coding.sentences, [triggers[0], replace(triggers[1], type_index=PRAISE)])[1:]


CONJUNCTS = [
    ("He stressed the need for raising and widening trade.", "stressed the need for raising", "widening", True),
    ("He promised loans and grants.", "promised loans", "grants", True),
    ("He met and praised the envoy.", "met", "praised", False),
    ("He promised loans and praised the envoy.", "promised loans", "praised", False),
]


@pytest.mark.parametrize(("text", "first", "second", "absorbed"), CONJUNCTS)
def test_what_is_joined_within_a_trigger_is_no_other(text: str, first: str, second: str, absorbed: bool) -> None:
    coding = parse(text)
    spans = [Span(t.start, t.end) for t in coding.sentences[0].tokens]
    window = Window(tuple(range(len(spans))), tuple(spans), (0,) * len(spans))
    at = [find_span(coding.document, words) for words in (first, second)]
    triggers = [Trigger(tuple(window.pieces_of(s)), s, 0, MEET, 0.5) for s in at]

    assert join_objects(window, coding.sentences, triggers) == (triggers[:1] if absorbed else triggers)
