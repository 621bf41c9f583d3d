"""Word lists and weights of this package, from `data/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dragoman.model.codes import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What `data/lists.toml` holds."""

    plain_words: frozenset[str]
    """Words too common to tell one happening from another."""
    stock_words: Mapping[EventType, frozenset[str]]
    """Words by which events of a type are told anyway."""
    vague_offices: frozenset[str]
    """Offices that go with any other: "minister", "leader"."""
    whole: frozenset[str]
    """Triggers that stand for a whole war or campaign."""
    near_modes: Mapping[tuple[EventType, str], frozenset[str]]
    """Modes that tellers mix up: a missile is heavy weapons to one and an air strike to another."""
    counted: Mapping[str, str]
    """Word beginnings to what is counted: "kill" to "dead"."""


@cache
def load_lists() -> Lists:
    """The word lists, read once."""
    raw = _read("lists.toml")
    near: dict[tuple[EventType, str], frozenset[str]] = {}
    for name, groups in raw["near_modes"].items():
        for group in groups:
            for mode in group:
                key = EventType(name), mode
                near[key] = near.get(key, frozenset()) | frozenset(group)
    return Lists(
        plain_words=frozenset(raw["plain_words"].split()),
        stock_words={
            EventType(name): frozenset(stock["words"].split())
            for stock in raw["stock"].values()
            for name in stock["types"]
        },
        vague_offices=frozenset(raw["vague_offices"]),
        whole=frozenset(raw["whole"]),
        near_modes=near,
        counted={word: what for what, words in raw["counted"].items() for word in words},
    )


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """Weights of the parts, by kind of event: `data/weights.toml`."""
    return {
        kind: {name: float(weight) for name, weight in table.items()} for kind, table in _read("weights.toml").items()
    }


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("dragoman.linking").joinpath("data", name).read_text(encoding="utf-8"))
