import pytest
from hypothesis import given

from dragoman.linking.numbers import find_counts, find_telling_numbers
from tests.strategies import TEXTS

COUNTS = [
    ("an attack that killed at least 12", {"dead": 12}),
    ("12 Peruvian soldiers were killed", {"dead": 12}),
    ("twelve dead and thirty wounded", {"dead": 12, "hurt": 30}),
    ("the death toll rose to 1,250", {"dead": 1250}),
    ("killing 4 people and wounding 17", {"dead": 4, "hurt": 17}),
    ("more than 700 people were detained", {"held": 700}),
    ("some 2 million people fled", {"displaced": 2_000_000}),
    ("of the 440 hostages 21 died", {"held": 440, "dead": 21}),
    ("killed in 2019", {}),
    ("a 26-year-old man was killed", {}),
    ("30 percent of the dead", {}),
    ("$100 was found on the dead man", {}),
    ("the attack of May 3. Nobody died", {}),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_what_a_quote_counts_is_read(text: str, counts: dict[str, int]) -> None:
    assert find_counts(text) == counts


@given(TEXTS)
def test_any_text_can_be_counted(text: str) -> None:
    assert all(number >= 0 for number in find_counts(text).values())
    assert all(number > 31 for number in find_telling_numbers(text))


def test_numbers_that_tell_an_event_apart_are_neither_days_nor_years() -> None:
    assert find_telling_numbers("143 votes on May 12, 2022, over 50 billion dollars") == {143, 50_000_000_000}
