"""What speaks for and against a toponym being where an event happened: named features, each 0 or 1.

Most are asked by the kind of event: "Ukraine" after "invasion of" is where the invasion is, "Ukraine" after
"condemned" is not where anybody condemned it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.text import Sentence, Span, Token
from dragoman.places.cues import load_cues
from dragoman.places.features import find_preposition
from dragoman.places.find import Role, Toponym

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A frame with its sentence, and every toponym of the document that could be its place."""

    frame: EventFrame
    sentences: Sequence[Sentence]
    toponyms: Sequence[Toponym]

    @property
    def sentence(self) -> Sentence:
        """The sentence that states the event."""
        return self.sentences[self.frame.sentence]


def group_of(event_type: EventType) -> str:
    """The group of event types whose places are stated in the same way."""
    return _GROUPS.get(event_type, "words")


def find_absence_features(scene: Scene) -> dict[str, float]:
    """Features of the choice that the text names no place for the event."""
    frame = scene.frame
    found = {"none": 1.0, f"none:{frame.event_type}": 1.0}
    if frame.mode:
        found[f"none:{frame.event_type}:{frame.mode}"] = 1.0
    if frame.status is not Status.OCCURRED:
        found[f"none:{frame.status}"] = 1.0
    if len({t.entry.country for t in scene.toponyms if t.entry}) > 1:
        found["none:several countries"] = 1.0
    return found


def find_place_features(scene: Scene, toponym: Toponym) -> dict[str, float]:
    """Features of the choice of one toponym."""
    frame = scene.frame
    group = group_of(frame.event_type)
    plain = set(_general(scene, toponym))
    if toponym.candidate.sentence == frame.sentence:
        plain |= set(_in_sentence(scene, toponym))
    else:
        plain.add(_elsewhere(scene, toponym))
    return dict.fromkeys([*plain, *(f"{group}:{name}" for name in plain)], 1.0)


def _general(scene: Scene, toponym: Toponym) -> Iterator[str]:
    entry = toponym.entry
    if entry is None:
        return
    yield f"is {entry.kind}"
    if toponym.role is Role.ADJECTIVE:
        yield "adjective of a place"
    if toponym.rule == "within":
        yield "place around"
    countries = [t.entry.country for t in scene.toponyms if t.entry]
    share = countries.count(entry.country) / len(countries)
    yield "only country" if share == 1 else "main country" if share > 0.5 else "minor country"
    if entry.country in _countries(scene.frame.actors):
        yield "country of actor"
    if entry.country in _countries(scene.frame.recipients):
        yield "country of recipient"


def _countries(parties: Sequence[Party]) -> set[str | None]:
    return {p.actor.country for p in parties}


def _elsewhere(scene: Scene, toponym: Toponym) -> str:
    """Where a toponym of another sentence stands."""
    number = toponym.candidate.sentence
    if number < 0:
        return "dateline"
    there = scene.sentences[number].span.field
    if there is not scene.sentence.span.field:
        return "other field, after a preposition" if _is_locative(scene, toponym) else "other field"
    distance = scene.frame.sentence - number
    where = "sentence before" if distance == 1 else "earlier" if distance > 1 else "later"
    return f"{where}, after a preposition" if _is_locative(scene, toponym) else where


def _is_locative(scene: Scene, toponym: Toponym) -> bool:
    tokens = scene.sentences[toponym.candidate.sentence].tokens
    return find_preposition(tokens, toponym.candidate.first) in load_cues().static


def _in_sentence(scene: Scene, toponym: Toponym) -> Iterator[str]:
    """Features of a toponym of the event's own sentence."""
    sentence = scene.sentence
    tokens = sentence.tokens
    head = sentence.head_of(toponym.candidate.span) or tokens[toponym.candidate.last]
    trigger = sentence.head_of(scene.frame.trigger)
    yield "same sentence"
    preposition = find_preposition(tokens, toponym.candidate.first)
    if preposition:
        yield f"after {preposition}"
    yield from _parties(scene, toponym.candidate.span)
    if head.dep in {"nsubj", "nsubjpass", "poss", "dobj", "compound", "nmod", "appos"}:
        yield f"as {head.dep}"
    if trigger is None:
        return
    yield _distance(toponym, trigger)
    yield from _attachment(sentence, head, trigger)


def _parties(scene: Scene, span: Span) -> Iterator[str]:
    for side, parties in (("actor", scene.frame.actors), ("recipient", scene.frame.recipients)):
        for party in parties:
            if party.mention == span:
                yield f"is {side}"
            elif party.mention.contains(span):
                yield f"in {side}"
    if scene.frame.trigger.contains(span):
        yield "in trigger"


def _distance(toponym: Toponym, trigger: Token) -> str:
    after = toponym.candidate.first > trigger.i
    gap = toponym.candidate.first - trigger.i if after else trigger.i - toponym.candidate.last
    size = "close" if gap <= 3 else "near" if gap <= 9 else "far"
    return f"{size} {'after' if after else 'before'}"


def _attachment(sentence: Sentence, head: Token, trigger: Token) -> Iterator[str]:
    """How the toponym hangs on the trigger: the labels on the way up, if the way is short."""
    path = [head.dep]
    for index in sentence.ancestors(head.i):
        token = sentence.tokens[index]
        if index == trigger.i:
            yield "under the trigger"
            if len(path) <= 3:
                yield "path " + "<".join(path)
            yield "trigger is a noun" if trigger.pos in {"NOUN", "PROPN"} else "trigger is a verb"
            return
        path.append(f"{token.dep}:{token.text.lower()}" if token.dep == "prep" else token.dep)
    above = {trigger.i, *sentence.ancestors(trigger.i)}
    for index in sentence.ancestors(head.i):
        if index in above:
            verb = sentence.tokens[index].pos in {"VERB", "AUX"}
            yield "under the same verb" if verb else "under the same noun"
            return
