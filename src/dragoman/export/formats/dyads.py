"""Events as pairs of one actor and one recipient."""

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations, product
from typing import Any, TypeAlias

Party: TypeAlias = Mapping[str, Any]
Dyad: TypeAlias = tuple[Party | None, Party | None]
Identity: TypeAlias = Callable[[Party], str]

HOSTING = "043"
"""CAMEO's "Host a visit": its source is the host, while the project's actor is always the visitor."""


def expand_dyads(event: Mapping[str, Any], identity: Identity) -> Iterator[Dyad]:
    """The dyads of an event; they are made on export and never stored.

    Of a reciprocal event every ordered pair of sides is one, as TABARI and PETRARCH write such events; of another,
    every actor with every recipient. A side that names nobody is None.

    Args:
        event: the event.
        identity: what tells two parties apart in the format; of several alike the first stands for all.

    """
    actors, recipients = _distinct(event["actors"], identity), _distinct(event["recipients"], identity)
    if not event["reciprocal"]:
        yield from product(actors or (None,), recipients or (None,))
    elif len(actors) > 1:
        yield from permutations(actors, 2)
    else:  # "the two ministers of Chad met": both sides have one code
        yield tuple(event["actors"][:2]) if len(event["actors"]) > 1 else (actors[0] if actors else None, None)


def expand_cameo_dyads(event: Mapping[str, Any], identity: Identity) -> Iterator[Dyad]:
    """The dyads of an event as CAMEO's code wants them: source first, which for a visit hosted is the host."""
    for actor, recipient in expand_dyads(event, identity):
        yield (recipient, actor) if event["cameo"] == HOSTING else (actor, recipient)


def _distinct(parties: list[Party], identity: Identity) -> list[Party]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(identity(party), party)
    return list(kept.values())
