"""What the map and the network have in common: the days that they look at."""

from collections.abc import Mapping
from typing import Any

SPANS = ("1 year", "3 years", "10 years", "all")
"""How long before the last event the period can begin where no days are named."""


def make_period(told: Mapping[str, Any]) -> dict[str, str | None]:
    """The days of a map or network as other pages are asked for them."""
    return {"from": told["period"]["from"], "until": told["period"]["until"]}
