"""The fitted weights of the stage's decisions; `training/places.py` and `training/event_places.py` write them."""

import functools
import importlib.resources
import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_FOLDER = importlib.resources.files("dragoman.places") / "data"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by feature or part, for the decisions about names."""

    find: dict[str, float]
    """Whether a candidate is a toponym; `features.py` names the features."""
    resolve: dict[str, float]
    """Which place a name stands for; `resolve.PARTS`."""


@dataclass(frozen=True, slots=True)
class EventWeights:
    """Weights by feature for where an event happened."""

    alone: dict[str, float]
    """By its own sentence and the toponyms; `area_features.py`."""
    among_others: dict[str, float]
    """The same, once the other events have places; `other_frames.py`."""


@functools.cache
def load_weights() -> Weights:
    """The weights of `data/weights.toml`."""
    tables = _read("weights.toml")
    return Weights(tables["find"], tables["resolve"])


@functools.cache
def load_event_weights() -> EventWeights:
    """The weights of `data/event_weights.toml`."""
    tables = _read("event_weights.toml")
    return EventWeights(tables["alone"], tables["among others"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def sum_weights(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The score of a choice: the weights of the features that hold, in whatever order."""
    return math.fsum([weights[name] for name in features if name in weights])
