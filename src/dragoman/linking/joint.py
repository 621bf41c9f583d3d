"""Why two reports are taken to tell one event."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]

_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One reason for or against."""

    name: str
    value: float
    """From -1 (speaks against) over 0 (says nothing) to 1 (speaks for)."""
    weight: float
    """How much it counts, in log-odds: value times weight are its points."""
    reason: str
    """In words, for people: "both name Ankara"."""

    def to_json(self) -> JsonObject:
        """The part as it stands in the record."""
        return {
            "name": self.name,
            "value": round(self.value, _DIGITS),
            "weight": self.weight,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Two reports that were joined."""

    report_id: str
    other_id: str
    score: float
    """How likely both tell one event, between 0 and 1: the logistic of the sum of the parts' points."""
    parts: tuple[Part, ...]

    def to_json(self) -> JsonObject:
        """The joint as it stands in the record."""
        return {
            "report_id": self.report_id,
            "other_id": self.other_id,
            "score": round(self.score, _DIGITS),
            "parts": [part.to_json() for part in self.parts],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """The report that an event is named after, and why another belongs to it."""

    report_id: str
    """Of all reports of the event the one published first; of several the one with the smallest id."""
    joint: Joint | None
    """To the report through which it was joined; None for the leader itself."""


def read_joint(body: Mapping[str, Any]) -> Joint:
    """The joint that `Joint.to_json` wrote.

    Args:
        body: its JSON form.

    Raises:
        KeyError: a field is missing.

    """
    return Joint(
        report_id=body["report_id"],
        other_id=body["other_id"],
        score=float(body["score"]),
        parts=tuple(
            Part(name=part["name"], value=part["value"], weight=part["weight"], reason=part["reason"])
            for part in body["parts"]
        ),
    )
