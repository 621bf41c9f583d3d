"""Events: what a stage finds in the text (`EventFrame`), and the record made of it (`EventRecord`)."""

from dataclasses import dataclass, field
from datetime import date

from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace
from dragoman.model.text import Span
from dragoman.model.timex import EventDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of an event: the actor, and the words that name it there."""

    actor: Actor
    mention: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """On whose word the text states an event."""

    speaker: Party | None
    """None where the text names an outlet alone ("according to Mehr")."""
    cue: str
    """The verb or preposition: "said", "according to"."""
    span: Span
    """Where the cue stands."""
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The act that an AGREE or THREATEN announces."""

    event_type: EventType
    mode: str | None = None
    date: EventDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFrame:
    """One mention of an event in one sentence, before date, place and merging.

    Frames are made by the events stage; the stages after it add a date and a place to each, by position in
    `Coding.frames`.
    """

    sentence: int
    """Index in `Coding.sentences`."""
    trigger: Span
    clause: Span
    """The words that state the event: the evidence shown to people."""
    event_type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reciprocal: bool
    status: Status
    plan: Plan | None
    attribution: Attribution | None
    score: float
    state: tuple[float, ...] = field(default=(), compare=False, repr=False)
    """What the tagger makes of the trigger where it stands: 384 numbers of mean 0 and deviation 1, which fitted weights
    alone can read; () where it did not read it."""
    same_as: int | None = None
    """Index of an earlier frame that tells the same happening, where the events stage is sure."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One event of one document, ready for the record; `docs/data-model.md` describes each field."""

    event_id: str
    document_id: str
    published: date
    publisher: str
    event_type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    quad_class: QuadClass
    cameo: str
    goldstein: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reciprocal: bool
    date: EventDate | None
    retold: bool = False
    """Whether the text tells it as old news."""
    status: Status
    planned: Plan | None
    attribution: Attribution | None
    place: EventPlace | None
    evidence: Span
    trigger: Span
    confidence: float
    explanation: tuple[Evidence, ...]
    mentions: tuple[Span, ...] = ()
    """Triggers of the further frames merged into this event."""

    def dyads(self) -> tuple[tuple[str, str], ...]:
        """All (actor code, recipient code) pairs; every unordered pair once for a reciprocal event."""
        sides = [p.actor.code for p in self.actors]
        if self.reciprocal:
            return tuple((a, b) for i, a in enumerate(sides) for b in sides[i + 1 :])
        return tuple((a, p.actor.code) for a in sides for p in self.recipients)
