"""Figures of a relation made of counts: by month, by direction, and against the period before."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias, TypeVar

from dragoman.codebook import GoldsteinVariant, goldstein_for, score_for
from dragoman.errors import CodebookError
from dragoman.export import JsonObject
from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.store import EventCount

_Key = TypeVar("_Key")
_Kind: TypeAlias = tuple[str, str | None]
"""Type and mode."""

SCALES: Mapping[str, str] = {
    "plover": "PLOVER's own scores by type and mode (manual draft 2.0), -10 to 10",
    "goldstein-parus-phoenix": "Goldstein values of CAMEO codes as Parus Analytics and Phoenix have them",
    "goldstein-gdelt": "Goldstein values of CAMEO codes as GDELT has them",
    "goldstein-icews": "Goldstein values of CAMEO codes as ICEWS has them",
}
"""The scales of a balance, and whose each is."""

METHOD = (
    "Means over events that occurred; what is only planned, claimed, denied or supposed is counted by month, "
    "but not weighed. Rejected events are left out. Below zero is conflict, above it cooperation."
)


def tabulate(counts: Sequence[EventCount]) -> list[JsonObject]:
    """Events by month, quad class, type and status, in the order of the counts."""
    return [
        {
            "month": month,
            "quad_class": quad_class,
            "event_type": event_type,
            "status": status,
            "events": sum(c.events for c in group),
        }
        for (month, quad_class, event_type, status), group in _group(
            counts, lambda c: (c.month, c.quad_class.value, c.event_type.value, c.status.value)
        ).items()
    ]


def weigh(counts: Iterable[EventCount]) -> JsonObject:
    """Events that occurred, how many of each quad class, and their mean on each scale; None where there are none."""
    classes: Counter[QuadClass] = Counter()
    sums, weights = [0.0] * len(SCALES), [0] * len(SCALES)
    for count in counts:
        if count.status is not Status.OCCURRED:
            continue
        classes[count.quad_class] += count.events
        for place, score in enumerate(_score(count.event_type, count.mode, count.cameo)):
            if score is not None:
                sums[place] += score * count.events
                weights[place] += count.events
    return {
        "events": classes.total(),
        "quad_classes": {quad_class.value: classes[quad_class] for quad_class in QuadClass},
        "means": {
            scale: round(total / weight, 2) if weight else None
            for scale, total, weight in zip(SCALES, sums, weights, strict=True)
        },
    }


def balance(counts: Sequence[EventCount], dyad: tuple[str, str]) -> JsonObject:
    """The balance of a relation: whole, by month, and by who acts on whom.

    Args:
        counts: of the events of a dyad.
        dyad: its codes.

    Returns:
        `method` and `scales` in words; `whole`, `months` (None: dates that are no one month) and `directions` (`from`
        one code `to` the other; without both: what they do to each other) as `weigh` gives them.

    """
    months = _group(counts, lambda c: c.month)
    directions = _group((c for c in counts if c.direction is not None), lambda c: c.direction)
    one, other = sorted(dyad)
    ends = {1: (one, other), -1: (other, one), 0: (None, None)}
    return {
        "method": METHOD,
        "scales": dict(SCALES),
        "whole": weigh(counts),
        "months": [{"month": month, **weigh(group)} for month, group in months.items()],
        "directions": [
            {"from": start, "to": end, **weigh(directions.get(number, ()))} for number, (start, end) in ends.items()
        ],
    }


def compare(now: Sequence[EventCount], before: Sequence[EventCount]) -> JsonObject:
    """What changed between two periods, each figure now and before.

    Args:
        now: the events of the one period.
        before: those of the other.

    Returns:
        `events`, `quad_classes`, `types` and `means`; `appeared` and `vanished`, the kinds of event (`event_type` and
        `mode`) that only one of them has. All are of events that occurred.

    """
    later, earlier = weigh(now), weigh(before)
    kinds, former = _count_kinds(now), _count_kinds(before)
    types = sorted({count.event_type.value for count in (*now, *before)})
    return {
        "events": {"now": later["events"], "before": earlier["events"]},
        "quad_classes": {
            name: {"now": later["quad_classes"][name], "before": earlier["quad_classes"][name]}
            for name in later["quad_classes"]
        },
        "types": {name: {"now": _count(kinds, name), "before": _count(former, name)} for name in types},
        "means": {name: {"now": later["means"][name], "before": earlier["means"][name]} for name in later["means"]},
        "appeared": _list_kinds(kinds, former),
        "vanished": _list_kinds(former, kinds),
    }


def _count_kinds(counts: Iterable[EventCount]) -> Counter[_Kind]:
    kinds: Counter[_Kind] = Counter()
    for count in counts:
        if count.status is Status.OCCURRED:
            kinds[count.event_type.value, count.mode] += count.events
    return kinds


def _count(kinds: Mapping[_Kind, int], event_type: str) -> int:
    return sum(events for (name, _), events in kinds.items() if name == event_type)


def _list_kinds(kinds: Counter[_Kind], others: Mapping[_Kind, int]) -> list[JsonObject]:
    """The kinds that others do not have, those with most events first."""
    return [
        {"event_type": event_type, "mode": mode, "events": events}
        for (event_type, mode), events in kinds.most_common()
        if (event_type, mode) not in others
    ]


def _group(counts: Iterable[EventCount], key: Callable[[EventCount], _Key]) -> dict[_Key, list[EventCount]]:
    groups: dict[_Key, list[EventCount]] = defaultdict(list)
    for count in counts:
        groups[key(count)].append(count)
    return groups


@lru_cache(maxsize=4096)
def _score(event_type: EventType, mode: str | None, cameo: str) -> tuple[float | None, ...]:
    """On each of `SCALES`, in their order."""
    return score_for(event_type, mode), *(_goldstein(cameo, variant) for variant in GoldsteinVariant)


def _goldstein(cameo: str, variant: GoldsteinVariant) -> float | None:
    """None for a code that an imported event brought and no table has."""
    try:
        return goldstein_for(cameo, variant)
    except CodebookError:
        return None
