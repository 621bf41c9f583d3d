"""Promises: what events announce, and what became of it."""

from dragoman.commitments.follow import follow_commitments
from dragoman.commitments.made import find_commitments
from dragoman.commitments.values import Change, Commitment, Fate, Kind, Participant

__all__ = ["Change", "Commitment", "Fate", "Kind", "Participant", "find_commitments", "follow_commitments"]
