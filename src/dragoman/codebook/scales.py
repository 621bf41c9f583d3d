"""Numbers of CAMEO codes: the Goldstein scale and the quad class, in the variants that data sets use."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from dragoman.codebook.load import load_crosswalk, read_resource
from dragoman.errors import CodebookError


class GoldsteinVariant(StrEnum):
    """Whose values of the Goldstein scale."""

    PARUS_PHOENIX = "parus-phoenix"
    """The one stamped on every event, and Phoenix's."""
    GDELT = "gdelt"
    ICEWS = "icews"


class QuadVariant(StrEnum):
    """Whose division of CAMEO's roots into quad classes."""

    GDELT = "gdelt"
    """1 to 4: investigations are material cooperation, protests verbal conflict."""
    PHOENIX = "phoenix"
    """0 to 4: investigations are verbal conflict, protests material conflict."""


def goldstein_for(cameo: str, variant: GoldsteinVariant = GoldsteinVariant.PARUS_PHOENIX) -> float:
    """The Goldstein value of a CAMEO code.

    Args:
        cameo: a code of two to four digits; one without a value of its own has its parent's.
        variant: whose values; `data/scales.toml` lists where they differ, and its sources.

    Raises:
        CodebookError: no code of that root is known.

    """
    prefixes = [cameo[:length] for length in range(len(cameo), 1, -1)]
    for values in (_load_scales()["goldstein"].get(variant, {}), _load_values()):
        for prefix in prefixes:
            if prefix in values:
                return float(values[prefix])
    raise CodebookError(f"no CAMEO code {cameo!r} is known.", remedy="Codes begin with 03 to 20.")


def quad_number(cameo: str, variant: QuadVariant) -> int:
    """The number of the quad class of a CAMEO code.

    Args:
        cameo: a code of two to four digits.
        variant: whose classes.

    Raises:
        CodebookError: its root is none of CAMEO's twenty.

    """
    for number, (first, last) in _load_scales()["quad"][variant].items():
        if first <= cameo[:2] <= last:
            return int(number)
    raise CodebookError(f"no CAMEO code {cameo!r} is known.", remedy="Codes begin with 01 to 20.")


@cache
def _load_scales() -> dict[str, Any]:
    return tomllib.loads(read_resource("scales.toml"))


@cache
def _load_values() -> Mapping[str, float]:
    return {row["cameo"]: float(row["goldstein"]) for row in load_crosswalk()}
