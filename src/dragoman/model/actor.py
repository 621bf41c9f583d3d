"""Actors: who stands in the text, and the code the record gives them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.codes import Sector
from dragoman.model.evidence import Evidence
from dragoman.model.text import Field, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A coded actor, independent of any one mention.

    `code` is an ISO 3166-1 alpha-3 country ("IRN"; also PSE, XKX, TWN), "IGO:UN", "NGO:OTHER", "MNC:OTHER",
    or an armed group with the country it is based in: "NSA:HEZBOLLAH/LBN".
    """

    code: str
    country: str | None = None
    """ISO 3166-1 alpha-3 where the actor belongs to, or is based in, a country."""
    sectors: tuple[Sector, ...] = ()
    name: str | None = None
    """Full name of a person or organisation, where the text or a register gives it."""
    office: str | None = None
    """Lower-case office: "minister of defence", "president", "chief of staff"."""


class MentionKind(StrEnum):
    """What sort of expression a mention is."""

    STATE = "state"
    """A country by name, adjective, demonym, capital or metonym."""
    ORGANISATION = "organisation"
    """An international or non-governmental organisation, a company, a ministry, a parliament."""
    GROUP = "group"
    """An armed group."""
    PERSON = "person"
    """A person by name, with or without title."""
    OFFICE = "office"
    """A person by office alone: "the Turkish defence minister"."""
    GENERIC = "generic"
    """People by kind: "Iranian police", "Turkish officials", "protesters"."""
    REFERENCE = "reference"
    """Pronouns and the like: "he", "both ministers", "the two countries", "his counterpart", "the group"."""
    OUTLET = "outlet"
    """A news agency or paper as the source of a report; never an actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that stand for one or more actors."""

    span: Span
    kind: MentionKind
    actors: tuple[Actor, ...] = ()
    """Whom it stands for: empty where it could not be resolved, several for "both ministers"."""
    antecedent: Span | None = None
    """For a reference: the mention it was resolved to."""
    evidence: tuple[Evidence, ...] = ()


def find_begun(mentions: Sequence[ActorMention], span: Span) -> Sequence[ActorMention]:
    """The mentions that begin in a span. Of thousands in a long document only those near it are looked at.

    Args:
        mentions: of one document, in the order in which `Coding` has them.
        span: of a sentence, or of several.

    """
    edges = ((span.field is Field.TEXT, edge) for edge in (span.start, span.end))
    first, last = (bisect_left(mentions, edge, key=_place_of) for edge in edges)
    return mentions[first:last]


def find_inside(mentions: Sequence[ActorMention], span: Span) -> list[ActorMention]:
    """The mentions that stand wholly in a span; arguments as for `find_begun`."""
    return [m for m in find_begun(mentions, span) if m.span.end <= span.end]


def _place_of(mention: ActorMention) -> tuple[bool, int]:
    return mention.span.field is Field.TEXT, mention.span.start
