"""One event for each happening: which frames of a document tell the same one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dragoman.codebook import STATEMENTS
from dragoman.model.codes import EventType, Granularity, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace
from dragoman.model.text import Field
from dragoman.model.timex import EventDate

REPEATED: Final = STATEMENTS | {EventType.CONCEDE}
"""Types that are done by speaking; one may do the same again in the next breath and it is still one happening."""

NEWS_DAYS: Final = 7
"""How far from the day of publication a happening told as news may lie."""

NEAR: Final = 3
"""Sentences within which one speaker's repeated statement counts as one. On the labelled stories wider is slightly
better (F1 0.582 at 3, 0.592 at 5), but with sides that were read, not given, wider joins different statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One frame with its date and place."""

    frame: EventFrame
    date: EventDate | None = None
    due: EventDate | None = None
    """When the act that it announces is due."""
    retold: Evidence | None = None
    """Why it is old news; None where it is news."""
    place: EventPlace | None = None

    @property
    def actors(self) -> frozenset[str]:
        """Codes of the actors."""
        return frozenset(p.actor.code for p in self.frame.actors)

    @property
    def recipients(self) -> frozenset[str]:
        """Codes of the recipients."""
        return frozenset(p.actor.code for p in self.frame.recipients)


@dataclass(slots=True)
class Happening:
    """What several frames tell alike."""

    tellings: list[Telling] = field(default_factory=list)
    indices: list[int] = field(default_factory=list)
    """Of the frames, in `Coding.frames`."""
    reasons: list[str] = field(default_factory=list)
    """Why each telling after the first was joined."""

    @property
    def retold(self) -> Evidence | None:
        """Why it is old news: only where every telling has it so."""
        return self.best.retold if all(t.retold for t in self.tellings) else None

    @property
    def best(self) -> Telling:
        """The most informative telling; of equals the first."""
        return max(self.tellings, key=_informativeness)

    @property
    def actors(self) -> frozenset[str]:
        """Codes of all tellings' actors."""
        return frozenset[str]().union(*(t.actors for t in self.tellings))

    @property
    def recipients(self) -> frozenset[str]:
        """Codes of all tellings' recipients."""
        return frozenset[str]().union(*(t.recipients for t in self.tellings))

    def parties(self, side: str) -> tuple[Party, ...]:
        """One side, those of the best telling first, every code once.

        A code that the best telling has on the other side stays there alone: a later "the two met" does not make the
        host a visitor.

        Args:
            side: "actors" or "recipients".

        """
        best = self.best
        opposite = best.recipients if side == "actors" else best.actors
        found = {p.actor.code: p for p in getattr(best.frame, side)}
        for telling in self.tellings:
            for party in getattr(telling.frame, side):
                if party.actor.code not in opposite:
                    found.setdefault(party.actor.code, party)
        return tuple(found.values())


def merge_tellings(tellings: Sequence[Telling]) -> tuple[Happening, ...]:
    """Group the tellings of a document into happenings.

    Each telling joins the latest happening that it may tell as well, or begins a new one.

    Args:
        tellings: one for each frame, in order of position.

    Returns:
        The happenings, by their first telling.

    """
    happenings: list[Happening] = []
    home: dict[int, Happening] = {}
    for index, telling in enumerate(tellings):
        joined, reason = _find_home(telling, happenings, home)
        if joined is None:
            joined = Happening()
            happenings.append(joined)
        else:
            joined.reasons.append(reason)
        joined.tellings.append(telling)
        joined.indices.append(index)
        home[index] = joined
    return tuple(happenings)


def _find_home(
    telling: Telling, happenings: Sequence[Happening], home: dict[int, Happening]
) -> tuple[Happening | None, str]:
    told = telling.frame.same_as
    if told is not None and told in home and _is_trusted(telling, home[told]):
        return home[told], "merge:same-as"
    fitting = [h for h in reversed(happenings) if _may_tell(telling, h)]
    if not fitting:
        return None, ""
    # "Two Iranians were held … The arrests": a telling with both sides prefers a happening with the same sides.
    best = max(fitting, key=lambda h: (h.actors == telling.actors) + (h.recipients == telling.recipients))
    return best, "merge:headline" if best.tellings[0].frame.trigger.field is Field.TITLE else "merge:same-sides"


def _is_trusted(telling: Telling, happening: Happening) -> bool:
    """Whether the events stage's word is taken: not where different actors are told to act, nor on others elsewhere."""
    mine, theirs = telling.actors, happening.actors
    return (
        _same_kind(telling, happening.tellings[0])
        and (not mine or not theirs or bool(mine & theirs))
        and _modes_agree(telling, happening)
        and all(_persons_agree(telling, t) and not _hit_elsewhere(telling, t) for t in happening.tellings)
    )


def _hit_elsewhere(one: Telling, other: Telling) -> bool:
    """Whether two acts have other recipients and other places: "Peru shelled Fiji. In Malta it bombed a port"."""
    apart = one.recipients and other.recipients and not one.recipients & other.recipients
    return bool(apart) and not _places_agree(one, other)


def _may_tell(telling: Telling, happening: Happening) -> bool:
    first = happening.tellings[0]
    return (
        _same_kind(telling, first)
        and _modes_agree(telling, happening)
        and _sides_agree(telling, happening)
        and all(
            _dates_agree(telling, t) and _places_agree(telling, t) and _persons_agree(telling, t)
            for t in happening.tellings
        )
        and _near(telling, happening)
    )


def _same_kind(one: Telling, other: Telling) -> bool:
    """Of one type and footing: a claimed attack is never the attack itself."""
    a, b = one.frame, other.frame
    if a.event_type is not b.event_type or a.status is not b.status:
        return False
    return (a.plan.event_type if a.plan else None) == (b.plan.event_type if b.plan else None)


def _modes_agree(telling: Telling, happening: Happening) -> bool:
    modes = {t.frame.mode for t in [*happening.tellings, telling]} - {None}
    # A visit has a direction and a meeting none: "received the minister … both chaired the talks" is one of each.
    # "The two agreed on trade. He invited his host": an agreement and an invitation.
    directed = "visit" in modes or telling.frame.event_type in REPEATED
    directions = {t.frame.reciprocal for t in [*happening.tellings, telling]} if directed else {False}
    return len(modes) <= 1 and len(directions) == 1


def _sides_agree(telling: Telling, happening: Happening) -> bool:
    if telling.frame.reciprocal or any(t.frame.reciprocal for t in happening.tellings):
        mine = telling.actors | telling.recipients
        theirs = happening.actors | happening.recipients
        return bool(mine & theirs) and _nested(mine, theirs)
    return _nested(telling.actors, happening.actors) and _nested(telling.recipients, happening.recipients)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one <= other or other <= one


def _dates_agree(one: Telling, other: Telling) -> bool:
    a, b = one.date, other.date
    if a is None or b is None:
        # "Since the invasion" (some day) and "attacked on Monday" are not the same attack.
        return a is b
    if one.frame.event_type in REPEATED and Field.TITLE not in {one.frame.trigger.field, other.frame.trigger.field}:
        # What was said in last month's call and what is said today are two statements.
        return a.first <= b.last and b.first <= a.last
    if a.is_stated and b.is_stated:
        return a.first <= b.last and b.first <= a.last
    # The day of publication stands in for one that the text leaves out, which is of these days: "the generals spoke by
    # phone" is not "the telephone conversation" of last month.
    return abs((_day_of(a) - _day_of(b)).days) <= NEWS_DAYS


def _day_of(when: EventDate) -> date:
    """The first of its days where they only bound it ("after the vote of 28 May"), else the last ("this month")."""
    return when.first if when.granularity is Granularity.DAY else when.last


def _persons_agree(one: Telling, other: Telling) -> bool:
    """Not where two people of one side are named: the generals' call is not the presidents' call."""
    if one.frame.event_type is EventType.ASSAULT:
        return True  # the dead of one attack are named one by one
    mine, theirs = _names(one), _names(other)
    return all(mine[code] & theirs[code] for code in mine.keys() & theirs.keys())


def _names(telling: Telling) -> dict[str, set[str]]:
    """Names of the persons on either side, by code."""
    found: dict[str, set[str]] = {}
    for party in (*telling.frame.actors, *telling.frame.recipients):
        if party.actor.name and party.actor.office:
            found.setdefault(party.actor.code, set()).add(party.actor.name)
    return found


def _places_agree(one: Telling, other: Telling) -> bool:
    if one.place is None or other.place is None:
        return True
    a, b = one.place.place, other.place.place
    if a.country and b.country and a.country != b.country:
        return False
    return not (a.kind == b.kind == "city" and a.name != b.name)


def _near(telling: Telling, happening: Happening) -> bool:
    if telling.frame.event_type not in REPEATED:
        return True
    last = happening.tellings[-1].frame
    return last.trigger.field is Field.TITLE or telling.frame.sentence - last.sentence <= NEAR


def _informativeness(telling: Telling) -> tuple[int, float]:
    frame = telling.frame
    filled = (
        bool(frame.actors)
        + bool(frame.recipients or frame.reciprocal)
        + (telling.date is not None and telling.date.is_stated)
        + (telling.place is not None)
        + (frame.mode is not None)
        + (frame.attribution is not None and frame.status is Status.CLAIMED)
        + (frame.trigger.field is Field.TEXT)
    )
    return filled, frame.score
