"""Which frames of one window tell the same happening: the model's word, where the sides do not contradict it."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook import STATEMENTS
from dragoman.events.onnx import Array
from dragoman.events.triggers import Trigger
from dragoman.model.event import EventFrame

SAME_THRESHOLD = 0.3
"""Probability from which two triggers of one type in one window tell the same happening."""


def link_same(
    frames: Sequence[EventFrame], triggers: Sequence[Trigger], scores: Sequence[Array], before: int
) -> list[EventFrame]:
    """Frames with `same_as` set to the earliest frame of the window that tells the same.

    Args:
        frames: one for each trigger, in order.
        triggers: the window's triggers.
        scores: for each trigger the model's probabilities (N,) that a word piece is a trigger of the same happening.
        before: how many frames the document has before this window; `same_as` counts from its beginning.
    """
    linked = list(frames)
    for n, trigger in enumerate(triggers):
        for k, earlier in enumerate(triggers[:n]):
            if trigger.type_index != earlier.type_index:
                continue
            if scores[n][list(earlier.pieces)].mean() >= SAME_THRESHOLD and _agree(frames[n], frames[k]):
                linked[n] = replace(frames[n], same_as=before + k)
                break
    return linked


def _agree(one: EventFrame, other: EventFrame) -> bool:
    """Whether the sides allow it: no two persons of one country, and a statement has one maker.

    "The general invited him. The president stressed the need …": two statements of one country.
    """
    mine = {p.actor.code: p.actor.name for p in one.actors}
    theirs = {p.actor.code: p.actor.name for p in other.actors}
    shared = mine.keys() & theirs.keys()
    if any(mine[c] and theirs[c] and mine[c] != theirs[c] for c in shared):
        return False
    return bool(shared) or (one.event_type not in STATEMENTS and not (mine and theirs))
