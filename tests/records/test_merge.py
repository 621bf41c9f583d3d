from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Granularity, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.text import Field, Span
from dragoman.records.merge import Telling, merge_tellings
from tests.factories import make_actor, make_date, make_frame, make_place, make_plan

MAY_14, MAY_15 = date(2024, 5, 14), date(2024, 5, 15)


def side(*codes: str) -> tuple[Party, ...]:
    return tuple(Party(actor=make_actor(code), mention=Span(0, 1)) for code in codes)


def told(
    event_type: EventType,
    actors: str = "",
    recipients: str = "",
    *,
    day: date | None = MAY_15,
    at: int = 0,
    **fields: Any,
) -> Telling:
    trigger = Span(at, at + 5, fields.pop("field", Field.TEXT))
    place = fields.pop("place", None)
    frame: EventFrame = make_frame(
        trigger, event_type, actors=side(*actors.split()), recipients=side(*recipients.split()), **fields
    )
    return Telling(frame=frame, date=make_date(day, timex=trigger) if day else None, place=place)


def groups(*tellings: Telling) -> list[list[int]]:
    return [happening.indices for happening in merge_tellings(tellings)]


ONE = [
    (told(EventType.CONSULT, "PER", "CHL"), told(EventType.CONSULT, "PER", "CHL")),
    (told(EventType.CONSULT, "PER", "CHL"), told(EventType.CONSULT, "PER")),
    (told(EventType.CONSULT, "PER"), told(EventType.CONSULT, "PER", "CHL")),
    (told(EventType.ASSAULT, "PER", "CHL"), told(EventType.ASSAULT, "PER", "CHL ECU")),
    (told(EventType.CONSULT, "PER", "CHL"), told(EventType.CONSULT, "CHL PER", reciprocal=True)),
    (told(EventType.CONSULT, "PER", "CHL", mode="visit"), told(EventType.CONSULT, "PER", "CHL")),
    (told(EventType.ACCUSE, "PER", "CHL", sentence=1), told(EventType.ACCUSE, "PER", "CHL", sentence=3)),
    (told(EventType.ASSAULT, "PER", "CHL", sentence=1), told(EventType.ASSAULT, "PER", "CHL", sentence=30)),
    (told(EventType.ACCUSE, "PER", "CHL", field=Field.TITLE), told(EventType.ACCUSE, "PER", "CHL", sentence=30)),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_tellings_that_agree_are_one_happening(first: Telling, second: Telling) -> None:
    assert groups(first, second) == [[0, 1]]


TWO = [
    (told(EventType.AGREE, "PER CHL", reciprocal=True), told(EventType.AGREE, "PER", "CHL")),
    (told(EventType.CONSULT, "PER", "CHL", mode="visit"), told(EventType.CONSULT, "PER CHL", reciprocal=True)),
    (
        told(EventType.ACCUSE, "PER", "CHL", day=MAY_14, sentence=1),
        told(EventType.ACCUSE, "PER", "CHL", day=MAY_15, sentence=2),
    ),
    (told(EventType.CONSULT, "PER", "CHL"), told(EventType.ACCUSE, "PER", "CHL")),
    (told(EventType.CONSULT, "PER", "CHL"), told(EventType.CONSULT, "CHL", "PER")),
    (told(EventType.CONSULT, "PER", "CHL"), told(EventType.CONSULT, "PER", "ECU")),
    (told(EventType.CONSULT, "PER", "CHL"), told(EventType.CONSULT, "PER", "CHL", day=MAY_14)),
    (told(EventType.ASSAULT, "PER", "CHL", day=None), told(EventType.ASSAULT, "PER", "CHL")),
    (told(EventType.ASSAULT, "PER", "CHL"), told(EventType.ASSAULT, "PER", "CHL", status=Status.CLAIMED)),
    (told(EventType.CONSULT, "PER", "CHL", mode="visit"), told(EventType.CONSULT, "PER", "CHL", mode="phone")),
    (told(EventType.ACCUSE, "PER", "CHL", sentence=1), told(EventType.ACCUSE, "PER", "CHL", sentence=9)),
    (
        told(EventType.AGREE, "PER", "CHL", plan=make_plan(EventType.AID)),
        told(EventType.AGREE, "PER", "CHL", plan=make_plan(EventType.CONSULT)),
    ),
    (
        told(EventType.CONSULT, "PER", "CHL", place=make_place(Span(0, 1))),
        told(EventType.CONSULT, "PER", "CHL", place=make_place(Span(0, 1), name="Lima", country="PER")),
    ),
]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_tellings_that_conflict_are_two_happenings(first: Telling, second: Telling) -> None:
    assert groups(first, second) == [[0], [1]]


def test_news_is_not_what_happened_weeks_ago() -> None:
    call = told(EventType.CONSULT, "PER", "CHL", day=MAY_15)
    unstated = replace(call, date=make_date(MAY_15))
    for days, joined in ((0, True), (1, True), (7, True), (8, False), (40, False), (400, False)):
        earlier = told(EventType.CONSULT, "PER", "CHL", day=MAY_15 - timedelta(days=days))
        assert (len(groups(unstated, earlier)) == 1) is joined
    # "after the vote of 29 April" may be of any day since, but hardly today's; "this month" may be today
    since = make_date(date(2024, 4, 29), timex=Span(0, 5), last=MAY_15)
    assert len(groups(unstated, replace(call, date=since))) == 2
    month = replace(make_date(date(2024, 5, 1), timex=Span(0, 5), last=MAY_15), granularity=Granularity.MONTH)
    assert len(groups(unstated, replace(call, date=month))) == 1


def test_the_events_stage_may_join_what_the_sides_do_not() -> None:
    tellings = told(EventType.ASSAULT, "PER", "CHL"), told(EventType.ASSAULT, "PER", "ECU", same_as=0)
    (happening,) = merge_tellings(tellings)
    assert [p.actor.code for p in happening.parties("recipients")] == ["CHL", "ECU"]


def test_acts_on_others_elsewhere_are_not_joined_though_the_events_stage_does() -> None:
    in_accra, in_quito = make_place(Span(0, 1)), make_place(Span(0, 1), name="Quito", country="ECU")
    first = told(EventType.ASSAULT, "PER", "GHA", place=in_accra)
    assert groups(first, told(EventType.ASSAULT, "PER", "ECU", place=in_quito, same_as=0)) == [[0], [1]]
    assert groups(first, told(EventType.ASSAULT, "PER", "GHA ECU", place=in_quito, same_as=0)) == [[0, 1]]
    assert groups(first, told(EventType.ASSAULT, "PER", "ECU", place=in_accra, same_as=0)) == [[0, 1]]


def test_same_footing_is_needed_even_where_the_events_stage_joins() -> None:
    claimed = told(EventType.ASSAULT, "PER", "CHL", status=Status.CLAIMED, same_as=0)
    assert groups(told(EventType.ASSAULT, "PER", "CHL"), claimed) == [[0], [1]]


def test_the_date_of_publication_conflicts_with_no_day() -> None:
    assumed = Telling(frame=make_frame(Span(0, 1), actors=side("PER")), date=make_date(MAY_15))
    assert groups(assumed, told(EventType.CONSULT, "PER", "CHL", day=MAY_14)) == [[0, 1]]


def test_the_telling_that_says_most_is_the_best() -> None:
    poor = told(EventType.CONSULT, "PER", day=None, score=0.99)
    rich = told(EventType.CONSULT, "PER", "CHL", day=None, score=0.5, mode="visit")
    (happening,) = merge_tellings([poor, rich])
    assert happening.best is rich


def test_every_telling_has_one_home() -> None:
    tellings = [
        told(EventType.CONSULT, a, b, at=i) for i, (a, b) in enumerate([("PER", ""), ("", "CHL"), ("ECU", "CHL")])
    ]
    assert sorted(i for group in groups(*tellings) for i in group) == [0, 1, 2]


def by(name: str, event_type: EventType) -> Telling:
    """What a named minister of Peru does to Chile."""
    frame = make_frame(
        Span(0, 5), event_type, actors=(Party(actor=minister(name), mention=Span(0, 1)),), recipients=side("CHL")
    )
    return Telling(frame=frame, date=make_date(MAY_15))


def minister(name: str) -> Actor:
    return Actor(code="PER", country="PER", name=name, office="minister")


def test_what_two_ministers_do_is_two_happenings() -> None:
    assert groups(by("Ana Ruiz", EventType.AGREE), by("Luis Vega", EventType.AGREE)) == [[0], [1]]
    assert groups(by("Ana Ruiz", EventType.AGREE), by("Ana Ruiz", EventType.AGREE)) == [[0, 1]]


def test_an_attack_on_two_named_people_is_one_attack() -> None:
    assert groups(by("Ana Ruiz", EventType.ASSAULT), by("Luis Vega", EventType.ASSAULT)) == [[0, 1]]
