from typing import Any

import pytest

from dragoman.evaluate.figures import FIELDS, Counts, Share, find_wrong_fields
from tests.evaluate.factories import compare, make_event


def test_shares_of_nothing_are_none_and_not_zero() -> None:
    assert Share(0, 0).value is None
    assert Counts().f1 == 0


def test_an_unsure_event_that_was_found_counts_for_precision_alone() -> None:
    total = compare([make_event("AID", optional=True)], [make_event("AID")]).by_sides.total
    assert (total.precision, total.recall) == (Share(1, 1), Share(0, 0))


def test_what_was_found_missed_and_made_up_stands_with_its_type() -> None:
    gold = [make_event("AID"), make_event("ACCUSE"), make_event("RETREAT")]
    predicted = [make_event("AID"), make_event("CONCEDE"), make_event("REQUEST")]
    types = compare(gold, predicted).by_sides.types
    assert list(types) == ["CONCEDE", "AID", "REQUEST", "ACCUSE"]
    assert types == {
        "CONCEDE": Counts(right=1, firm=1),
        "AID": Counts(right=1, firm=1),
        "REQUEST": Counts(extra=1),
        "ACCUSE": Counts(missed=1),
    }


def test_by_type_alone_the_sides_do_not_matter() -> None:
    evaluation = compare([make_event("AID", "KEN", "GHA")], [make_event("AID", "TGO", "BEN")])
    assert evaluation.by_type.total.f1 == 1
    assert evaluation.by_sides.total.f1 == 0


@pytest.mark.parametrize(
    ("gold", "predicted", "wrong"),
    [
        ({}, {}, ()),
        ({"date": "2024-05-01"}, {}, ("date",)),
        ({"dates": frozenset({"2024-05-01", "2024-05-16"})}, {}, ()),
        ({"dates": frozenset({""})}, {}, ("date",)),
        ({"dates": None}, {}, ()),
        ({"status": "claimed"}, {}, ("status",)),
        ({"status": ""}, {"status": "claimed"}, ()),
        ({"place": "KEN"}, {"place": "KEN"}, ()),
        ({"place": "KEN"}, {}, ("place",)),
        ({}, {"place": "KEN"}, ()),
        ({"speaker": "NSA:HAMAS"}, {"speaker": "NSA:HAMAS/PSE"}, ()),
        ({"speaker": "GHA"}, {"speaker": "KEN"}, ("speaker",)),
        ({}, {"speaker": "KEN"}, ()),
        ({"mode": "visit"}, {"mode": "phone"}, ("mode",)),
        ({}, {"mode": "phone"}, ()),
        ({}, {"reciprocal": True}, ("reciprocal",)),
    ],
)
def test_a_field_is_compared_where_the_gold_has_one(
    gold: dict[str, Any], predicted: dict[str, Any], wrong: tuple[str, ...]
) -> None:
    one, other = make_event("CONSULT", **gold), make_event("CONSULT", **predicted)
    assert find_wrong_fields(one, other) == wrong
    shares = compare([one], [other]).fields
    assert set(shares) == set(FIELDS)
    assert tuple(name for name, share in shares.items() if share.value == 0) == wrong
