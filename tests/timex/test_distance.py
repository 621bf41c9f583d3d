"""Events dated by their distance from another, parsed by the default pipeline; published on 16 May 2024."""

from datetime import date

import pytest

from dragoman.model.codes import Granularity, Status
from dragoman.model.coding import Coding
from dragoman.model.timex import EventDate
from dragoman.timex import TimexStep
from tests.parsed import parse
from tests.timex.parsed import frame


def date_of(text: str, trigger: str, *, status: Status = Status.OCCURRED) -> EventDate | None:
    coding: Coding = parse(text).with_layers(frames=(frame(text, trigger, status=status),))
    (when,) = TimexStep()(coding).event_dates
    return when


@pytest.mark.parametrize(
    ("text", "trigger", "first", "granularity"),
    [
        ("Today marks one year since Peru attacked the port.", "attacked", date(2023, 5, 16), Granularity.DAY),
        ("Peru on Monday marked the second anniversary of the attack.", "attack", date(2022, 5, 13), Granularity.DAY),
        ("Kenya on Friday marked the 10th anniversary of the raid.", "raid", date(2014, 5, 10), Granularity.DAY),
        ("It has been one year since Peru shelled the port.", "shelled", date(2023, 5, 1), Granularity.MONTH),
        ("Two years since Peru invaded Chile, the war goes on.", "invaded", date(2022, 5, 1), Granularity.MONTH),
        ("They met on the one-year anniversary of the invasion.", "invasion", date(2023, 5, 1), Granularity.MONTH),
        ("Three months after Peru expelled the envoy, talks resumed.", "expelled", date(2024, 2, 1), Granularity.MONTH),
        ("Five years after Peru bombed Chile, the two made peace.", "bombed", date(2019, 1, 1), Granularity.YEAR),
        ("Ten days since Peru struck Chile, France called for calm.", "struck", date(2024, 5, 6), Granularity.DAY),
        ("He fled on Tuesday, two weeks after Peru charged him.", "charged", date(2024, 4, 30), Granularity.DAY),
        ("It is a year since Peru attacked the port and killed ten.", "killed", date(2023, 5, 1), Granularity.MONTH),
        ("It is ten years since the attack on the consulate.", "attack", date(2014, 5, 1), Granularity.MONTH),
    ],
)
def test_a_distance_dates_what_it_is_counted_to(text: str, trigger: str, first: date, granularity: Granularity) -> None:
    when = date_of(text, trigger)
    assert when is not None
    assert (when.evidence.rule, when.first, when.granularity) == ("timex:distance", first, granularity)
    assert when.approximate is (granularity is not Granularity.DAY)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two days after the vote, Peru attacked Chile.", "attacked"),
        ("France condemned Peru a week after the coup.", "condemned"),
        ("Less than a month before Peru attacked Chile, the two traded threats.", "attacked"),
        ("The two presidents met on the anniversary of the attack.", "met"),
        ("A day after he said that Peru had attacked Chile, he resigned.", "attacked"),
        ("Peru has attacked Chile five times in the two years since the vote.", "attacked"),
    ],
)
def test_a_distance_dates_nothing_beside_it_and_nothing_done_in_the_future(text: str, trigger: str) -> None:
    when = date_of(text, trigger)
    assert when is None or when.evidence.rule != "timex:distance"


def test_what_is_planned_may_lie_ahead() -> None:
    when = date_of("The vote comes two days before Peru hosts the summit.", "hosts", status=Status.PLANNED)
    assert when is not None
    assert (when.evidence.rule, when.first) == ("timex:distance", date(2024, 5, 18))
