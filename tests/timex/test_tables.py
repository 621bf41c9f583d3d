"""The tables of words and rules hang together."""

import re
import tomllib
from importlib.resources import files

import pytest

from dragoman.timex.feasts import feast_in
from dragoman.timex.lexicon import feasts, named_days, number_of, words
from dragoman.timex.patterns import rules
from dragoman.timex.tag import READERS


def test_every_rule_has_a_reader_and_a_name_of_its_own() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
    assert {rule.reader for rule in rules()} == set(READERS)


def test_every_trigger_is_a_kind_some_word_has() -> None:
    source = (files("dragoman.timex") / "data" / "lexicon.toml").read_text(encoding="utf-8")
    tables = {name.removesuffix("s") for name in tomllib.loads(source)}
    known = tables | {"deictic", "frequency", "digits", "clock", "feast", *words("trigger_words").values()}
    assert {kind for rule in rules() for kind in rule.triggers} <= known


@pytest.mark.parametrize("name", sorted(feasts()))
def test_every_feast_falls_on_a_day_each_year(name: str) -> None:
    kind, figures = feasts()[name]
    assert all(feast_in(year, kind, figures) for year in (1998, 2016, 2023, 2024))


def test_named_days_compile() -> None:
    assert all(re.compile(pattern) and day.year > 1900 for day, pattern in named_days())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,500", 1500),
        ("1.5", 1.5),
        ("a", 1),
        ("twenty-four", 24),
        ("a hundred and twenty", 120),
        ("two thousand", 2000),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("two and a half", 2.5),
        ("half a", 0.5),
        ("a three", 3),
        ("often", None),
    ],
)
def test_numbers_in_figures_and_words(text: str, value: float | None) -> None:
    assert number_of(text) == value
