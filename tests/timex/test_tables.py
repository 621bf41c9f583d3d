"""The tables of words and rules hang together."""

import re
import tomllib
from importlib.resources import files

import pytest

from dragoman.timex.feasts import feasts_in
from dragoman.timex.lexicon import feasts, named_days, number_of, words
from dragoman.timex.patterns import rules
from dragoman.timex.tag import READERS
from dragoman.timex.weights import load_reasons, load_weights


def test_every_rule_has_a_reader_and_a_name_of_its_own() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
    assert {rule.reader for rule in rules()} == set(READERS)


def test_only_signs_with_a_weight_are_told() -> None:
    assert load_reasons().keys() <= load_weights().keys()


def test_every_trigger_is_a_kind_some_word_has() -> None:
    source = (files("dragoman.timex") / "data" / "lexicon.toml").read_text(encoding="utf-8")
    tables = {name.removesuffix("s") for name in tomllib.loads(source)}
    known = tables | {"deictic", "frequency", "digits", "clock", "feast", *words("trigger_words").values()}
    assert {kind for rule in rules() for kind in rule.triggers} <= known


@pytest.mark.parametrize("name", sorted(feasts()))
def test_every_feast_falls_on_a_day_each_year(name: str) -> None:
    kind, figures = feasts()[name]
    assert all(list(feasts_in([year], kind, figures)) for year in (2003, 2016, 2023, 2024))


def test_moving_feasts_fall_once_in_each_year() -> None:
    source = (files("dragoman.timex") / "data" / "moving_feasts.toml").read_text(encoding="utf-8")
    for feast in tomllib.loads(source)["feast"]:
        years = [day.year for day in feast["dates"]]
        assert feast["names"]
        assert years == list(range(years[0], years[-1] + 1))


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
        ("quarter of a", 0.25),
        ("three quarters of an", 0.75),
        ("113 million", 113_000_000),
        ("1.5 million", 1_500_000),
        ("two million", 2_000_000),
        ("often", None),
    ],
)
def test_numbers_in_figures_and_words(text: str, value: float | None) -> None:
    assert number_of(text) == value


def test_no_sign_of_dating_outweighs_all_others() -> None:
    weights = load_weights()
    assert {"clause", "published", "none"} <= set(weights)
    assert all(abs(weight) < 8 for weight in weights.values())
