"""What an office is called: "Defense Secretary", "minister of defence" and "SecDef" are one office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.offices import load_offices
from dragoman.gazetteer.tables import read_table, split_list
from dragoman.model.codes import Sector

# Offices that one person holds at a time; others ("minister", "envoy", "spokesperson") have many holders.
SINGULAR = frozenset(
    {
        "president",
        "monarch",
        "supreme leader",
        "leader",
        "prime minister",
        "chancellor",
        "minister of foreign affairs",
        "minister of defence",
        "minister of the interior",
        "minister of finance",
        "chief of staff",
        "secretary-general",
        "director-general",
        "high representative",
        "pope",
    }
)
CIVIL_CHIEF = "civil chief of staff"
"""The head of a president's office, in news "chief of staff" too, but not that of the armed forces."""

POSTS = ("head of state", "head of government")
_FILLERS = frozenset({"the", "a", "of", "for", "and", "his", "her", "national"})


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office as the register names it."""

    office: str
    typical: str = ""
    """The state whose office the words mean where they name none: "SecDef" is the USA's."""


def find_office(words: str) -> OfficeName | None:
    """The office that words name.

    Args:
        words: in any case and order that the tables know: "Minister of National Defense", "defence minister", "CDS".

    Returns:
        The office; None where the words name none.

    """
    found = _names().get(_key(words))
    if found is None:
        plain = re.sub(r"\s*\(.*?\)", "", words)
        found = _names().get(_key(plain)) if plain != words else None
    return found


def name_office(office: str, sectors: Sequence[Sector | str]) -> str:
    """The register's name of a coded office: the chief of a president's staff is not the chief of the general staff.

    Args:
        office: as a coded actor has it.
        sectors: the actor's.

    """
    return CIVIL_CHIEF if office == "chief of staff" and Sector.MIL not in sectors else office


@cache
def load_posts() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """(Office, code) pairs that make somebody a state's head, by (post, code of the state), in order of precedence."""
    posts: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for row in read_table("posts.csv"):
        for post in POSTS:
            pairs = []
            for item in split_list(row[post]):
                office, _, owner = item.partition("@")
                pairs.append((office, owner or row["code"]))
            posts[post, row["code"]] = tuple(pairs)
    return posts


@cache
def _names() -> dict[tuple[str, ...], OfficeName]:
    names: dict[tuple[str, ...], OfficeName] = {}
    for post in POSTS:
        names[_key(post)] = OfficeName(post)
    # The office's own name comes first: in the news "chancellor" alone may be the United Kingdom's.
    rows = list(read_table("offices.csv"))
    for row in rows:
        if row["office"]:
            names.setdefault(_key(row["office"]), OfficeName(row["office"]))
    for row in read_table("office_aliases.csv"):
        names[_key(row["words"])] = OfficeName(row["office"], row["typical"])
    for row in rows:
        if row["office"] and row["use"] != "trade":
            names.setdefault(_key(row["words"]), OfficeName(row["office"], row["typical"]))
    return names


def _key(words: str) -> tuple[str, ...]:
    """The folded words in alphabetical order without articles, so that word order does not matter."""
    pieces = (piece.replace("defense", "defence") for piece in split_name(words))
    return tuple(sorted({_SAME.get(piece, piece) for piece in pieces if piece not in _FILLERS}))


_SAME = {"ministry": "minister", "ministers": "minister", "affairs": "foreign", "adviser": "advisor"}


def read_title(words: str) -> set[str]:
    """The offices whose titles stand in words: {"minister of defence"} of "Turkish Defence Minister Yasar Guler".

    Args:
        words: of a document. The longest title at a place is taken: "deputy foreign minister" is not the minister.
            Ranks ("General") and trades ("analyst") are no offices.

    """
    index, pieces = load_offices(), split_name(words)
    found: set[str] = set()
    at = 0
    while at < len(pieces):
        length, titles = next(index.matches(pieces, at), (1, ()))
        found.update(t.office for t in titles if t.office and t.use == "title" and not t.plural)
        at += length
    return found
