"""The codebook's meanings, read once from `data/`."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dragoman.errors import CodebookError
from dragoman.model.codes import EventType, QuadClass

CODEBOOK_VERSION = "plover-2.0d"
"""PLOVER manual draft 2.0 with this project's choices; stamped on every event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How an event of one type is done."""

    name: str
    definition: str
    score: float
    """PLOVER's score, -10 (most hostile) to 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeEntry:
    """What the codebook says of one event type."""

    event_type: EventType
    definition: str
    quad_class: QuadClass
    score: float
    """PLOVER's score, -10 (most hostile) to 10, where the mode is unknown."""
    requires_recipient: bool
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All of `data/plover.toml`."""

    version: str
    types: Mapping[EventType, TypeEntry]
    announced: Mapping[EventType, EventType]
    """An act to the type of its announcement."""
    earlier_modes: Mapping[EventType, Mapping[str, str]]
    """By type, a mode's name in earlier drafts to its present one."""


@cache
def load_codebook() -> Codebook:
    """The codebook, with every type of `EventType` in its order.

    Raises:
        CodebookError: `data/plover.toml` does not hold exactly the sixteen types.

    """
    raw = tomllib.loads(read_resource("plover.toml"))
    if set(raw["types"]) != set(EventType):
        wrong = ", ".join(sorted(set(raw["types"]) ^ set(EventType)))
        raise CodebookError(f"types missing or unknown: {wrong}.", place="codebook/data/plover.toml")
    return Codebook(
        version=raw["version"],
        types={t: _read_type(t, raw["types"][t]) for t in EventType},
        announced={
            EventType(act): EventType(announcement)
            for announcement, acts in raw["announcement"].items()
            for act in acts
        },
        earlier_modes={EventType(t): names for t, names in raw["earlier_modes"].items()},
    )


@cache
def load_contexts() -> Mapping[str, tuple[str, ...]]:
    """Each context with the words that show it, in the codebook's order."""
    return {name: tuple(words) for name, words in _read_contexts().items() if name != "unless"}


@cache
def load_lookalikes() -> Mapping[str, tuple[str, ...]]:
    """By context, phrases in which a word of it means something else: the "west bank" is no bank."""
    return {name: tuple(phrases) for name, phrases in _read_contexts()["unless"].items()}


def _read_contexts() -> dict[str, Any]:
    return tomllib.loads(read_resource("contexts.toml"))


@cache
def load_crosswalk() -> tuple[Mapping[str, str], ...]:
    """Rows of `data/cameo.csv` by column; `contexts` are joined by ";", `preferred` is "yes" or empty."""
    lines = [line for line in read_resource("cameo.csv").splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines))


@cache
def load_leaves() -> Mapping[str, Any]:
    """`data/leaves.toml`: CAMEO leaves by trigger, and codes of announced acts."""
    return tomllib.loads(read_resource("leaves.toml"))


def read_resource(name: str) -> str:
    """The text of a file of the codebook's `data` folder."""
    return resources.files("dragoman.codebook.data").joinpath(name).read_text(encoding="utf-8")


def _read_type(event_type: EventType, raw: Mapping[str, Any]) -> TypeEntry:
    return TypeEntry(
        event_type=event_type,
        definition=raw["definition"],
        quad_class=QuadClass(raw["quad_class"]),
        score=raw["score"],
        requires_recipient=raw["requires_recipient"],
        modes={
            name: Mode(name=name, definition=mode["definition"], score=mode["score"])
            for name, mode in raw.get("modes", {}).items()
        },
    )
