"""The ids given in a run."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.ids import Ids


@given(st.lists(st.text(max_size=2), max_size=60))
def test_an_id_can_be_taken_once(wanted: list[str]) -> None:
    ids, taken = Ids(), set[str]()
    for document_id in wanted:
        assert ids.take(document_id) == (document_id not in taken)
        taken.add(document_id)
        assert document_id in ids


def test_no_id_is_lost_when_the_table_grows() -> None:
    ids = Ids()
    assert all(ids.take(str(number)) for number in range(10_000))
    assert all(str(number) in ids for number in range(10_000))
    assert not any(str(number) in ids for number in range(10_000, 20_000))


def test_one_that_is_taken_becomes_another() -> None:
    ids = Ids()
    for free in ("talks", "talks~2", "talks~3"):
        assert ids.free("talks") == free
        ids.take(free)
