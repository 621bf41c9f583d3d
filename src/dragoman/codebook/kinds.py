"""Questions about types and modes."""

from dragoman.codebook.load import load_codebook
from dragoman.model.codes import EventType, QuadClass

STATEMENTS = frozenset(
    {
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
"""Types done by speaking: where no other speaker is named, the actor speaks for himself."""
TWO_SIDED = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.ASSAULT, EventType.RETREAT}
)
"""Types that two sides may do to each other; of any other, one side does it to the other."""


def quad_class_for(event_type: EventType) -> QuadClass:
    """The quad class of a type; SANCTION is material conflict (PLOVER manual draft 2.0, section SANCTION)."""
    return load_codebook().types[event_type].quad_class


def score_for(event_type: EventType, mode: str | None = None) -> float:
    """PLOVER's own score of a type and mode, from -10 to 10 (manual draft 2.0, table of scores)."""
    entry = load_codebook().types[event_type]
    known = entry.modes.get(mode) if mode else None
    return known.score if known else entry.score


def has_mode(event_type: EventType, mode: str) -> bool:
    """Whether the codebook gives this mode to this type."""
    return mode in load_codebook().types[event_type].modes


def rename_mode(event_type: EventType, name: str) -> str | None:
    """The present name of a mode that may bear the name of an earlier draft: "assassinate" is "targeted" now.

    Returns:
        A mode that the codebook gives to this type, or None where it knows no such mode of it.

    """
    book = load_codebook()
    present = book.earlier_modes.get(event_type, {}).get(name, name)
    return present if present in book.types[event_type].modes else None


def requires_recipient(event_type: EventType) -> bool:
    """Whether PLOVER wants a recipient for this type (COOPERATE, AID, SANCTION)."""
    return load_codebook().types[event_type].requires_recipient


def announce(event_type: EventType) -> EventType | None:
    """What an act of this type is while its own actor only announces it.

    Args:
        event_type: the act announced: a visit to come is a CONSULT.

    Returns:
        AGREE for cooperation, THREATEN for hostility to come; None where announcing it is already doing it (a demand
        to be made tomorrow is no promise).

    """
    return load_codebook().announced.get(event_type)
