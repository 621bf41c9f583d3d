"""How the words of an event lean towards each way of dating it: as news of the day, as background, as of a day named.

Grammar does not tell "Russian atrocities" (of no day) from "Russian strikes" (of today); the tagger, which reads both
among the words around them, does. `training/dates.py` fits what its states say.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

WAYS: Final = ("clause", "same-event", "lead", "discourse", "published", "none")
"""By an expression of its own sentence, of another that tells the same, of the lead below a headline; by the day that
the text goes on telling of; by the day of publication; by no day."""


def find_leanings(state: Sequence[float], fitted: NDArray[np.float32]) -> dict[str, float]:
    """What a trigger's state adds to the score of each way of dating.

    Args:
        state: as `EventFrame.state` has it.
        fitted: the weights, as `load_leanings` gives the package's.

    Returns:
        A number for each of `WAYS`; nothing where there is no state.

    """
    if not state:
        return {}
    return dict(zip(WAYS, (fitted @ np.asarray((*state, 1.0), dtype=np.float32)).tolist(), strict=True))


@cache
def load_leanings() -> NDArray[np.float32]:
    """The fitted weights of `data/leanings.npy`: a row for each of `WAYS`, its last less the mean state's."""
    with (files("dragoman.timex") / "data" / "leanings.npy").open("rb") as file:
        return np.asarray(np.load(file, allow_pickle=False), dtype=np.float32)
