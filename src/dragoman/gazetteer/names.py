"""The gazetteer of names as one index: states, organisations, armed groups, outlets."""

from dataclasses import replace
from functools import cache

from dragoman.gazetteer.bodies import read_groups, read_homes, read_organisations, read_outlets
from dragoman.gazetteer.countries import read_states
from dragoman.gazetteer.index import NameIndex, fold
from dragoman.gazetteer.name import Name, Trap
from dragoman.gazetteer.tables import read_table


@cache
def load_names() -> NameIndex[Name]:
    """The index of all names; earlier tables win where two give the same string."""
    traps = {row["name"]: (Trap(row["trap"]), row["other"] or None) for row in read_table("traps.csv")}
    index: NameIndex[Name] = NameIndex()
    for read in (read_states, read_groups, read_organisations, read_outlets):
        for string, entry in read():
            trap, other = traps.get(string, (Trap.NONE, None))
            index.add(string, replace(entry, trap=trap, other=other) if trap else entry)
    return index


@cache
def load_homes() -> dict[str, str]:
    """Alpha-3 country of each outlet's readership, by folded name."""
    return {fold(name): home for name, home in read_homes()}
