"""How the words of an event lean towards each kind of area, and to no place: as what happened, or is only mentioned.

Grammar does not tell "Russian strikes" (somewhere, be it not said where) from "Russian threats" (nowhere); the tagger,
which reads both among the words around them, does. `training/event_places.py` fits what its states say.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

KINDS: Final = (
    "none",
    "same sentence",
    "dateline",
    "named nowhere",
    "country of actor",
    "country of recipient",
    "country of both",
    "no side",
)
"""The features of choices for which the states speak: no place; areas by where they are named and by whose they are."""
ALONE: Final = 0
AMONG_OTHERS: Final = 1
"""The two readings, in the order of the fitted weights; see `locate.py`."""


def find_leanings(state: Sequence[float], fitted: NDArray[np.float32]) -> dict[str, float]:
    """What a trigger's state adds to the weight of each of `KINDS`.

    Args:
        state: as `EventFrame.state` has it.
        fitted: one reading's rows of `load_leanings`.

    Returns:
        Nothing where there is no state.

    """
    if not state:
        return {}
    return dict(zip(KINDS, (fitted @ np.asarray((*state, 1.0), dtype=np.float32)).tolist(), strict=True))


@cache
def load_leanings() -> NDArray[np.float32]:
    """The weights of `data/event_leanings.npy`: by reading a row for each of `KINDS`, its last less the mean's."""
    with (files("dragoman.places") / "data" / "event_leanings.npy").open("rb") as file:
        return np.asarray(np.load(file, allow_pickle=False), dtype=np.float32)
