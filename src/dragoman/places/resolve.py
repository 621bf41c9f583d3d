"""Decide which place of the gazetteer each name stands for: every reading is scored by named parts, in context.

A document uses a name in one sense, so the mentions of a name are resolved together. The parts of a reading's score are
its prominence, its kind, whether the gazetteer's own name is meant or another spelling, the larger place named with it,
and what the document's other names are likely to be: their country, their division, how near they lie. The last are
found in rounds, each with the likelihoods of the one before; the weights are fitted (`training/places.py`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.place_row import KINDS
from dragoman.gazetteer.places import PlaceEntry
from dragoman.places.nest import is_inside

Matrix = npt.NDArray[np.float64]

_BLOCK = 60
"""Names resolved together; in longer documents those further on are a context of their own."""
_MOST = 40
"""Readings of one name that are weighed: "San Antonio" has hundreds, of a few hundred people each."""
_ROUNDS = 3
_DWARFING = 20
"""How many times the people of a town a division of its name has that is meant rather."""
_NEAR_KM = 100.0
_EARTH_KM = 6371.0088

PARTS = (
    *(f"is {kind}" for kind in KINDS),
    "prominence",
    "known",
    "capital",
    "largest",
    "smaller than a division of a country named",
    "other spelling",
    "inside the place named with it",
    "not inside the place named with it",
    "is the place named with another",
    "called a division",
    "country of other places",
    "division of other places",
    "near other places",
    "home",
)
"""Names of the parts, in the order of the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of the document, to be resolved."""

    text: str
    entries: tuple[PlaceEntry, ...]
    weight: float
    """How sure it is that it is a place: what it says about other names counts as much."""
    within: PlaceEntry | None = None
    """The larger place named right after it."""
    contains: PlaceEntry | None = None
    """The reading in which another name lies inside it."""
    division: bool = False
    """Whether it is called a province or the like: "Idlib province"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One place a name may stand for."""

    entry: PlaceEntry
    likelihood: float
    """Between 0 and 1; those of a name's readings sum to 1."""
    parts: tuple[tuple[str, float], ...]
    """What its score is made of: part and contribution, zero ones left out."""


def resolve_names(
    names: Sequence[Name], weights: Mapping[str, float], *, home: str | None = None
) -> list[list[Reading]]:
    """The readings of every name, the likeliest first.

    Args:
        names: the names of one document, each once.
        weights: by name of the part.
        home: ISO 3166-1 alpha-3 of the publisher's country, where it is known.

    Returns:
        For each name its readings; empty where the gazetteer has none.

    """
    if len(names) > _BLOCK:
        return [
            readings
            for start in range(0, len(names), _BLOCK)
            for readings in resolve_names(names[start : start + _BLOCK], weights, home=home)
        ]
    table = ReadingTable(names, home=home)
    factors = np.array([weights.get(part, 0.0) for part in PARTS])
    columns = table.weigh(factors)
    likelihoods = table.likelihoods(columns @ factors)
    found: list[list[Reading]] = [[] for _ in names]
    for row, (owner, entry) in enumerate(zip(table.owner.tolist(), table.entries, strict=True)):
        contributions = columns[row] * factors
        parts = tuple((part, round(float(value), 3)) for part, value in zip(PARTS, contributions, strict=True) if value)
        found[owner].append(Reading(entry=entry, likelihood=float(likelihoods[row]), parts=parts))
    return [sorted(readings, key=lambda r: -r.likelihood) for readings in found]


class ReadingTable:
    """All readings of all names of a document, as the rows of one matrix."""

    def __init__(self, names: Sequence[Name], *, home: str | None = None) -> None:
        pairs = [(i, e) for i, name in enumerate(names) for e in name.entries[:_MOST]]
        self.entries = [e for _, e in pairs]
        self.owner = np.array([i for i, _ in pairs], dtype=np.intp)
        self._weight = np.array([name.weight for name in names])
        self._fixed = np.array([_own_parts(names[i], e, home) for i, e in pairs]).reshape(len(pairs), len(PARTS))
        stated = _find_stated(names)
        dwarfed = PARTS.index("smaller than a division of a country named")
        self._fixed[:, dwarfed] = [_is_dwarfed(names[i], e, stated) for i, e in pairs]
        self._country = _Groups([e.country for e in self.entries], self.owner)
        self._division = _Groups([e.admin1 and f"{e.country} {e.admin1}" for e in self.entries], self.owner)
        self._nearness = self._near()

    def _near(self) -> Matrix:
        """Nearness of all pairs of readings of cities, districts and regions of different names."""
        local = np.array([e.kind not in {"country", "admin1"} for e in self.entries], dtype=bool)
        apart = (self.owner[:, None] != self.owner[None, :]) & local[:, None] & local[None, :]
        return np.asarray(np.exp(-_distances(self.entries) / _NEAR_KM) * apart)

    def weigh(self, factors: Matrix) -> Matrix:
        """The parts of every reading after the last round, one column a part."""
        columns = self._fixed.copy()
        if not len(columns):
            return columns
        country, division, near = (PARTS.index(p) for p in PARTS if p.endswith("other places"))
        for _ in range(_ROUNDS):
            sure = self.likelihoods(columns @ factors) * self._weight[self.owner]
            total = 1.0 + self._weight.sum() - self._weight
            columns[:, country] = self._country.share(sure) / total[self.owner]
            columns[:, division] = self._division.share(sure) / total[self.owner]
            columns[:, near] = self._nearness @ sure / total[self.owner]
        return columns

    def likelihoods(self, scores: Matrix) -> Matrix:
        """The scores as likelihoods that sum to 1 over the readings of each name."""
        if not len(scores):
            return scores
        best = np.full(len(self._weight), -np.inf)
        np.maximum.at(best, self.owner, scores)
        powers = np.exp(scores - best[self.owner])
        sums = np.zeros(len(self._weight))
        np.add.at(sums, self.owner, powers)
        return np.asarray(powers / sums[self.owner])


class _Groups:
    """Readings in groups (of one country, of one division): what the others of a group weigh."""

    def __init__(self, labels: Sequence[str | None], owner: npt.NDArray[np.intp]) -> None:
        numbers = {label: i for i, label in enumerate(dict.fromkeys(labels))}
        self._group = np.array([numbers[label] for label in labels], dtype=np.intp)
        self._stated = np.array([label is not None for label in labels], dtype=bool)
        # The readings of one name say nothing about each other: their own part of the group is taken out again.
        pairs = self._group * (int(owner.max(initial=0)) + 1) + owner
        self._own = np.unique(pairs, return_inverse=True)[1]

    def share(self, sure: Matrix) -> Matrix:
        """For each reading, the weight of its group's readings of other names."""
        group = np.bincount(self._group, weights=sure)[self._group] if len(sure) else sure
        own = np.bincount(self._own, weights=sure)[self._own] if len(sure) else sure
        return np.asarray((group - own) * self._stated)


def _own_parts(name: Name, entry: PlaceEntry, home: str | None) -> list[float]:
    """The parts that do not depend on the document's other names."""
    found = dict.fromkeys(PARTS, 0.0)
    found[f"is {entry.kind}"] = 1.0
    found["prominence"] = float(np.log10(entry.population + 1))
    found["known"] = float(np.log10(entry.known + 1))
    found["capital"] = float(entry.capital)
    found["largest"] = float(entry is name.entries[0])
    found["other spelling"] = float(fold_name(entry.name) != fold_name(name.text))
    if name.within is not None:
        inside = is_inside(entry, name.within)
        found["inside the place named with it"] = float(inside)
        found["not inside the place named with it"] = float(not inside)
    found["is the place named with another"] = float(name.contains is not None and entry == name.contains)
    found["called a division"] = float(name.division and entry.kind == "admin1")
    found["home"] = float(home is not None and entry.country == home)
    return list(found.values())


def _find_stated(names: Sequence[Name]) -> frozenset[str | None]:
    """The countries that are named, by their names or adjectives."""
    return frozenset(n.entries[0].country for n in names if n.entries and n.entries[0].kind == "country")


def _is_dwarfed(name: Name, entry: PlaceEntry, stated: Collection[str | None]) -> bool:
    """Whether a town's name is that of a far larger division, of a country that is named: Ontario in California."""
    return entry.kind == "city" and any(
        other.kind == "admin1"
        and other.country in stated
        and other.population > _DWARFING * entry.population
        and not is_inside(entry, other)
        for other in name.entries
    )


def _distances(entries: Sequence[PlaceEntry]) -> Matrix:
    """Great-circle distances in kilometres between all pairs (haversine)."""
    latitude = np.radians([e.latitude for e in entries])
    longitude = np.radians([e.longitude for e in entries])
    half = np.sin((latitude[:, None] - latitude[None, :]) / 2) ** 2
    half += (
        np.cos(latitude)[:, None]
        * np.cos(latitude)[None, :]
        * np.sin((longitude[:, None] - longitude[None, :]) / 2) ** 2
    )
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(half))))
