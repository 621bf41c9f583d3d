import pytest

from dragoman.codebook import has_mode
from dragoman.linking.lists import load_lists, load_weights
from dragoman.linking.score import PARTS
from dragoman.linking.words import fold
from dragoman.model.codes import EventType


def test_every_kind_has_a_weight_for_every_part() -> None:
    weights = load_weights()
    assert weights.keys() == {"meeting", "statement", "deed"}
    for kind, table in weights.items():
        assert table.keys() == set(PARTS), kind
        assert table["basis"] < 0 and all(weight >= 0 for part, weight in table.items() if part != "basis")


def test_near_modes_are_modes_of_their_type_and_near_both_ways() -> None:
    near = load_lists().near_modes
    for (event_type, mode), others in near.items():
        assert has_mode(event_type, mode), (event_type, mode)
        assert all(mode in near[event_type, other] for other in others)


def test_every_type_has_stock_words() -> None:
    assert load_lists().stock_words.keys() == set(EventType)


@pytest.mark.parametrize("name", ["plain_words", "whole"])
def test_words_are_folded_and_single(name: str) -> None:
    for word in getattr(load_lists(), name):
        assert word == fold(word) and " " not in word
