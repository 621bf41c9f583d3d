"""One entry of the gazetteer of names: what a string stands for, and with which reservations."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.model.actor import Actor, MentionKind


class Form(StrEnum):
    """What sort of name an entry is; rules treat "Iran" and "Iranian" differently."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    """One person: "a Turk"."""
    DEMONYMS = "demonyms"
    """Several: "Turks"."""
    CAPITAL = "capital"
    METONYM = "metonym"
    """A government's seat, or its parliament: "the Kremlin", "the Knesset"."""
    REGION = "region"
    REGION_ADJECTIVE = "region_adjective"
    BODY = "body"
    """An organisation, an armed group, an outlet."""


class Trap(StrEnum):
    """Why a string may not be the name after all."""

    NONE = ""
    WORD = "word"
    PERSON = "person"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and the actor it stands for; `actor` is None for outlets."""

    kind: MentionKind
    form: Form
    actor: Actor | None
    capitals: bool = False
    """Whether it counts only when written in capitals: "US", "WHO", "AP"."""
    trap: Trap = Trap.NONE
    other: str | None = None
    """A second country of the same name: "Georgia" is also a state of the USA."""
    since: date | None = None
    until: date | None = None
    """The code holds from `since` on and before `until`."""

    def holds_on(self, day: date) -> bool:
        """Whether the entry's code is right for a text published on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)
