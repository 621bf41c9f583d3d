"""Offices and titles: "Defense Minister", "chief of staff", "Brigadier General"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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


_DEPUTIES = ("deputy", "vice", "assistant", "junior")
"""Words before a title that make another office of it: China's "vice foreign minister", Egypt's "assistant" one."""
_DEPUTISED = frozenset({"chief of staff", "secretary-general", "director-general", "president"})
"""Offices with such deputies, beside those of ministers."""


@cache
def load_offices() -> NameIndex[Office]:
    """The index of titles, with deputies ("deputy defence minister") and plurals ("defence ministers")."""
    rows = list(read_table("offices.csv"))
    known = {row["words"] for row in rows}
    index: NameIndex[Office] = NameIndex()
    for row in rows:
        titles = [_read_office(row), *(t for t in _list_deputies(_read_office(row)) if t.words not in known)]
        for title in titles:
            index.add(title.words, title)
            index.add(plural_of(title.words), replace(title, words=plural_of(title.words), plural=True))
    return index


def _read_office(row: Mapping[str, str]) -> Office:
    return Office(
        words=row["words"],
        office=row["office"] or None,
        sectors=read_sectors(row["sectors"]),
        use=row["use"],
        typical=row["typical"],
    )


def _list_deputies(title: Office) -> Iterator[Office]:
    """Those who stand below the holder of a title, or against him: the opposition's "shadow defence minister"."""
    if title.use != "title" or title.office is None:
        return
    is_minister = title.office.startswith("minister of ")
    if is_minister or title.office in _DEPUTISED:
        for word in _DEPUTIES:
            yield replace(title, words=f"{word} {title.words}", office=f"deputy {title.office}")
    if is_minister:
        yield replace(
            title, words=f"shadow {title.words}", office="opposition spokesperson", sectors=(Sector.PTY,), typical=""
        )


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
