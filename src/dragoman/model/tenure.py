"""Persons, the offices they held, and what says so: the register's values, each of which can be stored as a row."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# A document that names an office's holder says something of the weeks around it too, as long as nobody else is named.
AROUND = timedelta(days=90)


class Certainty(StrEnum):
    """How sure it is that somebody held an office on a day; the first is the surest."""

    STATED = "stated"
    """A document published that day says so."""
    SEEDED = "seeded"
    """The day lies between the dates of a table: the one that ships with the package, or an imported one."""
    INFERRED = "inferred"
    """The day lies between two documents, within a month or year that is all a table gives, or after the day up to
    which a table without an end was kept."""


class ProofKind(StrEnum):
    """What sort of source speaks."""

    SEED = "seed"
    IMPORT = "import"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as ISO 8601 writes it: "2023-06-04", "2023-06", "2023"."""

    text: str

    def __post_init__(self) -> None:
        if len(self.text) not in {4, 7, 10}:
            raise ValueError(f"{self.text!r} is no day, month or year")
        # Reading both ends finds months and days that no calendar has.
        _ = self.first, self.last

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date.fromisoformat(f"{self.text}-01-01"[:10])

    @property
    def last(self) -> date:
        """The last day it may mean."""
        first = self.first
        if len(self.text) == 10:
            return first
        month = first.month if len(self.text) == 7 else 12
        return date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if first.year < 9999 else date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One source that says that a person held an office."""

    kind: ProofKind
    source: str
    """A table's own note ("public record"), the name of an imported file, or a document's publisher."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    """What a table says; an end that is not known or not reached is None."""
    kept_until: date | None = None
    """The day up to which the table was kept: after it an open end is a guess."""
    on: date | None = None
    """The day on which the document was published."""
    document_id: str = ""
    report_id: str = ""
    field: str = ""
    start: int | None = None
    end: int | None = None
    """Code points of the person's mention in the document's field."""
    words: str = ""
    """The words of the document that say so."""

    def covers(self, day: date) -> bool:
        """Whether a table's dates leave no doubt about `day`."""
        if self.kind is ProofKind.DOCUMENT or self.since is None or day < self.since.last:
            return False
        if self.until is not None:
            return day <= self.until.first
        return self.kept_until is None or day <= self.kept_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the register."""

    person_id: str
    """The plain letters of the name, in the form "yasar-guler"."""
    name: str
    aliases: tuple[str, ...] = ()
    """Other full names and spellings, and names used alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One person in one office for one stretch of time, with all that says so."""

    person_id: str
    office: str
    code: str
    """Alpha-3 country, or the code of an organisation or armed group."""
    body: str = ""
    """Which organisation, where the code has several: "OSCE" of IGO:OTHER."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    """Of documents alone: the days of the first and last that say so."""
    proofs: tuple[Proof, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether documents alone speak for it."""
        return all(proof.kind is ProofKind.DOCUMENT for proof in self.proofs)

    def certainty_on(self, day: date) -> Certainty | None:
        """How sure it is that the office was held on `day`; None where nothing says so."""
        if any(proof.on == day for proof in self.proofs):
            return Certainty.STATED
        if any(proof.covers(day) for proof in self.proofs):
            return Certainty.SEEDED
        if self.since is None:
            return None
        margin = AROUND if self.is_told else timedelta(0)
        begins = self.since.first - margin <= day
        ends = self.until is None or day <= self.until.last + margin
        return Certainty.INFERRED if begins and ends else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An answer: this person held the office, by this tenure, as surely as this."""

    person: Person
    tenure: Tenure
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMatch:
    """A person found by a name, and how well the name fits."""

    person: Person
    how: str
    """"same", "spelling", "part", "script", as docs/offices.md describes them."""
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEvidence:
    """A document says that a person held an office on the day of its publication."""

    name: str
    office: str
    code: str
    on: date
    document_id: str
    report_id: str
    publisher: str
    field: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeConflict:
    """Two persons in an office that only one holds at a time, as sources have it."""

    office: str
    code: str
    body: str
    first: date
    last: date
    """The days on which both are said to hold it."""
    person_ids: tuple[str, str]
