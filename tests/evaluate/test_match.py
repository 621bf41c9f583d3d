import pytest

from dragoman.evaluate.match import Judgement, judge, same_sides, same_type_and_sides
from dragoman.evaluate.scored import ScoredEvent
from tests.evaluate.factories import make_event


def make_sides(sides: str) -> ScoredEvent:
    """ "KEN>GHA", "KEN>" or "KEN=GHA", the last for sides that act on each other."""
    if "=" in sides:
        return make_event("CONSULT", sides.replace("=", " "), "", reciprocal=True)
    who, _, whom = sides.partition(">")
    return make_event("CONSULT", who, whom)


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("KEN>GHA", "KEN>GHA", True),
        ("KEN>GHA", "GHA>KEN", False),
        ("KEN>GHA", "KEN>TGO", False),
        ("KEN>GHA", "KEN>", False),
        ("KEN>GHA TGO", "KEN>TGO", True),
        ("KEN>", "KEN>", True),
        ("KEN>", "KEN>KEN", True),
        ("KEN>", "KEN>GHA", False),
        (">GHA", ">GHA", True),
        (">GHA", "KEN>GHA", False),
        ("NSA:HOUTHI/YEM>SAU", "YEM>SAU", True),
        ("NSA:OTHER/SYR>TUR", "NSA:PKK/TUR>TUR", False),
        ("KEN=GHA", "GHA=KEN", True),
        ("KEN=GHA", "GHA>KEN", True),
        ("KEN>GHA", "GHA=KEN", True),
        ("KEN=GHA", "KEN=TGO", False),
        ("KEN=GHA=TGO", "KEN=TGO", True),
        ("KEN=KEN", "KEN>TGO", True),
    ],
)
def test_sides_are_the_same_where_each_shares_a_code(gold: str, predicted: str, same: bool) -> None:
    assert same_sides(make_sides(gold), make_sides(predicted)) is same


def match(gold: list[ScoredEvent], predicted: list[ScoredEvent]) -> Judgement:
    return judge(gold, predicted, same_type_and_sides)


def test_each_event_is_matched_once() -> None:
    told = make_event("ACCUSE")
    found = match([told], [make_event("ACCUSE"), make_event("ACCUSE", date="2024-05-15")])
    assert (len(found.pairs), len(found.missed), len(found.extra)) == (1, 0, 1)


def test_of_those_that_fit_the_one_of_the_same_day_is_taken() -> None:
    other, same = make_event("ACCUSE", date="2024-05-15"), make_event("ACCUSE")
    assert match([make_event("ACCUSE")], [other, same]).pairs[0][1] is same


def test_of_the_same_day_the_one_that_shares_more_sides_is_taken() -> None:
    fewer, more = make_event("ACCUSE", "KEN", "GHA"), make_event("ACCUSE", "KEN", "GHA TGO")
    assert match([make_event("ACCUSE", "KEN", "GHA TGO")], [fewer, more]).pairs[0][1] is more


def test_events_of_one_type_sides_and_day_are_one() -> None:
    twice = [make_event("ACCUSE"), make_event("ACCUSE")]
    found = match(twice, twice)
    assert (len(found.pairs), len(found.missed), len(found.extra)) == (1, 0, 0)


def test_one_sure_telling_makes_an_event_sure() -> None:
    found = match([make_event("ACCUSE", optional=True), make_event("ACCUSE")], [])
    assert (len(found.missed), len(found.optional)) == (1, 0)


def test_an_unsure_event_may_be_missed_and_found() -> None:
    unsure = [make_event("ACCUSE", optional=True)]
    assert match(unsure, []).missed == ()
    assert len(match(unsure, []).optional) == 1
    assert len(match(unsure, [make_event("ACCUSE")]).pairs) == 1


def test_a_sure_event_is_matched_before_an_unsure_one() -> None:
    unsure, sure = make_event("ACCUSE", optional=True), make_event("ACCUSE", date="2024-05-15")
    found = match([unsure, sure], [make_event("ACCUSE")])
    assert [gold.date for gold, _ in found.pairs] == ["2024-05-15"]


def test_a_piece_of_an_event_that_was_found_is_neither_right_nor_wrong() -> None:
    whole = make_event("ASSAULT", "ISR", "SYR LBN")
    found = match([whole], [make_event("ASSAULT", "ISR", "SYR"), make_event("ASSAULT", "ISR", "LBN")])
    assert (len(found.pairs), len(found.pieces), len(found.extra)) == (1, 1, 0)


def test_a_second_whole_telling_is_one_too_many() -> None:
    whole = make_event("ASSAULT", "ISR", "SYR LBN")
    found = match([whole], [whole, make_event("ASSAULT", "ISR", "SYR LBN", date="2024-05-01")])
    assert (len(found.pieces), len(found.extra)) == (0, 1)
