"""Promises: what events announce, and what became of it."""

from dragoman.commitments.follow import ENDERS, follow_commitments
from dragoman.commitments.made import find_commitments
from dragoman.commitments.values import Change, Commitment, Fate, Kind, Participant

__all__ = ["ENDERS", "Change", "Commitment", "Fate", "Kind", "Participant", "find_commitments", "follow_commitments"]
