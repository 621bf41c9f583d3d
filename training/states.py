"""The tagger's states at the triggers of labelled events, and what is fitted on them beside weights of named signs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from dragoman.events.encode import Window
from dragoman.events.onnx import GRAPH
from dragoman.events.tagger import Tagger, load_tagger
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.text import Span


def name_tagger() -> str:
    """A line of TOML with the hash of the tagger whose states were fitted on: those of another mean something else."""
    return f'tagger = "{load_tagger().hashes[f"tagger/{GRAPH}"]}"'


def read_states(coding: Coding) -> tuple[EventFrame, ...]:
    """The frames of a coding, with the tagger's states at their triggers."""
    tagger = load_tagger()
    windows = list(tagger.encoder.windows(coding.document, [s.span for s in coding.sentences]))
    return tuple(replace(frame, state=_read_state(tagger, windows, frame.trigger)) for frame in coding.frames)


def _read_state(tagger: Tagger, windows: Sequence[Window], trigger: Span) -> tuple[float, ...]:
    for window in windows:
        pieces = window.pieces_of(trigger)
        if pieces:
            return tagger.read(window).state_at(pieces)
    return ()


def centre_states(states: Sequence[tuple[float, ...]]) -> tuple[Any, Any]:
    """States less their mean, 0 where there is none, and that mean: what holds for all is for the other weights."""
    mean = np.array([state for state in states if state], np.float32).mean(axis=0)
    return np.array([np.array(state, np.float32) - mean if state else 0 * mean for state in states]), mean


def compose_leanings(weights: Any, mean: Any) -> Any:
    """The rows that a stage ships for weights of centred states: the last number takes the mean away again."""
    return np.hstack([weights, -(weights @ mean)[:, None]]).astype(np.float32)


def share_likelihood(scores: Any, group: Any, count: int) -> Any:
    """The likelihood of each choice among those of its group, of which there are `count`."""
    best = np.full(count, -np.inf)
    np.maximum.at(best, group, scores)
    likely = np.exp(scores - best[group])
    return likely / np.bincount(group, likely)[group]


def ascend(slope: Callable[[Any], Any], *, prior: Any, fastest: Any, steps: int) -> Any:
    """Weights that a likelihood is highest at, by Adam from 0.

    Args:
        slope: of the likelihood by the weights, at some weights.
        prior: for each weight how strongly it is held near 0.
        fastest: for each weight the rate of the first step; the last one's is a tenth.
        steps: how many.

    """
    found, square, pace = np.zeros_like(prior), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(steps):
        gain = slope(found) - prior * found
        square, pace = 0.99 * square + 0.01 * gain**2, 0.9 * pace + 0.1 * gain
        rate = fastest * (1 - 0.9 * step / steps)
        found = found + rate * pace / np.sqrt(square / (1 - 0.99 ** (step + 1)) + 1e-10)
    return found
