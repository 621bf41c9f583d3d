"""Reports of one bucket, joined into groups that tell one event each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, TypeAlias

from dragoman.linking.score import THRESHOLD, may_be_one, weigh
from dragoman.linking.traits import Traits

Link: TypeAlias = tuple[Traits, Traits]
"""Two reports through which groups were joined."""

_COMPARED: Final = 8
"""Reports of a group with words of their own that a further one is compared with: those that tell most come first."""


@dataclass(slots=True, eq=False)
class Group:
    """Reports that tell one event."""

    members: list[Traits] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    profiles: dict[tuple[object, ...], Traits] = field(default_factory=dict)
    """One member of each profile."""
    compared: list[Traits] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)

    @property
    def rank(self) -> tuple[str, str]:
        """Of the member published first."""
        return min(member.rank for member in self.members)

    @property
    def ordinal(self) -> int:
        """The day of its first member, as a number."""
        return self.members[0].ordinal or 0

    def add(self, traits: Traits, link: Link | None = None) -> None:
        """Take in a report.

        Args:
            traits: of the report.
            link: why; None for the first one.

        """
        known = traits.profile in self.profiles
        if len(self.compared) < _COMPARED and not (known and any(m.words == traits.words for m in self.compared)):
            self.compared.append(traits)
        self.profiles.setdefault(traits.profile, traits)
        self.members.append(traits)
        self.documents.add(traits.report.document_id)
        self.codes |= traits.codes
        if link:
            self.links.append(link)

    def copy(self) -> "Group":
        """A group with the same reports that can grow by itself."""
        return Group(
            members=[*self.members],
            links=[*self.links],
            documents={*self.documents},
            profiles={**self.profiles},
            compared=[*self.compared],
            codes={*self.codes},
        )

    def absorb(self, other: "Group", link: Link) -> None:
        """Take in a whole group.

        Args:
            other: the group; it is not used any more.
            link: why.

        """
        for member in other.members:
            self.add(member)
        self.links += [*other.links, link]

    def admits(self, traits: Traits) -> bool:
        """Whether a report contradicts none of the group."""
        return (
            traits.report.document_id not in self.documents
            and all(may_be_one(traits, member) for member in self.profiles.values())
            and self._is_nested(traits.codes)
        )

    def _is_nested(self, codes: frozenset[str]) -> bool:
        """Sides do not drift: with "Peru", "Peru and Chile" and "Chile" a group is full."""
        return codes <= self.codes or self.codes <= codes or len(codes & self.codes) >= 3

    def admits_group(self, other: "Group") -> bool:
        """Whether no report of another group contradicts one of this."""
        return not self.documents & other.documents and all(self.admits(member) for member in other.profiles.values())

    def weigh(self, traits: Traits) -> tuple[float, Traits]:
        """The best log-odds of a report with any member, and that member."""
        return max(((weigh(traits, member), member) for member in self.compared), key=lambda found: found[0])


def group_reports(bucket: Iterable[Traits]) -> list[Group]:
    """Reports of one type, and of one day or one interval, as groups.

    Reports that tell most come first, so that a bare "Peru attacks Chile" finds a place among attacks that are told in
    full and does not hold two of them together. Of those alike the ones published first come first, document by
    document; the reports of one document take the groups that fit them best.

    Args:
        bucket: the reports, in any order; the result does not depend on it.

    """
    groups: list[Group] = []
    by_code: dict[str, list[int]] = defaultdict(list)
    order = sorted(bucket, key=_order)
    for _, batch in groupby(order, key=lambda traits: _order(traits)[:3]):
        for traits, home in _place(tuple(batch), groups, by_code):
            if home is None:
                home = len(groups)
                groups.append(Group())
                groups[home].add(traits)
            for code in traits.codes:
                if home not in by_code[code]:
                    by_code[code].append(home)
    return groups


def _order(traits: Traits) -> tuple[int, str, str, str]:
    return (
        -min(traits.detail // 2, 2),
        traits.report.published.isoformat(),
        traits.report.document_id,
        traits.report.report_id,
    )


def _place(
    batch: Sequence[Traits], groups: Sequence[Group], by_code: dict[str, list[int]]
) -> Iterator[tuple[Traits, int | None]]:
    """Give each report of one document the group that fits it best, each group to one of them at most."""
    found = []
    for at, traits in enumerate(batch):
        for index in sorted({index for code in traits.codes for index in by_code.get(code, ())}):
            if groups[index].admits(traits):
                score, member = groups[index].weigh(traits)
                if score > THRESHOLD:
                    found.append((-score, index, at, member))
    homes: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, at, member in sorted(found, key=lambda entry: entry[:3]):
        if at not in homes and index not in taken:
            homes[at] = index
            taken.add(index)
            groups[index].add(batch[at], (batch[at], member))
    for at, traits in enumerate(batch):
        yield traits, homes.get(at)
