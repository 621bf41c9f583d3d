"""Offices and titles: "Defense Minister", "chief of staff", "Brigadier General"."""

from dataclasses import dataclass
from functools import cache

from dragoman.gazetteer.index import NameIndex
from dragoman.gazetteer.tables import read_sectors, read_table
from dragoman.model.codes import Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a title says of its bearer."""

    words: str
    office: str | None
    """Name of the office in the record; None for a form of address ("Mr")."""
    sectors: tuple[Sector, ...]
    use: str
    """"title", "alone", "rank" or "trade", as described in `offices.csv`."""
    typical: str = ""
    """Code of the state or organisation that the title alone suggests: "taoiseach" is Ireland's."""
    plural: bool = False


@cache
def load_offices() -> NameIndex[Office]:
    """The index of titles, with regular plurals ("defence ministers", "chiefs of staff")."""
    index: NameIndex[Office] = NameIndex()
    for row in read_table("offices.csv"):
        sectors = read_sectors(row["sectors"])
        for words, plural in ((row["words"], False), (plural_of(row["words"]), True)):
            index.add(
                words,
                Office(
                    words=words,
                    office=row["office"] or None,
                    sectors=sectors,
                    use=row["use"],
                    typical=row["typical"],
                    plural=plural,
                ),
            )
    return index


def plural_of(title: str) -> str:
    """The plural of a title, on its head word: "chiefs of staff", "spokesmen", "deputies"."""
    head, of, rest = title.partition(" of ")
    if not of:
        head, of, rest = title.partition(" for ")
    *before, last = head.split(" ")
    if last.endswith("man"):
        last = f"{last[:-3]}men"
    elif last.endswith("y"):
        last = f"{last[:-1]}ies"
    elif last.endswith(("ch", "ss")):
        last = f"{last}es"
    else:
        last = f"{last}s"
    return " ".join([*before, last]) + of + rest
