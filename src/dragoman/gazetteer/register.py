"""The register: who held an office on a day, and who is meant by a name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.names import load_names
from dragoman.gazetteer.office_names import POSTS, SINGULAR, OfficeName, find_office, load_posts
from dragoman.gazetteer.person_search import PersonSearch
from dragoman.gazetteer.seed import load_seed
from dragoman.gazetteer.tables import read_table
from dragoman.model.tenure import Certainty, Holding, Person, PersonMatch, Tenure

_ORDER = {Certainty.STATED: 0, Certainty.SEEDED: 1, Certainty.INFERRED: 2}


class Register:
    """Persons and their tenures, of the shipped table or of any others of the same form."""

    def __init__(self, persons: Iterable[Person], tenures: Iterable[Tenure]) -> None:
        self.persons = {person.person_id: person for person in persons}
        self._search: PersonSearch | None = None
        self._of_office: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        self._of_person: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            self._of_office[tenure.office, tenure.code].append(tenure)
            self._of_person[tenure.person_id].append(tenure)

    def who_held(self, office: str, code: str, on: date) -> list[Holding]:
        """Who held an office on a day.

        Args:
            office: in words: "defence minister", "Minister of National Defense", "head of government".
            code: alpha-3 country, code of an organisation or armed group, or the name of an organisation ("OSCE").
                Empty where the words name the state themselves ("SecDef").
            on: the day.

        Returns:
            The holders with their tenures and how sure it is, surest and latest first; none where nothing says who
            it was. On the day of a handover both hold it. Where a source is sure of an office that one person holds
            at a time, guesses beside it are left out.

        """
        for part, owner, body in list_offices(office, code):
            if held := self._held(part, owner, on, body):
                return held
        return []

    def _held(self, office: str, code: str, on: date, body: str) -> list[Holding]:
        found = [
            Holding(person=self.persons[tenure.person_id], tenure=tenure, certainty=certainty)
            for tenure in self._of_office.get((office, code), ())
            if (not body or tenure.body == body) and (certainty := tenure.certainty_on(on)) is not None
        ]
        if office in SINGULAR:
            found = _drop_guesses(found, on)
        found.sort(key=_begin, reverse=True)
        found.sort(key=lambda h: _ORDER[h.certainty])
        return found

    def find_person(self, name: str) -> list[PersonMatch]:
        """Persons who are called by a name, in any spelling and script that the keys of docs/offices.md meet.

        Args:
            name: in full ("Yasar Guler", "Яшар Гюлер") or the surname alone.

        Returns:
            The best matches; several where the name fits several equally well, none where it fits nobody.

        """
        # Filing all names takes half a second, which the other questions can do without.
        if self._search is None:
            self._search = PersonSearch(self.persons.values())
        return self._search.find(name)

    def tenures_of(self, person_id: str) -> Sequence[Tenure]:
        """All tenures of a person, in order of their beginning; those without a date come first."""
        return sorted(self._of_person.get(person_id, ()), key=lambda t: t.since.first if t.since else date.min)

    def tenures_in(self, office: str, code: str) -> Sequence[Tenure]:
        """All tenures of an office as the register names it, in order of their beginning."""
        return sorted(self._of_office.get((office, code), ()), key=lambda t: t.since.first if t.since else date.min)

    @property
    def tenures(self) -> list[Tenure]:
        """All tenures, by person."""
        return [tenure for tenures in self._of_person.values() for tenure in tenures]


@cache
def load_register() -> Register:
    """The register of the tables that ship with the package."""
    return Register(*load_seed())


def who_held(office: str, code: str, on: date) -> list[Holding]:
    """Who held an office on a day, by the shipped tables; see `Register.who_held`."""
    return load_register().who_held(office, code, on)


def find_person(name: str) -> list[PersonMatch]:
    """Persons of the shipped tables who are called by a name; see `Register.find_person`."""
    return load_register().find_person(name)


def _drop_guesses(found: list[Holding], on: date) -> list[Holding]:
    """The holders of an office that one person holds, without guesses that something better stands against.

    A sure holder outdoes all guesses. A table's open end is outdone by documents that named somebody else since it was
    kept; a table's dates outdo documents of the weeks before or after.
    """
    if any(h.certainty is not Certainty.INFERRED for h in found):
        return [h for h in found if h.certainty is not Certainty.INFERRED]
    told = [h for h in found if h.tenure.is_told]
    newest = max((day for h in told if (day := _begin(h)) <= on), default=date.min)
    tables = [h for h in found if not h.tenure.is_told and (h.tenure.until is not None or _last_word(h) >= newest)]
    if any(h.tenure.until is not None for h in tables):
        told = [h for h in told if h.tenure.until and _begin(h) <= on <= h.tenure.until.last]
    return told + tables


def _begin(holding: Holding) -> date:
    return holding.tenure.since.first if holding.tenure.since else date.min


def _last_word(holding: Holding) -> date:
    """The last day on which a source still knew somebody in an office whose end is open."""
    return max((day for p in holding.tenure.proofs for day in (p.on, p.kept_until) if day), default=date.max)


def find_code(owner: str) -> str:
    """The code of a state or organisation by code or name: "TUR", "Türkiye", "NATO"; as given where unknown."""
    # "NLD" is a party of Myanmar too.
    if owner in _states():
        return owner
    for entry in load_names().get(owner):
        if entry.actor is not None:
            return entry.actor.code
    return owner.upper()


@cache
def _states() -> frozenset[str]:
    return frozenset(row["country"] for row in read_table("states.csv"))


def read_office(words: str) -> tuple[OfficeName | None, str]:
    """The office that words name, and the code of the state or organisation that they name beside it.

    Args:
        words: "The Turkish defence minister", "President of the Republic of Kenya", "SecDef".

    """
    if named := find_office(words):
        return named, ""
    pieces = words.split()
    for length in range(1, len(pieces)):
        for owner, rest in ((pieces[:length], pieces[length:]), (pieces[-length:], pieces[:-length])):
            plain = " ".join(piece for piece in owner if piece.lower() not in {"the", "of"}).removesuffix("'s")
            entries = [entry for entry in load_names().get(plain.removesuffix("’s")) if entry.actor is not None]
            if entries and entries[0].actor and (named := find_office(" ".join(rest))):
                return named, entries[0].actor.code
    return None, ""


def list_offices(words: str, code: str = "") -> list[tuple[str, str, str]]:
    """The offices that words ask for, by their names in the register.

    Args:
        words: as for `Register.who_held`.
        code: as there.

    Returns:
        Office, code of its owner, and body: one, or for a head of state or government those that make one, in order
        of precedence. Nothing where the words name no office, or a post that no table knows of that state.

    """
    named, state = read_office(words)
    if named is None:
        return []
    owner, body = _find_owner(code or state or named.typical)
    if named.office not in POSTS:
        return [(named.office, owner, body)]
    return [(part, of, body) for part, of in load_posts().get((named.office, owner), ())]


@cache
def _bodies() -> dict[tuple[str, ...], tuple[str, str]]:
    return {split_name(row["body"]): (row["code"], row["body"]) for row in read_table("persons.csv") if row.get("body")}


def _find_owner(owner: str) -> tuple[str, str]:
    """Code and body of whoever the office belongs to."""
    if known := _bodies().get(split_name(owner)):
        return known
    return find_code(owner), ""
