"""Stage 4: events. Triggers, roles, status and attribution, read by a learned tagger and checked by grammar."""

from dragoman.events.classify import PairClassifier
from dragoman.events.step import EventsStep
from dragoman.events.triggers import rate_triggers

__all__ = ["EventsStep", "PairClassifier", "rate_triggers"]
