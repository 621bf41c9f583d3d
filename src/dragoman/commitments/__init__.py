"""Promises: what events announce, and what became of it."""

from dragoman.commitments.follow import ENDERS, Act, follow_commitments, follow_up, read_act
from dragoman.commitments.made import find_commitments
from dragoman.commitments.values import Change, Commitment, Fate, Kind, Participant, read_commitment

__all__ = [
    "ENDERS",
    "Act",
    "Change",
    "Commitment",
    "Fate",
    "Kind",
    "Participant",
    "find_commitments",
    "follow_commitments",
    "follow_up",
    "read_act",
    "read_commitment",
]
