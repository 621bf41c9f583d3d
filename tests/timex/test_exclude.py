"""What looks like a time and is none, beside its like that is one; published on Friday 9 June 2023."""

import pytest

from tests.timex.tagging import values


@pytest.mark.parametrize(
    "text",
    [
        "after the fall of the government",
        "The fall of Kabul was swift.",
        "the Winter Olympics and the Summer Palace",
        "A nor'easter hit a service of thanksgiving.",
        "It lost in the quarter-finals.",
        "They swam in a raging current.",
        "He opened the Museum of the Future.",
        "He wrote for The Cambodia Daily.",
        "It rose in after-hours trading.",
        "It was a last-minute deal.",
        "Article 1999 and Highway 2020",
        "A decades-old feud and a two-day-old baby",
        "highs in the low 60s and a woman in her late 60s",
        "The March on Rome",
        "despite the fall in rice prices",
        "It was a devastating day under the night sky.",
        "The overnight leader lost.",
        "The BA.2.1.21 strain spread.",
        "a Brexit-era rule for winter sports",
    ],
)
def test_no_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the fall of 2021", "2021-FA"),
        ("It shut last fall in Ohio.", "2022-FA"),
        ("It lost in the quarter.", "P1Q"),
        ("the current crisis", "PRESENT_REF"),
        ("in the future", "FUTURE_REF"),
        ("a daily paper", "P1D"),
        ("Daily flights began.", "P1D"),
        ("24 hours", "PT24H"),
        ("He probed the October slaying of a doctor.", "2022-10"),
        ("the March accession of three states", "2023-03"),
        ("It began on an August afternoon.", "2022-08"),
        ("In the summer", "2023-SU"),
    ],
)
def test_its_like_that_is_one(text: str, value: str) -> None:
    assert values(text) == [value]
