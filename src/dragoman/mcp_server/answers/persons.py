"""Answers about persons and offices."""

from typing import Annotated

from pydantic import Field

from dragoman.mcp_server.answers.shape import Answer, Event, Shape


class Proof(Shape):
    """What says that somebody held an office: a table, or words of a document."""

    kind: str
    source: str
    since: str | None = None
    until: str | None = None
    kept_until: str | None = None
    on: str | None = None
    document_id: str | None = None
    field: str | None = None
    start: int | None = None
    end: int | None = None
    words: str | None = None


class Tenure(Shape):
    """Who held what from when until when."""

    person_id: str
    name: str
    office: str
    code: str
    body: str
    since: str | None
    until: str | None
    is_told: Annotated[bool, Field(description="Only documents say so: since and until are their days.")]
    certainty: Annotated[
        str | None,
        Field(description="On the day: stated by a document, seeded from a table, or inferred; null: not then."),
    ]
    proofs: list[Proof]


class Person(Shape):
    """A person."""

    person_id: str
    name: str


class Rivals(Shape):
    """Two persons who are both said to hold an office."""

    office: str
    code: str
    body: str
    first: str
    last: str
    persons: list[Person]


class Office(Shape):
    """An office that is meant."""

    office: str
    code: str
    body: str
    one_holder: bool


class OfficeAnswer(Answer):
    """Who held an office on a day; nobody where nothing says who it was."""

    asked: str
    on: str
    offices: list[Office]
    holders: list[Tenure]
    others: Annotated[list[Tenure], Field(description="Named for that day too, by sources that are less sure.")]
    before: list[Tenure]
    after: list[Tenure]
    conflicts: list[Rivals]


class Known(Person):
    """A person whom the name fits."""

    how: Annotated[str, Field(description="How the name fits.")]
    score: float
    spellings: list[str]
    offices: list[Tenure]
    conflicts: list[Rivals]
    total: Annotated[int, Field(description="Events in the record.")]
    events: list[Event]


class PersonsAnswer(Answer):
    """The persons whom a name fits equally well."""

    name: str
    on: str
    persons: list[Known]
