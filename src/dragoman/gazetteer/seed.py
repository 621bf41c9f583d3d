"""The tables of persons that ship with the package, as values of the register."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.office_names import name_office
from dragoman.gazetteer.persons import group_rows
from dragoman.gazetteer.tables import read_sectors, split_list
from dragoman.model.tenure import PartialDate, Person, Proof, ProofKind, Tenure

# The tables know of changes up to then; who is in office in them may have left it since.
KEPT_UNTIL = date(2025, 11, 30)


@cache
def load_seed() -> tuple[tuple[Person, ...], tuple[Tenure, ...]]:
    """The persons of the tables, in the order of the tables, and the offices they held."""
    persons: list[Person] = []
    tenures: list[Tenure] = []
    taken: set[str] = set()
    for rows in group_rows():
        person = _person(rows, taken)
        taken.add(person.person_id)
        persons.append(person)
        tenures.extend(_tenure(row, person) for row in rows if row["office"])
    return tuple(persons), tuple(tenures)


def person_id_of(name: str, taken: Iterable[str] = ()) -> str:
    """An id made of a name's plain letters: "yasar-guler"; with a number where it is taken."""
    plain = "-".join(split_name(name)) or "unnamed"
    known = set(taken)
    found, number = plain, 2
    while found in known:
        found, number = f"{plain}-{number}", number + 1
    return found


def _person(rows: list[dict[str, str]], taken: set[str]) -> Person:
    name = rows[0]["name"]
    names = dict.fromkeys(n for row in rows for n in (row["name"], *split_list(row["variants"])))
    # "TheresaMay" tells the coder what not to read alone; it is no spelling.
    joined = name.replace(" ", "")
    aliases = tuple(n for n in names if n not in {name, joined})
    return Person(person_id=person_id_of(name, taken), name=name, aliases=aliases)


def _tenure(row: dict[str, str], person: Person) -> Tenure:
    since = PartialDate(row["since"]) if row["since"] else None
    until = PartialDate(row["until"]) if row["until"] else None
    proof = Proof(kind=ProofKind.SEED, source=row["source"], since=since, until=until, kept_until=KEPT_UNTIL)
    return Tenure(
        person_id=person.person_id,
        office=name_office(row["office"], read_sectors(row["sectors"])),
        code=row["code"],
        body=row.get("body") or "",
        since=since,
        until=until,
        proofs=(proof,),
    )
