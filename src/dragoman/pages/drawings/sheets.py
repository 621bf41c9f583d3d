"""What networks are drawn on: one sheet for wide screens, one for phones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a network is drawn on."""

    name: str
    """The class of what is shown at this width of the window alone."""
    width: int
    height: int
    longest: int
    """Letters of a label, at most."""


WIDE = Sheet("wide", width=1000, height=680, longest=18)

_SMALL, _LONGEST_SMALL, _ROOM = 340, 14, 24
"""As wide as a phone, letters of a label there, and pixels that each node adds to the height."""


def make_narrow(nodes: int) -> Sheet:
    """A sheet for a phone: the more nodes, the longer."""
    return Sheet("narrow", width=_SMALL, height=max(_SMALL, _ROOM * nodes), longest=_LONGEST_SMALL)
