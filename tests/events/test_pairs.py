"""A passage with two marked sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dragoman.config import TypeModel
from dragoman.events.classify import load_pair_model
from dragoman.events.pairs import LONGEST, Offsets, mark_pair


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_pair_model(TypeModel.DEFAULT).tokenizer


def shown(tokenizer: Tokenizer, text: str, actor: Offsets | None, recipient: Offsets | None) -> str:
    pair = mark_pair(tokenizer, text, actor, recipient, convention="paper")
    return " ".join(str(tokenizer.id_to_token(i)) for i in pair.ids)


CASES = [
    ("Kenya thanked Norway.", (0, 5), (14, 20), "[CLS] paper [SEP] @ kenya @ thanked # norway # . [SEP]"),
    ("Norway was thanked by Kenya.", (22, 27), (0, 6), "[CLS] paper [SEP] # norway # was thanked by @ kenya @ . [SEP]"),
    ("Two men were held in Peru.", None, (0, 7), "[CLS] paper [SEP] # two men # were held in peru . [SEP]"),
    ("Peru protested.", (0, 4), None, "[CLS] paper [SEP] @ peru @ protested . [SEP]"),
    ("Peru's army left.", (0, 11), (0, 4), "[CLS] paper [SEP] @ # peru # ' s army @ left . [SEP]"),
]


@pytest.mark.parametrize(("text", "actor", "recipient", "marked"), CASES)
def test_the_sides_are_marked(
    tokenizer: Tokenizer, text: str, actor: Offsets | None, recipient: Offsets | None, marked: str
) -> None:
    assert shown(tokenizer, text, actor, recipient) == marked


def test_of_a_long_passage_the_part_around_the_pair_is_read(tokenizer: Tokenizer) -> None:
    text = "It rained. " * 200 + "Kenya thanked Norway. " + "It rained. " * 200
    start = text.index("Kenya")
    pair = mark_pair(tokenizer, text, (start, start + 5), (start + 14, start + 20), convention="paper")
    assert "@ kenya @ thanked # norway #" in " ".join(str(tokenizer.id_to_token(i)) for i in pair.ids)
    assert len(pair.ids) == LONGEST + 8


@given(text=st.text(min_size=1, max_size=200), ends=st.tuples(*[st.integers(0, 200)] * 4))
def test_the_places_of_the_marks_are_those_of_the_marks(text: str, ends: tuple[int, int, int, int]) -> None:
    tokenizer = load_pair_model(TypeModel.DEFAULT).tokenizer
    text = text.encode("utf-8", "replace").decode()
    sides = [(min(a, len(text) - 1), min(a, len(text) - 1) + 1 + b) for a, b in (ends[:2], ends[2:])]
    pair = mark_pair(tokenizer, text, *sides, convention="paper")
    for at, mark in zip(pair.at, "@#", strict=True):
        assert at == 0 or tokenizer.id_to_token(pair.ids[at]) == mark
