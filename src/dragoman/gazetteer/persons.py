"""Persons and the offices they held, by date: who was meant by "Macron", or by "the Turkish defence minister"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.gazetteer.index import NameIndex, fold, split_name
from dragoman.gazetteer.tables import read_day, read_sectors, read_table, split_list
from dragoman.model.actor import Actor
from dragoman.model.codes import Sector

# Holders of dated offices, and public figures without one.
TABLES = ("persons.csv", "figures.csv")

# A bare surname ("Johnson") is taken for a person of the table only near the time in office: a year before,
# when a candidate is news, and eight after.
BEFORE_OFFICE = timedelta(days=366)
AFTER_OFFICE = timedelta(days=8 * 366)

# "Crown Prince Mohammed", "King Abdullah": their titles go with first names.
_BY_FIRST_NAME = frozenset({"monarch", "crown prince", "prince", "princess", "pope"})

# "Johnson" in the news is the head of government rather than a senator of that name.
_RANKS = {
    "president": 3,
    "prime minister": 3,
    "chancellor": 3,
    "supreme leader": 3,
    "monarch": 3,
    "minister of foreign affairs": 2,
    "minister of defence": 2,
    "secretary-general": 2,
    "vice president": 2,
    "speaker of parliament": 1,
    "high representative": 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One office held for one stretch of time; an open end is None."""

    code: str
    country: str | None
    office: str | None
    sectors: tuple[Sector, ...]
    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the office was held on `day`; an unknown beginning or end counts as held."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def is_near(self, day: date) -> bool:
        """Whether the office was held on `day`, or near enough for its holder to be in the news."""
        return (self.since is None or self.since - BEFORE_OFFICE <= day) and (
            self.until is None or day <= self.until + AFTER_OFFICE
        )


@dataclass(frozen=True, slots=True)
class Person:
    """A person with all offices of the table, in order of their beginning."""

    name: str
    short: tuple[str, ...]
    """Names used alone: "Xi", "Lula"; the last word of the name where the table gives none. None at all for persons
    without a dated office: nothing tells on which day "Rock" or "Case" alone would mean them."""
    tenures: tuple[Tenure, ...]

    def tenure_on(self, day: date) -> Tenure | None:
        """The office held on `day`: the highest, or else the latest begun, where there are several.

        A president who also chairs a union of states, or leads a ministry too, is the president.
        """
        held = [t for t in self.tenures if t.holds_on(day)]
        return max(reversed(held), key=lambda t: _RANKS.get(t.office or "", 0) == 3, default=None)

    def actor_on(self, day: date) -> Actor:
        """The person as an actor on `day`: in office, or else of the country and sector of the last office.

        Who has left an international organisation is of the state served before, where one is known.
        """
        tenure = self.tenure_on(day)
        shown = tenure or max(
            (t for t in self.tenures if t.until is not None and t.until < day),
            key=lambda t: (t.country is not None, t.until or day),
            default=self.tenures[0],
        )
        return Actor(
            code=shown.code,
            country=shown.country,
            sectors=shown.sectors,
            name=self.name,
            office=tenure.office if tenure else None,
        )

    def prominence_on(self, day: date) -> int:
        """How likely a bare surname means this person on `day`: by office held, then by office once held."""
        held = self.tenure_on(day)
        if held is not None and held.since is not None:
            return 4 + _RANKS.get(held.office or "", 0)
        return max((_RANKS.get(t.office or "", 0) for t in self.tenures if not t.since or t.since <= day), default=0)

    def is_known_on(self, day: date) -> bool:
        """Whether the bare surname would be understood on `day`."""
        return any(t.is_near(day) for t in self.tenures)


_NUMERAL = re.compile(r" [IVX]+$")
_HYPHENATED = re.compile(r"[A-Z][a-z]+-[a-z]+")


class PersonIndex:
    """Persons by full name, by the name used alone, and by office."""

    def __init__(self, persons: Sequence[tuple[Person, Sequence[str]]]) -> None:
        self.full: NameIndex[Person] = NameIndex()
        self.short: dict[str, list[Person]] = {}
        self.families: set[str] = set()
        """Family names (folded) that stand before a hyphenated given name: "Moon" of "Moon Jae-in"."""
        self._offices: dict[tuple[str, str], list[Person]] = {}
        self._bearers: dict[tuple[str, str], list[Person]] = {}
        for person, variants in persons:
            # "King Abdullah II" is mostly called "King Abdullah".
            names = dict.fromkeys(_NUMERAL.sub("", n) for n in (person.name, *variants) if " " in n.strip())
            for name in dict.fromkeys((person.name, *variants, *(n for n in names if " " in n))):
                self.full.add(name, person)
            first, _, rest = person.name.partition(" ")
            if _HYPHENATED.fullmatch(rest):
                self.families.add(fold(first))
            for name in person.short:
                self.short.setdefault(fold(name), []).append(person)
            for tenure in person.tenures:
                if tenure.office:
                    holders = self._offices.setdefault((tenure.office, tenure.code), [])
                    if person not in holders:
                        holders.append(person)
            for office in {t.office for t in person.tenures if t.office and t.since}:
                for part in set(
                    split_name(person.name)[-1:] if office not in _BY_FIRST_NAME else split_name(person.name)
                ):
                    self._bearers.setdefault((office, part), []).append(person)

    def holder(self, office: str, code: str, day: date) -> Person | None:
        """Who held an office on a day.

        Args:
            office: as in the table: "minister of defence".
            code: alpha-3 country or "IGO:…" code.
            day: the day.

        Returns:
            The one person whose dated tenure covers the day; None where the table has none, or more than one.

        """
        held = [
            person
            for person in self._offices.get((office, code), ())
            if any(
                t.office == office and t.code == code and t.since is not None and t.holds_on(day)
                for t in person.tenures
            )
        ]
        return held[0] if len(held) == 1 else None

    def bearer(self, office: str, part: str, day: date, owners: Collection[str]) -> Person | None:
        """Whom a title with a bare name means: "Defense Secretary Cohen", "Crown Prince Mohammed".

        Args:
            office: as in the table.
            part: the folded name: the surname; any of the names for royals and popes.
            day: the day.
            owners: codes of the states whose office it is, where the text tells; empty for any.

        Returns:
            The one who held the office that day or else near it; None where there is none, or more than one.

        """
        near = [
            (p, t)
            for p in self._bearers.get((office, part), ())
            for t in p.tenures
            if t.office == office and t.is_near(day) and (not owners or t.code in owners)
        ]
        held = {p.name: p for p, t in near if t.holds_on(day)} or {p.name: p for p, _ in near}
        return next(iter(held.values())) if len(held) == 1 else None


@cache
def load_persons() -> PersonIndex:
    """The index of all persons of the tables that ship with the package."""
    return PersonIndex([_person(group) for group in group_rows()])


def group_rows() -> list[list[dict[str, str]]]:
    """The rows of the tables, those of one person together.

    One person may stand under two spellings, or serve a state and then an organisation; a shared full name joins the
    rows.
    """
    groups: dict[str, list[dict[str, str]]] = {}
    aliases: dict[str, str] = {}
    for table in TABLES:
        for row in read_table(table):
            names = [" ".join(split_name(n)) for n in (row["name"], *split_list(row["variants"]))]
            own = [n for n in names if " " in n]
            key = next((aliases[n] for n in own if n in aliases), own[0] if own else f"{names[0]} {row['code']}")
            for name in own:
                aliases.setdefault(name, key)
            groups.setdefault(key, []).append(row)
    return list(groups.values())


def _person(rows: list[dict[str, str]]) -> tuple[Person, tuple[str, ...]]:
    name = rows[0]["name"]
    variants = tuple(dict.fromkeys(v for row in rows for v in split_list(row["variants"])))
    tenures = tuple(sorted((_tenure(row) for row in rows), key=lambda t: t.since or date.min))
    short: tuple[str, ...] = ()
    if any(t.since is not None for t in tenures):
        short = tuple(v for v in variants if len(split_name(v)) == 1) or (name.split()[-1],)
    return Person(name, short, tenures), tuple(v for v in variants if len(split_name(v)) > 1)


def _tenure(row: dict[str, str]) -> Tenure:
    code = row["code"]
    return Tenure(
        code=code,
        country=_country_of(code),
        office=row["office"] or None,
        sectors=read_sectors(row["sectors"]),
        since=read_day(row["since"]),
        until=read_day(row["until"], end=True),
    )


def _country_of(code: str) -> str | None:
    if code.startswith("NSA:"):
        return code.partition("/")[2] or None
    return None if ":" in code else code
