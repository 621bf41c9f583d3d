import pytest

from dragoman.evaluate.scored import EARLIER_NAMES, ROOTS, split_codes
from dragoman.model.codes import EventType
from tests.evaluate.factories import make_event


@pytest.mark.parametrize(
    ("written", "status", "root"),
    [
        ("CONSULT", "occurred", "CONSULT"),
        ("CONSULT", "planned", "AGREE"),
        ("RETREAT", "planned", "AGREE"),
        ("RETREAT", "occurred", "CONCEDE"),
        ("ASSAULT", "planned", "THREATEN"),
        ("PROTEST", "planned", "THREATEN"),
        ("REQUEST", "planned", "REQUEST"),
        ("ASSAULT", "claimed", "ASSAULT"),
    ],
)
def test_an_act_counts_as_its_announcement_while_it_is_planned(written: str, status: str, root: str) -> None:
    assert make_event(written, status=status).root == root


def test_retreat_is_the_one_type_that_counts_as_another() -> None:
    assert set(EventType) - set(ROOTS) == {EventType.RETREAT}
    assert not set(EARLIER_NAMES) & set(EventType)


@pytest.mark.parametrize(
    ("codes", "compared"),
    [
        (["KEN"], {"KEN"}),
        (["NSA:HEZBOLLAH/LBN"], {"NSA:HEZBOLLAH", "LBN"}),
        (["NSA:OTHER/SYR"], {"NSA", "SYR"}),
        (["IGO:OTHER"], {"IGO"}),
        (["", "None", "null"], set()),
        (["KEN", "GHA"], {"KEN", "GHA"}),
    ],
)
def test_a_group_is_compared_by_itself_and_by_its_country(codes: list[str], compared: set[str]) -> None:
    assert split_codes(codes) == compared
