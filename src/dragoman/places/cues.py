"""The word lists of the stage, read once from `data/`."""

import csv
import functools
import importlib.resources
import tomllib
from dataclasses import dataclass

_FOLDER = importlib.resources.files("dragoman.places") / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Lower-case words by what they tell about a name beside them; `data/cues.toml` describes each list."""

    locative: frozenset[str]
    static: frozenset[str]
    motion: frozenset[str]
    attack: frozenset[str]
    title: frozenset[str]
    noble: frozenset[str]
    feature: frozenset[str]
    street: frozenset[str]
    building: frozenset[str]
    local: frozenset[str]
    leading: frozenset[str]
    body: frozenset[str]
    vessel: frozenset[str]
    ship: frozenset[str]
    """Prefixes of ships' names, in capitals: "USS"."""
    telling: frozenset[str]
    site: frozenset[str]
    seat: frozenset[str]
    division: frozenset[str]
    between: frozenset[str]
    never: frozenset[str]
    postal: dict[str, str]
    """From "CO" to "Colorado"."""
    common: frozenset[str]
    """Words, and names of firms, planets, peoples, that are also names of places: "reading", "mobile", "toyota"."""
    adjectives: dict[str, tuple[str, str | None]]
    """From an adjective of a region to the region's name and country: "Chechen"."""


@functools.cache
def load_cues() -> Cues:
    """The lists of `cues.toml`, `common_words.txt` and `region_adjectives.csv`."""
    lists = tomllib.loads((_FOLDER / "cues.toml").read_text(encoding="utf-8"))
    postal = lists.pop("postal")
    words = (_FOLDER / "common_words.txt").read_text(encoding="utf-8").splitlines()
    lines = (_FOLDER / "region_adjectives.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return Cues(
        **{name: frozenset(values) for name, values in lists.items()},
        postal=postal,
        common=frozenset(w for w in words if w and not w.startswith("#")),
        adjectives={row["adjective"]: (row["place"], row["country"] or None) for row in rows},
    )
