"""What answers are made of: events and commitments in short, and their parts."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode


class PlainSchema(GenerateJsonSchema):
    """A schema without titles that only repeat the names of fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - as pydantic calls it
        """Never."""
        return False


class Shape(BaseModel):
    """A part of an answer; what a task tells beyond it is left out."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class LeftOut(Shape):
    """What was cut so that the answer stays short."""

    where: str
    shown: int
    of: int
    what: str


class Answer(Shape):
    """A whole answer."""

    left_out: Annotated[
        list[LeftOut], Field(description="Lists and words that were cut so that the answer stays short.")
    ] = []

    @classmethod
    def schema_of(cls, mode: JsonSchemaMode = "serialization") -> dict[str, Any]:
        """The JSON schema of such answers."""
        return cls.model_json_schema(mode=mode, schema_generator=PlainSchema)


class Page(Answer):
    """A part of a list."""

    total: Annotated[int, Field(description="How many there are in all.")]
    offset: Annotated[int, Field(description="How many were passed over.")]


class Side(Shape):
    """Somebody who takes part."""

    code: str
    name: str | None = None
    office: str | None = None
    words: Annotated[str | None, Field(description="As the document calls him.")] = None


class Span(Shape):
    """Where words stand: text[start:end] of a document."""

    field: Annotated[str, Field(description="text or title of the document.")]
    start: int | None
    end: int | None


class Days(Shape):
    """First and last day."""

    start: str | None
    end: str | None
    granularity: str | None = None
    approximate: bool = False


class Place(Shape):
    """Where it happened."""

    name: str | None
    country: str | None


class Published(Shape):
    """First and last day of publication."""

    first: str
    last: str


class Event(Shape):
    """An event in short."""

    event_id: str
    date: Days | None
    dated_by: Annotated[str | None, Field(description="Words that name the day, or 'publication', or 'review'.")]
    event_type: str
    mode: str | None
    contexts: list[str]
    quad_class: str
    plover: Annotated[float, Field(description="PLOVER's score: -10, most hostile, to 10.")]
    status: Annotated[str, Field(description="occurred, or only planned, claimed, negated or hypothetical.")]
    planned: Annotated[dict[str, Any] | None, Field(description="The act that is announced.")]
    actors: list[Side]
    recipients: list[Side]
    reciprocal: bool
    place: Place | None
    quote: Annotated[str, Field(description="The words of the document that tell of it.")]
    document_id: str
    quoted_at: Span
    speaker: Annotated[Side | None, Field(description="On whose word.")]
    outlet: Annotated[str | None, Field(description="On which medium's word.")]
    reports: int
    voices: Annotated[int, Field(description="Independent reports: copies of one text are one voice.")]
    publishers: list[str]
    published: Published
    confidence: float
    conflicts: Annotated[list[str], Field(description="Fields in which the reports differ.")]
    corrected: Annotated[list[str], Field(description="Fields that people corrected.")]
    confirmed: bool
    rejected: bool


class Change(Shape):
    """What became of a commitment."""

    status: str
    on: str
    event_id: str | None
    because: str


class Commitment(Shape):
    """A promise, and what became of it."""

    commitment_id: Annotated[str, Field(description="The id of the event that made it.")]
    kind: str
    by: list[Side]
    to: list[Side]
    mutual: bool
    what: Annotated[str | None, Field(description="The act promised; null for cooperation in general.")]
    mode: str | None
    made_on: str
    due: Days | None
    speaker: Annotated[str | None, Field(description="On whose word.")]
    quote: str
    document_id: str
    status: str
    changes: list[Change]
