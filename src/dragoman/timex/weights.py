"""The fitted weights of the signs; `training/dates.py` writes them."""

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_weights() -> MappingProxyType[str, float]:
    """The weights of `data/dating.toml`, by sign."""
    text = (files("dragoman.timex") / "data" / "dating.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text)["weights"])
