"""Groups of different days: which would join which, and which are taken in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dragoman.linking.grouping import Group, Link
from dragoman.linking.score import THRESHOLD, may_be_one, weigh

ByCode: TypeAlias = Mapping[str, Sequence[Group]]
"""Groups by each code of their sides."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offer:
    """A group that would join another."""

    score: float
    """Log-odds."""
    group: Group
    to: Group
    link: Link
    """The reports that speak for it best."""

    @property
    def rank(self) -> tuple[float, int, tuple[str, str], tuple[str, str]]:
        """Order of offers: the likeliest, then the nearest in time, then by the reports' own order."""
        return -self.score, abs(self.group.ordinal - self.to.ordinal), self.to.rank, self.group.rank


def find_best(group: Group, near: Iterable[ByCode]) -> Offer | None:
    """The group nearby that most likely tells the same event.

    Args:
        group: the one that looks for an event.
        near: those that it may join, by the codes of their sides.

    Returns:
        An offer, or None where none fits.

    """
    others = dict.fromkeys(other for known in near for code in sorted(group.codes) for other in known.get(code, ()))
    offers = [offer for other in others if (offer := _offer(group, other))]
    return min(offers, key=lambda offer: offer.rank, default=None)


def _offer(group: Group, to: Group) -> Offer | None:
    if not to.admits_group(group):
        return None
    score, link = max(
        (
            (weigh(one, other), (one, other))
            for one in group.compared
            for other in to.compared
            if may_be_one(one, other)
        ),
        key=lambda found: found[0],
        default=(THRESHOLD, None),
    )
    return Offer(score=score, group=group, to=to, link=link) if link and score > THRESHOLD else None


def accept_offers(event: Group, offers: Iterable[Offer]) -> list[Group]:
    """Let an event take in the groups that fit it and each other, the best first.

    Args:
        event: it grows.
        offers: to it, or to a group that it holds already.

    Returns:
        The groups that were refused.

    """
    refused = []
    for offer in sorted(offers, key=lambda offer: offer.rank):
        if event.admits_group(offer.group):
            event.absorb(offer.group, offer.link)
        else:
            refused.append(offer.group)
    return refused
