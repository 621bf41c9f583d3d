"""The fitted weights of the signs, which `training/dates.py` writes, and the signs in plain words."""

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def load_weights() -> MappingProxyType[str, float]:
    """The weights of `data/dating.toml`, by sign."""
    return MappingProxyType(_read("dating.toml")["weights"])


@cache
def load_reasons() -> MappingProxyType[str, str]:
    """What a reader is told of the signs that can be told in plain words."""
    return MappingProxyType(_read("reasons.toml")["told"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("dragoman.timex") / "data" / name).read_text(encoding="utf-8"))
