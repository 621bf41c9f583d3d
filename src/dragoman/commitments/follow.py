"""What became of commitments: kept, repeated, broken or lapsed, each by the event that made it so."""

import heapq
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Any, TypeAlias

from dragoman.commitments.made import find_commitments
from dragoman.commitments.values import Change, Commitment, Fate, Kind, Participant
from dragoman.model.codes import EventType, Status

GRACE = timedelta(days=31)
"""What comes so long after the day named still keeps a commitment; after that it has lapsed."""
TRUCE = timedelta(days=90)
"""How long fighting between the sides breaks an agreement to cease fire that names no end."""

ENDERS = frozenset({EventType.REJECT, EventType.ASSAULT})
"""What calls a commitment off, and what breaks a truce, whatever was promised."""
_CALLS_OFF = re.compile(
    r"\b(cancel|call\w* off|postpon|scrap|renege|back\w* out|pull\w* out|withdr|suspend|shelv|drop)", re.IGNORECASE
)
_CALL = "call"
"""Sort of the acts that call off, beside the types."""
_TRUCES = frozenset({"ceasefire", "cease-fire", "truce"})


@dataclass(frozen=True, slots=True)
class Act:
    """What following needs of an event."""

    event_id: str
    kind: EventType
    mode: str | None
    status: Status
    day: date
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    is_mutual: bool
    country: str | None
    trigger: str
    codes: frozenset[str]
    """Of all sides."""


_Since: TypeAlias = tuple[Sequence[Act], int]
"""Events in order of their days, and the place of the first that counts."""


def follow_commitments(events: Sequence[Mapping[str, Any]], on: date) -> list[Commitment]:
    """The commitments that events make, with what became of them by a day.

    An act keeps a commitment where it is of the type (and, both known, of the mode) promised, by the sides that
    were to do it, and by the persons where both are named, on or after the day of the promise and, if it names a day,
    not longer than `GRACE` after it. A denial of such an act breaks it, as does a refusal that calls it off; fighting
    breaks a truce. A like commitment made later repeats it, which leaves it open.

    Args:
        events: composed events (docs/data-model.md) of the sides concerned, in any order.
        on: what came after this day does not count.

    Returns:
        The commitments in order of the day they were made, then of their id.

    """
    return follow_up(find_commitments(events), (act for act in map(read_act, events) if act is not None), on)


def follow_up(commitments: Iterable[Commitment], acts: Iterable[Act], on: date) -> list[Commitment]:
    """What became of commitments by a day, as `follow_commitments` tells it.

    Args:
        commitments: as they were made, in any order.
        acts: of the sides concerned, those that made the commitments among them, in any order.
        on: what came after this day does not count.

    """
    known = sorted((act for act in acts if act.day <= on), key=lambda act: (act.day, act.event_id))
    by_code: dict[str, dict[str, list[Act]]] = defaultdict(lambda: defaultdict(list))
    for act in known:
        for code, what in product(act.codes, (act.kind, *([_CALL] if _calls_off(act) else []))):
            by_code[code][what].append(act)
    made = sorted((c for c in commitments if c.made_on <= on), key=lambda c: (c.made_on, c.commitment_id))
    alike: dict[Hashable, list[Commitment]] = defaultdict(list)
    for commitment in made:
        alike[_likeness(commitment)].append(commitment)
    return [replace(c, changes=tuple(_follow(c, by_code, alike[_likeness(c)], on))) for c in made]


def read_act(event: Mapping[str, Any]) -> Act | None:
    """What following needs of a composed event; None of one without a day."""
    when = event["date"]
    if when is None:
        return None
    place = event.get("place") or {}
    return Act(
        event_id=event["event_id"],
        kind=EventType(event["event_type"]),
        mode=event["mode"],
        status=Status(event["status"]),
        day=date.fromisoformat(when["start"]),
        actors=tuple(Participant(code=s["code"], name=s["name"], office=s["office"]) for s in event["actors"]),
        recipients=tuple(Participant(code=s["code"], name=s["name"], office=s["office"]) for s in event["recipients"]),
        is_mutual=bool(event["reciprocal"]),
        country=place.get("country"),
        trigger=event["evidence"]["trigger"],
        codes=frozenset(s["code"] for s in (*event["actors"], *event["recipients"])),
    )


def _follow(
    commitment: Commitment,
    by_code: Mapping[str, Mapping[str, Sequence[Act]]],
    alike: Sequence[Commitment],
    on: date,
) -> Iterator[Change]:
    """The changes in order of their day, up to the one that ends the commitment."""
    truce = _find_truce(commitment)
    # All its sides take part in what ends it, so the events of the one that has fewest are enough.
    found = [_find_candidates(commitment, truce, by_code.get(code, {})) for code in sorted(commitment.codes)]
    # Found as they are asked for: a promise kept in a week is not compared with what came in the ten years after.
    changes = heapq.merge(
        _find_repetitions(commitment, alike), _find_ends(commitment, truce, min(found, key=_count)), key=_rank_change
    )
    for change in changes:
        yield change
        if change.fate is not Fate.REPEATED:
            return
    if commitment.due_last and on - commitment.due_last > GRACE:
        yield Change(
            fate=Fate.LAPSED,
            on=commitment.due_last + GRACE,
            event_id=None,
            because="its day passed without a word of it",
        )


def _rank_change(change: Change) -> tuple[date, bool, str]:
    return change.on, change.fate is not Fate.REPEATED, change.event_id or ""


def _find_candidates(
    commitment: Commitment, truce: timedelta | None, acts: Mapping[str, Sequence[Act]]
) -> list[_Since]:
    """Acts of a side, each sort in order of its days, that can end the commitment, and not before it."""
    # Of a state's refusals and attacks there are many, and few that could end a given promise.
    sorts = [commitment.what, None if commitment.what is EventType.REJECT else _CALL]
    sorts += [EventType.ASSAULT] if truce and commitment.what is not EventType.ASSAULT else []
    listed = [acts[sort] for sort in sorts if sort and sort in acts]
    return [(of_sort, bisect_left(of_sort, commitment.made_on, key=lambda act: act.day)) for of_sort in listed]


def _calls_off(act: Act) -> bool:
    is_refusal = act.kind is EventType.REJECT and act.status is Status.OCCURRED
    return is_refusal and _CALLS_OFF.search(act.trigger) is not None


def _count(candidates: Iterable[_Since]) -> int:
    return sum(len(events) - start for events, start in candidates)


def _walk(events: Sequence[Act], start: int) -> Iterator[Act]:
    return (events[at] for at in range(start, len(events)))


def _find_ends(commitment: Commitment, truce: timedelta | None, candidates: Iterable[_Since]) -> Iterator[Change]:
    codes = commitment.codes
    walks = (_walk(events, start) for events, start in candidates)
    for event in heapq.merge(*walks, key=lambda event: (event.day, event.event_id)):
        if event.event_id == commitment.commitment_id:
            continue
        if _keeps(commitment, event):
            yield Change(fate=Fate.KEPT, on=event.day, event_id=event.event_id, because=_describe(event))
        elif reason := _breaks(commitment, event, codes, truce):
            yield Change(fate=Fate.BROKEN, on=event.day, event_id=event.event_id, because=reason)


def _describe(event: Act) -> str:
    return " ".join(filter(None, (event.kind.value, event.mode, "on", event.day.isoformat())))


def _keeps(commitment: Commitment, event: Act) -> bool:
    if event.status is not Status.OCCURRED or not _is_act(commitment, event):
        return False
    return not commitment.due_last or event.day - commitment.due_last <= GRACE


def _is_act(commitment: Commitment, event: Act) -> bool:
    """Whether an event is the act that was promised, whatever its status."""
    if event.kind is not commitment.what:
        return False
    if commitment.kind is Kind.INVITATION:
        return _is_visit(event, commitment.to, commitment.by)
    if commitment.mode and event.mode and commitment.mode != event.mode:
        return False
    if commitment.is_mutual or commitment.kind is Kind.MEETING:
        parts = (*commitment.by, *commitment.to)
        return len(commitment.codes) > 1 and _takes_part(parts, (*event.actors, *event.recipients))
    if not commitment.to:
        return False  # "will hold exercises": nothing tells those exercises from others
    return _takes_part(commitment.by, event.actors) and _takes_part(commitment.to, event.recipients)


def _is_visit(event: Act, guests: Sequence[Participant], hosts: Sequence[Participant]) -> bool:
    """Whether the guests came to the hosts: as a visit, or a meeting in the hosts' country."""
    if not guests or not _takes_part(guests, (*event.actors, *event.recipients)):
        return False
    countries = {host.code for host in hosts}
    if event.mode == "visit" and not event.is_mutual:
        return _takes_part(guests, event.actors) and bool(countries & {p.code for p in event.recipients})
    return bool(countries & event.codes) and event.country in countries


def _takes_part(wanted: Sequence[Participant], there: Sequence[Participant]) -> bool:
    """Whether all sides are there, and by the persons named, as far as both are named."""
    for participant in wanted:
        same = [p for p in there if p.code == participant.code]
        if not same:
            return False
        if participant.name and all(p.name and p.name != participant.name for p in same):
            return False
    return True


def _breaks(commitment: Commitment, event: Act, codes: frozenset[str], truce: timedelta | None) -> str:
    """Why an event breaks a commitment of some sides, or a truce that lasts so long; or nothing."""
    if event.status is Status.NEGATED and commitment.what and _is_act(commitment, event):
        return f"it did not happen, it is said ({event.trigger})"
    if event.kind not in ENDERS or event.status is not Status.OCCURRED:
        return ""
    if not commitment.by or len(codes) < 2 or not codes <= event.codes:
        return ""
    if _calls_off(event):
        return f"called off ({event.trigger})"
    if truce and event.kind is EventType.ASSAULT and timedelta() < event.day - commitment.made_on <= truce:
        return f"fighting between the sides ({event.trigger})"
    return ""


def _find_truce(commitment: Commitment) -> timedelta | None:
    """How long a truce lasts; None where the commitment is no truce."""
    is_truce = bool(_TRUCES & {commitment.mode or "", *commitment.contexts}) or any(
        word in commitment.quote.lower() for word in _TRUCES
    )
    if not is_truce:
        return None
    return commitment.due_last - commitment.made_on if commitment.due_last else TRUCE


def _likeness(commitment: Commitment) -> Hashable:
    """What two commitments share of which the later may repeat the earlier."""
    by, to = (frozenset(p.code for p in side) for side in (commitment.by, commitment.to))
    return commitment.kind, commitment.what, commitment.mode, by, to


def _find_repetitions(commitment: Commitment, alike: Sequence[Commitment]) -> Iterator[Change]:
    if commitment.what is None:
        return
    for at in range(bisect_right(alike, commitment.made_on, key=lambda c: c.made_on), len(alike)):
        other = alike[at]
        if _takes_part(commitment.to, other.to):
            yield Change(
                fate=Fate.REPEATED, on=other.made_on, event_id=other.commitment_id, because=f"again: {other.quote}"
            )
