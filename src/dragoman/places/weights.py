"""The fitted weights of the stage's three decisions; `training/places.py` writes them."""

import functools
import importlib.resources
import tomllib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by feature or part, for each decision."""

    find: dict[str, float]
    """Whether a candidate is a toponym; `features.py` names the features."""
    resolve: dict[str, float]
    """Which place a name stands for; `resolve.PARTS`."""
    locate: dict[str, float]
    """Which toponym says where an event happened; `locate_features.py`."""


@functools.cache
def load_weights() -> Weights:
    """The weights of `data/weights.toml`."""
    path = importlib.resources.files("dragoman.places") / "data" / "weights.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Weights(tables["find"], tables["resolve"], tables["locate"])
