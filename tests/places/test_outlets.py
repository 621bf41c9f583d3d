"""Names that a news outlet and a place share."""

from datetime import date

import pytest

from dragoman.coder import Coder
from dragoman.model.text import Document

TOLD = [
    ("The ministers met in Muscat, according to Fars.", "Fars"),
    ("The envoy left early, Fars reported on Monday.", "Fars"),
    ("The general told Fars that the drill had ended.", "Fars"),
    ("According to Mehr, the ministers met in Muscat.", "Mehr"),
    ("The visit was postponed, Mehr said.", "Mehr"),
    ("He spoke to Mehr about the border.", "Mehr"),
]
PLACES = [
    ("Twelve people died when a bus crashed in Fars on Monday.", "Fars"),
    ("Troops were sent to Fars after the flood.", "Fars"),
    ("Fars has asked for aid after the flood.", "Fars"),
]


def find_names(text: str) -> list[str]:
    coding = Coder().code(Document(id="d", title="", text=text, published=date(2023, 6, 9)))
    return [coding.document.quote(place.span) for place in coding.places]


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_an_outlet_that_tells_is_no_place(text: str, name: str) -> None:
    assert name not in find_names(text)


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_a_province_of_that_name_is_one(text: str, name: str) -> None:
    assert name in find_names(text)
