"""A commitment, and what can become of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dragoman.model.codes import EventType


class Kind(StrEnum):
    """What sort of commitment."""

    INVITATION = "invitation"
    MEETING = "meeting"
    """A visit or talks announced or agreed."""
    PLEDGE = "pledge"
    """One side says what it will do for the other."""
    AGREEMENT = "agreement"
    """Sides agree, or one agrees with the other, on what is to be done."""
    THREAT = "threat"


class Fate(StrEnum):
    """What has become of a commitment."""

    OPEN = "open"
    KEPT = "kept"
    REPEATED = "repeated"
    BROKEN = "broken"
    LAPSED = "lapsed"
    """Its day passed, and nothing is known of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One side of a commitment."""

    code: str
    name: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an event did to a commitment."""

    fate: Fate
    on: date
    event_id: str | None
    """None where time alone did it."""
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Who committed himself to whom, to what, by when, on whose word, and what became of it."""

    commitment_id: str
    """The id of the event that made it."""
    kind: Kind
    by: tuple[Participant, ...]
    """Who made it; of a mutual agreement all sides."""
    to: tuple[Participant, ...]
    is_mutual: bool
    what: EventType | None
    """The act promised; None for cooperation in general."""
    mode: str | None
    made_on: date
    due_first: date | None
    due_last: date | None
    speaker: str | None
    quote: str
    document_id: str
    contexts: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def fate(self) -> Fate:
        """What has become of it: a repetition leaves it open."""
        last = next((c for c in reversed(self.changes) if c.fate is not Fate.REPEATED), None)
        return last.fate if last else Fate.OPEN

    @property
    def codes(self) -> frozenset[str]:
        """Codes of all sides."""
        return frozenset(p.code for p in (*self.by, *self.to))

    def to_json(self) -> dict[str, Any]:
        """The commitment as it is written out."""
        return {
            "commitment_id": self.commitment_id,
            "kind": self.kind.value,
            "by": [_participant(p) for p in self.by],
            "to": [_participant(p) for p in self.to],
            "mutual": self.is_mutual,
            "what": self.what.value if self.what else None,
            "mode": self.mode,
            "contexts": list(self.contexts),
            "made_on": self.made_on.isoformat(),
            "due": {"start": _iso(self.due_first), "end": _iso(self.due_last)} if self.due_last else None,
            "speaker": self.speaker,
            "quote": self.quote,
            "document_id": self.document_id,
            "status": self.fate.value,
            "changes": [
                {"status": c.fate.value, "on": c.on.isoformat(), "event_id": c.event_id, "because": c.because}
                for c in self.changes
            ],
        }


def read_commitment(told: Mapping[str, Any]) -> Commitment:
    """The commitment that `to_json` wrote, as it was made: without what became of it."""
    due = told["due"] or {"start": None, "end": None}
    return Commitment(
        commitment_id=told["commitment_id"],
        kind=Kind(told["kind"]),
        by=tuple(Participant(**side) for side in told["by"]),
        to=tuple(Participant(**side) for side in told["to"]),
        is_mutual=told["mutual"],
        what=EventType(told["what"]) if told["what"] else None,
        mode=told["mode"],
        made_on=date.fromisoformat(told["made_on"]),
        due_first=due["start"] and date.fromisoformat(due["start"]),
        due_last=due["end"] and date.fromisoformat(due["end"]),
        speaker=told["speaker"],
        quote=told["quote"],
        document_id=told["document_id"],
        contexts=tuple(told["contexts"]),
    )


def _participant(participant: Participant) -> dict[str, str | None]:
    return {"code": participant.code, "name": participant.name, "office": participant.office}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
