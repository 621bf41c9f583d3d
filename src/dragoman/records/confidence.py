"""How sure a record is: the share of records like it that are right."""

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.model.actor import ActorMention, find_inside
from dragoman.model.coding import Coding
from dragoman.model.event import EventRecord, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Field, Sentence, Span, find_touched

STORY = 8
"""Sentences that a news item of headline and lead does not go beyond; what is longer is a story."""
MOST_TELLINGS = 3
"""Further tellings that count."""
LEAST, MOST = 0.02, 0.995
"""Bounds of a score before its log-odds are taken."""
PLAIN = 1.0
"""Log-odds of a side that the tagger has no score for: one that the grammar or the discourse names."""


def weigh(record: EventRecord, coding: Coding) -> float:
    """The confidence of a record: how many of a hundred such records have the right type and both sides.

    Args:
        record: with its sides settled and explained.
        coding: of its document, with sentences and mentions.

    """
    weights = load_weights()
    total = sum(weights.get(name, 0.0) * value for name, value in find_signs(record, coding))
    return round(1 / (1 + math.exp(-total)), 4)


def find_signs(record: EventRecord, coding: Coding) -> Iterator[tuple[str, float]]:
    """What speaks for or against a record, by the names of `data/confidence.toml`.

    Args:
        record: with its sides settled and explained.
        coding: of its document, with sentences and mentions.

    """
    first: dict[str, Evidence] = {}
    for evidence in record.explanation:
        first.setdefault(evidence.field, evidence)
    yield "bias", 1.0
    if "event_type" in first:
        yield "trigger", log_odds(first["event_type"].score)
    surroundings = _Surroundings.of(record, coding)
    yield from _actor_signs(record, first.get("actors"), surroundings)
    yield from _recipient_signs(record, first.get("recipients"), surroundings)
    yield "reciprocal", float(record.reciprocal)
    yield "tellings", float(min(MOST_TELLINGS, len(record.mentions)))
    yield "headline", float(record.trigger.field is Field.TITLE)
    yield "story", float(surroundings.is_story)


def log_odds(score: float) -> float:
    """The log-odds of a probability, which is kept off 0 and 1."""
    bounded = min(max(score, LEAST), MOST)
    return math.log(bounded / (1 - bounded))


@cache
def load_weights() -> Mapping[str, float]:
    """Weights in log-odds by name of sign, from `data/confidence.toml`; `training/confidence.py` fitted them."""
    text = files("dragoman.records").joinpath("data", "confidence.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Where a record stands."""

    sentence: Sentence | None
    mentions: Mapping[Span, ActorMention]
    is_story: bool

    @classmethod
    def of(cls, record: EventRecord, coding: Coding) -> "_Surroundings":
        touched = find_touched(coding.sentences, record.trigger)
        sentence = next((s for s in touched if s.span.contains(record.trigger)), None)
        sides = (p.mention for p in (*record.actors, *record.recipients))
        mentions = {m.span: m for side in sides for m in find_inside(coding.mentions, side)}
        return cls(sentence, mentions, len(coding.sentences) > STORY)

    def is_guessed(self, parties: tuple[Party, ...]) -> bool:
        """Whether a country was taken from what the text is about: "police", with nothing beside it."""
        mentions = (self.mentions.get(p.mention) for p in parties)
        return any(e.rule.startswith("focus:") for m in mentions if m is not None for e in m.evidence)

    def is_far(self, parties: tuple[Party, ...]) -> bool:
        """Whether all stand in another sentence than the trigger."""
        return self.sentence is not None and not any(self.sentence.span.contains(p.mention) for p in parties)


def _actor_signs(record: EventRecord, why: Evidence | None, around: _Surroundings) -> Iterator[tuple[str, float]]:
    if not record.actors:
        yield "actor-empty", 1.0
        yield "actor-uncoded", float(why is not None and why.span is not None)
        yield "story-actor-empty", float(around.is_story)
        return
    yield "actor", log_odds(why.score) if why and why.rule == "model:role" and why.score else PLAIN
    # The best telling names nobody, another one does.
    yield "actor-joined", float(why is not None and why.rule == "model:role" and not why.score)
    yield "actor-grammar", float(why is not None and why.rule.startswith("grammar:"))
    yield "actor-guessed", float(around.is_guessed(record.actors))


def _recipient_signs(record: EventRecord, why: Evidence | None, around: _Surroundings) -> Iterator[tuple[str, float]]:
    if record.reciprocal:
        return
    if not record.recipients:
        yield "recipient-empty", 1.0
        yield "story-recipient-empty", float(around.is_story)
        return
    if why is not None and why.rule.startswith("domestic:"):
        yield "recipient-home", 1.0
        return
    yield "recipient-grammar", float(why is not None and why.rule.startswith("grammar:"))
    yield "recipient-guessed", float(around.is_guessed(record.recipients))
    yield "recipient-far", float(around.is_far(record.recipients))
