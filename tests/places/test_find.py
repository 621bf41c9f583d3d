import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.places.find import Role, find_toponyms
from tests.parsed import parse


def _found(text: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    coding = parse(text)
    return {
        coding.document.quote(t.candidate.span): (
            (t.entry.name, t.entry.country, t.entry.admin1) if t.entry else (None, None, None)
        )
        for t in find_toponyms(coding.document, coding.sentences, dateline=coding.dateline)
    }


RESOLVED = [
    ("The ministers met in Reykjavik on Monday.", "Reykjavik", "Reykjavík", "ISL"),
    ("Shells fell on villages near Kherson overnight.", "Kherson", "Kherson", "UKR"),
    ("Two tankers were seized in the Strait of Hormuz.", "Strait of Hormuz", "Strait of Hormuz", None),
    ("Fighting spread across the Sahel last year.", "Sahel", "Sahel", None),
    ("The U.S. closed its consulate in Karachi.", "U.S.", "United States", "USA"),
    ("The Iraqi delegation left on Friday.", "Iraqi", "Iraq", "IRQ"),
    ("Officials in the UAE denied it.", "UAE", "United Arab Emirates", "ARE"),
    ("Clashes broke out in the Donbas.", "Donbas", "Donbas", "UKR"),
    ("Chechen fighters were seen in the city.", "Chechen", "Chechnya", "RUS"),
    ("A court in St. Louis heard the case of two men from Missouri.", "St. Louis", "St. Louis", "USA"),
]


@pytest.mark.parametrize(("text", "words", "name", "country"), RESOLVED)
def test_a_place_is_found_and_resolved(text: str, words: str, name: str, country: str | None) -> None:
    assert _found(text)[words][:2] == (name, country)


NESTED = [
    ("Police in Alexandria, Louisiana, arrested two men.", "Alexandria", ("USA", "Louisiana")),
    ("He was born in Paris, Texas, in 1950.", "Paris", ("USA", "Texas")),
    ("The firm has its seat in London, Ontario.", "London", ("CAN", "Ontario")),
    ("A fire broke out in Aurora, CO, on Sunday.", "Aurora", ("USA", "Colorado")),
    ("The mayor of Athens, Greece, spoke first.", "Athens", ("GRC", "Attica")),
    ("They met in Cordoba, Spain.", "Cordoba", ("ESP", "Andalusia")),
]


@pytest.mark.parametrize(("text", "words", "where"), NESTED)
def test_the_larger_place_named_with_it_decides(text: str, words: str, where: tuple[str, str]) -> None:
    assert _found(text)[words][1:] == where


def test_the_other_places_of_a_document_decide() -> None:
    near = "Firefighters from Toledo and Dayton were sent to Lima. Ohio's governor thanked the crews from Columbus."
    assert _found(near)["Lima"][1:] == ("USA", "Ohio")
    far = "Peru's president returned to Lima from Cusco, where he had met teachers from Arequipa."
    assert _found(far)["Lima"][1] == "PER"


NOT_PLACES = [
    ("The novelist Jack London was mentioned in the review.", "London"),
    ("Michael Jordan scored twice and was then replaced.", "Jordan"),
    ("Senator Sherwood Madison voted against it.", "Madison"),
    ("Reading the report took him all day.", "Reading"),
    ("She told them to go home, and nice it was.", "nice"),
    ("Mr. Lincoln signed it in May.", "Lincoln"),
    ("It gave us hope.", "us"),
    ("Western governments urged restraint.", "Western"),
    ("The Eastern bloc and Central banks differ.", "Central"),
]


@pytest.mark.parametrize(("text", "words"), NOT_PLACES)
def test_people_and_words_are_no_places(text: str, words: str) -> None:
    assert words not in _found(text)


def test_a_place_inside_the_name_of_a_body_is_marked_as_part_of_it() -> None:
    coding = parse("The Knoxville News reported it. The fire began in Knoxville.")
    toponyms = find_toponyms(coding.document, coding.sentences)
    roles = [t.role for t in toponyms if t.candidate.name == "Knoxville"]
    assert roles == [Role.PART, Role.PLACE]


def test_an_unknown_street_lies_in_the_city_named_before_it() -> None:
    coding = parse("Police in Wichita were called on Monday. A car had burned on Larkspur Street.")
    street = next(t for t in find_toponyms(coding.document, coding.sentences) if "Larkspur" in t.candidate.name)
    assert street.rule == "within"
    assert street.entry is not None
    assert street.entry.name == "Wichita"


def test_the_dateline_is_a_toponym() -> None:
    found = _found("NAIROBI (Reuters) - Kenya's parliament passed the budget on Tuesday.")
    assert found["NAIROBI"][1] == "KEN"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    coding = parse(text)
    for toponym in find_toponyms(coding.document, coding.sentences, dateline=coding.dateline):
        assert coding.document.quote(toponym.candidate.span).strip()
        assert 0 < toponym.score <= 1
