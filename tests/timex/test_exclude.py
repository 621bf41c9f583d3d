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
        "A two-day-old baby and a 12-year-old",
        "highs in the low 60s and a woman in her late 60s",
        "The March on Rome",
        "despite the fall in rice prices",
        "It was a devastating day under the night sky.",
        "The overnight leader lost.",
        "The BA.2.1.21 strain spread.",
        "a Brexit-era rule for winter sports",
        "a man in his fifties",
        "women between the ages of 30 and 50 years",
        "papyrus up to 1,000 years old was found",
        "the death of a 19-year-old at a party in town",
        "a 34-year-old company man and an 18-year-old university student",
        "The local daily reported it, and the weekly said no.",
        "He scored a century, her second century of the series.",
        "20th Century Studios filmed on Christmas Island.",
        "She wrote for the Mail on Sunday and sang at the Monday Night Club.",
        "She won Album of the Year and is player of the month.",
        "He starred in Open All Hours and got 914 Second Class degrees.",
        "the minutes of the meeting",
        "As recently as that, they drove through 2000 people.",
        "The March against hunger",
        "Many people are tired in the early morning.",
        "It was a thrilling final day in a film set in the year 3020.",
        "Quiz of the week",
        'He told "60 Minutes" and "CBS This Morning" so.',
        "Cyber Monday sales rose in office hours, to this day.",
        "a once-in-a-decade flood of 50 kilowatt-hours",
        "The army, a long-time ally of current-day Ruritania, left soon after the vote.",
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
        ("A May report said so.", "2023-05"),
        ("They hailed the general's April win.", "2023-04"),
        ("The claims date to June.", "2023-06"),
        ("The use of daily papers fell.", "P1D"),
        ("the songs of the sixties", "196"),
        ("He met them over the weekend after his win.", "2023-W22-WE"),
        ("In the summer", "2023-SU"),
    ],
)
def test_its_like_that_is_one(text: str, value: str) -> None:
    assert values(text) == [value]
