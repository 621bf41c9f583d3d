"""A span that could be a toponym, with the places it could stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dragoman.gazetteer.places import PlaceEntry
from dragoman.model.text import Span

_LARGE_TOWN = 100_000
_WELL_KNOWN = 40
"""Other spellings of what is known far away; towns of a few thousand in the United States have up to thirty."""


class Kind(StrEnum):
    """How a span came to be a candidate."""

    NAME = "name"
    """A name of the gazetteer."""
    ADJECTIVE = "adjective"
    """An adjective or demonym: "Iraqi", "Texans"."""
    FEATURE = "feature"
    """A name with a word for what it names, not in the gazetteer: "Neches River", "Orchard Street"."""
    ENTITY = "entity"
    """A place to the parser that the gazetteer does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A span that could be a toponym, with what it could stand for."""

    span: Span
    sentence: int
    first: int
    last: int
    """Tokens `first` to `last`, both included, of that sentence."""
    name: str
    kind: Kind
    entries: tuple[PlaceEntry, ...] = ()
    division: bool = False
    """Whether it is called a province or the like: "Idlib province", "the state of Punjab"."""


def is_obscure(entries: Sequence[PlaceEntry]) -> bool:
    """Whether a name is only one of small and little known towns: "Greenwood" is, "Oxford" and "Jordan" are not."""
    return bool(entries) and all(
        e.kind in {"city", "admin1", "admin2"} and e.population < _LARGE_TOWN and e.known < _WELL_KNOWN for e in entries
    )
