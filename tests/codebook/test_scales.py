"""Goldstein values and quad classes in the variants of other data sets."""

import pytest

from dragoman.codebook import GoldsteinVariant, QuadVariant, goldstein_for, label_for, load_crosswalk, quad_number
from dragoman.errors import CodebookError

PARUS, GDELT, ICEWS = GoldsteinVariant


@pytest.mark.parametrize(
    ("cameo", "parus", "gdelt", "icews"),
    [
        ("042", 1.9, 1.9, 1.9),
        ("190", -10.0, -10.0, -10.0),
        ("129", -4.0, -5.0, -5.0),
        ("163", -6.5, -6.5, -8.0),
        ("164", -7.0, -7.0, -6.5),
        ("1243", -5.0, -5.0, -4.0),
    ],
)
def test_values_differ_where_the_data_sets_do(cameo: str, parus: float, gdelt: float, icews: float) -> None:
    assert [goldstein_for(cameo, variant) for variant in (PARUS, GDELT, ICEWS)] == [parus, gdelt, icews]


@pytest.mark.parametrize(
    ("cameo", "gdelt", "phoenix"),
    [
        ("010", 1, 0),
        ("036", 1, 1),
        ("057", 1, 1),
        ("072", 2, 2),
        ("090", 2, 3),
        ("138", 3, 3),
        ("141", 3, 4),
        ("195", 4, 4),
    ],
)
def test_quad_classes_differ_for_inquiries_and_protests(cameo: str, gdelt: int, phoenix: int) -> None:
    assert [quad_number(cameo, variant) for variant in (QuadVariant.GDELT, QuadVariant.PHOENIX)] == [gdelt, phoenix]


@pytest.mark.parametrize("variant", QuadVariant)
def test_every_code_has_a_class_and_a_label(variant: QuadVariant) -> None:
    for row in load_crosswalk():
        assert quad_number(row["cameo"], variant) in range(5)
        assert label_for(row["cameo"])


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(CodebookError, match="99"):
        goldstein_for("99", ICEWS)
    with pytest.raises(CodebookError, match="99"):
        quad_number("990", QuadVariant.GDELT)
    with pytest.raises(CodebookError, match="99"):
        label_for("99")
