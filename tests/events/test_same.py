"""Frames are joined by the model's word where their sides do not contradict it."""

import numpy as np

from dragoman.events.same import link_same
from dragoman.events.triggers import Trigger
from dragoman.model.codes import EventType
from dragoman.model.event import EventFrame, Party
from tests.factories import find_span, make_actor, make_document, make_frame

DOCUMENT = make_document("Ann Bell called. Bob Hill phoned. She rang.")


def frame(words: str, kind: EventType, *actors: Party) -> EventFrame:
    return make_frame(find_span(DOCUMENT, words), kind, actors=actors)


def person(words: str, name: str | None, code: str = "NZL") -> Party:
    return Party(actor=make_actor(code, name=name), mention=find_span(DOCUMENT, words))


def linked(*frames: EventFrame, likely: float = 0.9, before: int = 0) -> list[int | None]:
    triggers = [Trigger((k,), f.trigger, 0, 0, 0.9) for k, f in enumerate(frames)]
    scores = np.full((len(frames), len(frames)), likely, dtype=np.float32)
    return [f.same_as for f in link_same(frames, triggers, list(scores), before)]


ANN, BOB, SHE = person("Ann Bell", "Ann Bell"), person("Bob Hill", "Bob Hill"), person("She", None)


def test_likely_frames_of_one_side_are_linked_to_the_first() -> None:
    frames = [frame("called", EventType.CONSULT, ANN), frame("rang", EventType.CONSULT, SHE)]
    assert linked(*frames, before=4) == [None, 4]


def test_unlikely_frames_are_not_linked() -> None:
    frames = [frame("called", EventType.CONSULT, ANN), frame("rang", EventType.CONSULT, SHE)]
    assert linked(*frames, likely=0.2) == [None, None]


def test_two_persons_of_one_country_do_two_things() -> None:
    frames = [frame("called", EventType.CONSULT, ANN), frame("phoned", EventType.CONSULT, BOB)]
    assert linked(*frames) == [None, None]


def test_a_statement_without_its_maker_is_not_joined_to_anothers() -> None:
    frames = [frame("called", EventType.AGREE, ANN), frame("rang", EventType.AGREE)]
    assert linked(*frames) == [None, None]


def test_an_attack_without_its_doer_may_be_the_one_told_before() -> None:
    frames = [frame("called", EventType.ASSAULT, ANN), frame("rang", EventType.ASSAULT)]
    assert linked(*frames) == [None, 0]
