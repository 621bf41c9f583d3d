"""The tense of the words around an expression, without a parse."""

import pytest

from dragoman.timex.tense import Tense, tense_around


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The king will leave on Monday.", Tense.FUTURE),
        ("A ceremony would still be held on Monday.", Tense.PLANNED),
        ("They agreed to meet on Monday.", Tense.PLANNED),
        ("The vote is due on Monday.", Tense.PLANNED),
        ("The council meets on Monday.", Tense.PLANNED),
        ("Voters go to the polls on Monday.", Tense.PLANNED),
        ("The hearing is held on Monday.", Tense.PLANNED),
        ("She underwent surgery on Monday.", Tense.PAST),
        ("The rebels overthrew him on Monday.", Tense.PAST),
        ("Banks closed ahead of Monday's vote.", Tense.FUTURE),
        ("It gave them until Monday to sign.", Tense.FUTURE),
        ("On Monday the court will rule.", Tense.FUTURE),
        ("It was not until Monday that he spoke.", Tense.PAST),
        ("The king invited his cousin to the palace for Monday.", Tense.FUTURE),
        ("The hearing was postponed until Monday.", Tense.FUTURE),
        ("The vote was pushed to Monday.", Tense.FUTURE),
        ("The trial is set for Monday.", Tense.PLANNED),
        ("The film, to be shown on Monday, was banned.", Tense.PLANNED),
        ("It would have opened on Monday.", Tense.PAST),
        ("It could open on Monday.", Tense.PLANNED),
        ("It should be ready by Monday.", Tense.PLANNED),
        ("It may have opened on Monday.", Tense.PAST),
        ("They will strike, as they have since Monday.", Tense.PAST),
        ("Talks will resume in the wake of Monday's vote.", Tense.PAST),
        ("The king invited his cousin on Monday.", Tense.PAST),
        ("The king left on Monday.", Tense.PAST),
        ("On Monday the court ruled.", Tense.PAST),
        ("He will go. She came on Monday.", Tense.PAST),
        ("Monday", Tense.UNKNOWN),
    ],
)
def test_tense_of_the_nearest_verb(text: str, tense: Tense) -> None:
    start = text.index("Monday")
    assert tense_around(text, start, start + len("Monday")) is tense
