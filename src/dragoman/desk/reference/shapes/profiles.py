"""Persons, offices, places, publishers."""

from typing import Any

from dragoman.desk.reference.shapes.base import Day, Line, Named, Shape, Where
from dragoman.desk.reference.shapes.lists import EventsTold


class Tenure(Shape):
    """A person in an office."""

    person_id: str
    name: str
    office: str
    code: str
    """Of the state or body whose office it is."""
    body: str
    since: str | None
    """A day, month or year."""
    until: str | None
    is_told: bool
    certainty: str | None
    proofs: list[dict[str, Any]]
    """What says so."""
    papers: int


class Meant(Shape):
    """A person whom a name may mean."""

    person_id: str
    name: str
    how: str
    """How the name is his or hers: the same, another spelling, …"""
    spellings: list[str]
    offices: list[Tenure]
    events: int


class Spelling(Shape):
    """A name as the record spells it."""

    name: str
    events: int


class Company(Shape):
    """Whom a person acts with."""

    code: str
    name: str | None
    events: int
    first: Day | None
    last: Day | None


class Claims(Shape):
    """Events told on a person's word."""

    total: int
    events: list[Line]


class Profile(Shape):
    """A person with offices and events."""

    person_id: str
    name: str
    how: str
    spellings: list[str]
    offices: list[Tenure]
    events: list[Line]
    conflicts: list[dict[str, Any]]
    names: list[Spelling]
    first: Day | None
    last: Day | None
    total: int
    offset: int
    looked_at: int
    company: list[Company]
    claims: Claims


class PersonTold(Shape):
    """The person of a name, or those whom it may mean."""

    name: str
    on: Day
    spelt: int
    """Events that name somebody so."""
    persons: list[Meant]
    person: Profile | None
    """Where it can mean one alone, or one was chosen."""


class Post(Shape):
    """An office of a state or body."""

    office: str
    code: str
    body: str
    one_holder: bool


class OwnedPost(Post):
    """An office with the name of whose it is."""

    owner: str


class OfficeDay(Shape):
    """An office on a day."""

    asked: str
    offices: list[Post]
    on: Day
    holders: list[Tenure]
    others: list[Tenure]
    before: list[Tenure]
    after: list[Tenure]
    conflicts: list[dict[str, Any]]


class OfficeTold(Shape):
    """Who held an office."""

    asked: str
    on: Day
    offices: list[OwnedPost]
    day: OfficeDay
    total: int
    offset: int
    tenures: list[Tenure]
    conflicts: list[dict[str, Any]]


class Spot(Where):
    """A place."""

    admin1: str | None
    country_name: str | None


class RelationCount(Shape):
    """Events of two sides."""

    sides: list[Named]
    events: int


class PlaceTold(EventsTold):
    """A place and what happened there, the latest first."""

    place: Spot
    first: Day | None
    last: Day | None
    looked_at: int
    relations: list[RelationCount]


class PublisherCount(Shape):
    """A publisher with its documents."""

    name: str
    documents: int
    first: Day | None
    last: Day | None


class PublishersTold(Shape):
    """Publishers."""

    total: int
    offset: int
    publishers: list[PublisherCount]


class Shared(Shape):
    """Another that reports the same events."""

    publisher: str | None
    events: int
    as_one: int
    """Those in which both are one voice."""


class Sharing(Shape):
    """With whom a publisher shares its events."""

    compared: int
    alone: int
    others: list[Shared]


class PublishedDocument(Shape):
    """A document of a publisher."""

    document_id: str
    title: str
    published: Day
    events: int


class PublisherTold(Shape):
    """A publisher and what it tells of."""

    publisher: PublisherCount
    looked_at: int
    events: int
    relations: list[RelationCount]
    outlets: list[dict[str, Any]]
    shared: Sharing
    total: int
    offset: int
    documents: list[PublishedDocument]
