"""Common nouns for people, bodies, places and things of a state, with their sectors."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dragoman.gazetteer.tables import read_sectors, read_table
from dragoman.model.codes import Sector


class NounKind(StrEnum):
    """What a common noun names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    ASSET = "asset"
    WEAPON = "weapon"
    """What strikes and is gone: whose it was, only words about it tell, not whom it hit."""
    STATE = "state"
    ARMED = "armed"
    COMPANY = "company"
    CHARITY = "charity"
    QUANTITY = "quantity"
    SIDE = "side"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """The reading of one lemma."""

    lemma: str
    kind: NounKind
    sectors: tuple[Sector, ...]


@cache
def load_nouns() -> dict[str, Noun]:
    """Nouns by lower-case lemma; the first row that lists a lemma wins."""
    nouns: dict[str, Noun] = {}
    for row in read_table("nouns.csv"):
        kind, sectors = NounKind(row["kind"]), read_sectors(row["sectors"])
        for lemma in row["words"].split():
            nouns.setdefault(lemma, Noun(lemma=lemma, kind=kind, sectors=sectors))
    return nouns
