"""Documents that hold no political interaction are set aside, all others coded."""

import pytest

from dragoman.relevance import find_irrelevance
from dragoman.relevance.judge import NO_TRIGGER, NO_WORDS
from tests.factories import make_document

SPORT = (
    "The striker scored twice in the second half as the visitors climbed to third in the table. The coach said the "
    "squad would rest before the cup tie on Saturday. Fans sang through the rain."
)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", "Peru's foreign minister met his Chilean counterpart in Lima on Monday."),
        ("Norway expels two envoys", ""),
        ("", "Rebels shelled the town of Goma overnight, killing nine."),
        ("", "The union of nurses went on strike for higher wages."),
        ("", "Brazil will send food and tents to the flooded provinces of Bolivia."),
        ("", "The court sentenced the leader of the opposition to nine years in prison."),
        ("", "Ankara accused Athens of arming islands in the east of the Aegean."),
        ("", "The president praised the envoy for his patience."),
        ("", "KENYA URGED UGANDA TO REOPEN THE BORDER."),
        ("A long night", f"{SPORT}\n\n" * 12 + "Meanwhile Fiji and Tonga signed an accord on fishing."),
    ],
)
def test_what_tells_of_an_interaction_is_coded(title: str, text: str) -> None:
    assert find_irrelevance(make_document(text, title=title)) is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Three soups for a cold week", "Chop the leeks, warm the butter and let the pot simmer for half an hour."),
        ("", SPORT),
        ("Singer's new album tops the charts", "The band's second record has sold more copies than her first."),
        ("", "Astronomers found water vapour in the air of a planet that circles a dim star."),
        ("How to choose a mattress", "Springs or foam? We slept on nine of them so that you need not."),
    ],
)
def test_what_does_not_is_set_aside(title: str, text: str) -> None:
    assert find_irrelevance(make_document(text, title=title)) in {NO_WORDS, NO_TRIGGER}


def test_a_document_without_a_word_is_set_aside() -> None:
    assert find_irrelevance(make_document("– – –")) == NO_TRIGGER
