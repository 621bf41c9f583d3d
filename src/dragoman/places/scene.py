"""What is known of an event before its place is chosen: its sides, its sentence, the toponyms within reach."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.text import Sentence, Span
from dragoman.places.find import Role, Toponym
from dragoman.places.named import NamedPlaces, find_area, is_locative

_GROUPS = {
    EventType.ASSAULT: "force",
    EventType.COERCE: "force",
    EventType.MOBILIZE: "force",
    EventType.PROTEST: "force",
    EventType.RETREAT: "force",
    EventType.CONSULT: "meeting",
    EventType.COOPERATE: "meeting",
    EventType.AID: "help",
    EventType.SUPPORT: "help",
}
_TO_COME = frozenset({EventType.AGREE, EventType.CONSULT})
_VISIT_TO_COME = "meeting to come"
_MEETS = frozenset(
    "address arrival arrive attend come conference consultation convene dialogue fly gather go head hold host join "
    "meet meeting negotiation negotiations receive return summit talk talks tour travel trip visit welcome".split()
)
"""Lemmas of visits and meetings."""
_JUSTICE = frozenset({"investigate", "convict", "arrest"})
"""Modes of acts that are done where the court or the police sits."""


@dataclass(frozen=True, kw_only=True)  # without slots, since what each toponym asks for anew is remembered
class Scene:
    """A frame with its sentence, and the toponyms of the document that could be its place."""

    frame: EventFrame
    sentences: Sequence[Sentence]
    toponyms: Sequence[Toponym]
    actors: frozenset[str]
    """Countries of the actors, ISO 3166-1 alpha-3."""
    recipients: frozenset[str]
    shape: str
    """How the sides stand to each other: "both" (reciprocal), "domestic", "between", "alone", …"""
    counts: Counter[str]
    """How often each area is named in the document."""
    stated: frozenset[str]
    """Areas that the sentence names after "in", "at", "near", …"""

    @property
    def sentence(self) -> Sentence:
        """The sentence that states the event."""
        return self.sentences[self.frame.sentence]

    @property
    def event_type(self) -> EventType:
        """The type of the act, which for an announcement is that of the act announced."""
        return self.frame.plan.event_type if self.frame.plan else self.frame.event_type

    @property
    def mode(self) -> str | None:
        """The mode of the act, likewise."""
        return self.frame.plan.mode if self.frame.plan else self.frame.mode

    @cached_property
    def kind(self) -> str:
        """The event's type, but for a meeting to come, which is no promise like others: it has a host."""
        frame = self.frame
        event_type = self.event_type
        if event_type not in _TO_COME or frame.status is not Status.PLANNED:
            return str(event_type)
        head = self.sentence.head_of(frame.trigger)
        if head is not None and head.pos == "AUX":
            head = self.sentence.tokens[head.head]  # "will visit", of which "will" alone may be the trigger
        meets = head is not None and head.lemma.lower() in _MEETS
        return _VISIT_TO_COME if meets or event_type is EventType.CONSULT else str(event_type)

    @cached_property
    def group(self) -> str:
        """The group of events whose places are stated in the same way."""
        if self.mode in _JUSTICE:
            return "justice"
        if self.kind == _VISIT_TO_COME:
            return "meeting"
        group = _GROUPS.get(self.event_type, "words")
        return "home words" if group == "words" and self.shape not in {"between", "both"} else group

    @property
    def is_placeless(self) -> bool:
        """Whether the event is one between states that is at home with neither: talks, praise, blame."""
        between = self.shape in {"between", "both"}
        return (between and self.group == "words") or (self.shape == "both" and self.group in {"meeting", "help"})


def compose_scene(frame: EventFrame, sentences: Sequence[Sentence], named: NamedPlaces) -> Scene:
    """The scene of a frame.

    Args:
        frame: the frame.
        sentences: of its document.
        named: what the document names.
    """
    toponyms = named.seen_from(frame.sentence)
    actors, recipients = find_countries(frame.actors), find_countries(frame.recipients)
    here = [t for t in toponyms if t.candidate.sentence == frame.sentence and t.role is Role.PLACE]
    return Scene(
        frame=frame,
        sentences=sentences,
        toponyms=toponyms,
        actors=actors,
        recipients=recipients,
        shape=_shape(frame, actors, recipients),
        counts=named.counts,
        stated=frozenset(find_area(t) for t in here if is_locative(sentences, t)),
    )


def find_countries(parties: Sequence[Party]) -> frozenset[str]:
    """The countries that parties belong to, or are based in."""
    return frozenset(p.actor.country for p in parties if p.actor.country)


def is_side(scene: Scene, toponym: Toponym) -> bool:
    """Whether a toponym only names a side: "Japan" in "Japan arrested", but not in "people in Japan"."""
    inside = any(mention.contains(toponym.candidate.span) for _, mention in find_mentions(scene.frame))
    return inside and not is_locative(scene.sentences, toponym)


def is_ground(scene: Scene, toponym: Toponym) -> bool:
    """Whether a toponym says of something that it is there: "in Oslo" anywhere, any but a side in the sentence."""
    number = toponym.candidate.sentence
    if number == scene.frame.sentence:
        return not is_side(scene, toponym)
    return number >= 0 and is_locative(scene.sentences, toponym)


def find_mentions(frame: EventFrame) -> Iterator[tuple[str, Span]]:
    """The words of each side: ("actor", span) and ("recipient", span)."""
    for side, parties in (("actor", frame.actors), ("recipient", frame.recipients)):
        for party in parties:
            yield side, party.mention


def _shape(frame: EventFrame, actors: frozenset[str], recipients: frozenset[str]) -> str:
    if len(actors) == 1 and (actors == recipients or (frame.reciprocal and len(frame.actors) > 1)):
        return "domestic"
    if frame.reciprocal:
        return "both"
    if actors and not frame.recipients:
        return "alone"
    if actors and recipients:
        return "between"
    return "unknown actor" if recipients else "other"
