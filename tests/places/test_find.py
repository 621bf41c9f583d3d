from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.places import PlacesStep
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
    ("Fishermen met in St. John's, Newfoundland.", "St. John's", "St. John's", "CAN"),
    ("Two ships were stopped in the Singapore Strait.", "Singapore Strait", "Singapore Strait", None),
    ("A gallery in LA lent it two pictures.", "LA", "Los Angeles", "USA"),
    ("Trees fell in Prince George, British Columbia.", "Prince George", "Prince George", "CAN"),
    ("A bus stopped in Kansas City on its way to Dallas.", "Kansas City", "Kansas City", "USA"),
    ("The fire spread from Mobile, Alabama, to Pensacola.", "Mobile", "Mobile", "USA"),
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
    ("He drove from Lafayette, LA, to Houston.", "Lafayette", ("USA", "Louisiana")),
    ("He drove from Lafayette, LA, to Houston.", "LA", ("USA", "Louisiana")),
    ("Columbia, Mo., was his home.", "Columbia", ("USA", "Missouri")),
]


@pytest.mark.parametrize(("text", "words", "where"), NESTED)
def test_the_larger_place_named_with_it_decides(text: str, words: str, where: tuple[str, str]) -> None:
    assert _found(text)[words][1:] == where


def test_the_other_places_of_a_document_decide() -> None:
    near = "Firefighters from Toledo and Dayton were sent to Lima. Ohio's governor thanked the crews from Columbus."
    assert _found(near)["Lima"][1:] == ("USA", "Ohio")
    far = "Peru's president returned to Lima from Cusco, where he had met teachers from Arequipa."
    assert _found(far)["Lima"][1] == "PER"


def test_one_name_in_two_larger_places_is_two_places() -> None:
    coding = parse("The mayor of San Jose, California, flew to San Jose, Costa Rica. San Jose was hot.")
    found = find_toponyms(coding.document, coding.sentences)
    countries = [t.entry.country for t in found if t.entry and t.candidate.name == "San Jose"]
    assert countries == ["USA", "CRI", "CRI"]


DIVISIONS = [
    ("Troops crossed into Idlib province in northern Syria.", "Idlib", "admin1"),
    ("The province of Kandahar lies in the south of Afghanistan.", "Kandahar", "admin1"),
    ("Officials in Sumy region said drones had hit a bridge in Ukraine.", "Sumy", "admin1"),
    ("Troops entered Idlib in northern Syria.", "Idlib", "city"),
    ("The mayor of Kandahar lives in Afghanistan.", "Kandahar", "city"),
    ("The city of Sumy in Ukraine was hit by drones.", "Sumy", "city"),
    ("The state of Israel was founded in 1948.", "Israel", "country"),
]


@pytest.mark.parametrize(("text", "words", "kind"), DIVISIONS)
def test_what_is_called_a_province_is_one(text: str, words: str, kind: str) -> None:
    coding = parse(text)
    entries = {t.candidate.name: t.entry for t in find_toponyms(coding.document, coding.sentences)}
    found = entries[words]
    assert found and found.kind == kind


PROMINENT = [
    ("A film festival opens in Venice next week.", "Venice", "ITA"),
    ("Thousands marched in Newcastle in the north of England.", "Newcastle", "GBR"),
    ("Flights from Ottawa to Beirut were cancelled.", "Ottawa", "CAN"),
    ("Voters in England, Scotland and Wales go to the polls.", "Wales", "GBR"),
    ("Canada's prime minister spoke in Ontario about tariffs.", "Ontario", "CAN"),
    ("Teachers struck in Oxford.", "Oxford", "GBR"),
    ("Students in Oxford, Mississippi, went home.", "Oxford", "USA"),
    ("California's firemen came from Ontario, Pomona and Fontana.", "Ontario", "USA"),
]


@pytest.mark.parametrize(("text", "words", "country"), PROMINENT)
def test_of_namesakes_the_one_known_widely_is_meant_unless_the_text_says_otherwise(
    text: str, words: str, country: str
) -> None:
    assert _found(text)[words][1] == country


OWNED = [
    ("Police searched China's Gaolan Island.", "Gaolan Island", "CHN"),
    ("Divers went down in Norway's Hidden Lake.", "Hidden Lake", "NOR"),
    ("The crew left Dalian. It anchored off Gaolan Island.", "Gaolan Island", None),
]


@pytest.mark.parametrize(("text", "words", "country"), OWNED)
def test_what_the_gazetteer_lacks_lies_where_its_owner_is(text: str, words: str, country: str | None) -> None:
    assert _found(text)[words][1] == country


CONGOS = [
    ("Rebels took a town in eastern Congo.", "Congo", "COD"),
    ("The president of the Republic of Congo flew from Brazzaville.", "Republic of Congo", "COG"),
    (
        "Ferries link Brazzaville and Kinshasa, in the Democratic Republic of Congo.",
        "Democratic Republic of Congo",
        "COD",
    ),
]


@pytest.mark.parametrize(("text", "words", "country"), CONGOS)
def test_congo_is_the_larger_one_unless_it_is_named_in_full(text: str, words: str, country: str) -> None:
    assert _found(text)[words][1] == country


ABBREVIATIONS = [
    ("Envoys of the UN arrived in Bamako.", "UN", False),
    ("Experts of the WHO warned Peru.", "WHO", False),
    ("UN officials were turned back at the border.", "UN", False),
    ("Aid from the US reached Sudan.", "US", True),
    ("He was flown to the UAE from Yemen.", "UAE", True),
    ("LIMA - The president of Peru resigned.", "LIMA", True),
    ("RAIN FLOODS STREETS IN LIMA AS PERU WAITS", "LIMA", True),
    ("Police in Norfolk, VA, arrested him.", "Norfolk", True),
]


@pytest.mark.parametrize(("text", "words", "is_place"), ABBREVIATIONS)
def test_an_abbreviation_is_no_village_of_the_same_letters(text: str, words: str, is_place: bool) -> None:
    assert (words in _found(text)) is is_place


def test_below_the_least_likelihood_a_name_stays_empty_with_its_reason() -> None:
    coding = parse("A fire broke out in Victoria on Monday.")
    (found,) = find_toponyms(coding.document, coding.sentences)
    assert (found.entry, found.rule) == (None, "unclear")
    assert len({reading.entry.country for reading in found.readings}) > 1


def test_the_publishers_home_speaks_for_its_own_places() -> None:
    text = "A man was shot in Birmingham on Friday."
    likelihoods = []
    for publisher in ("", "BBC", "Fox News"):
        coding = parse(text)
        coding = replace(coding, document=replace(coding.document, publisher=publisher))
        (mention,) = PlacesStep()(coding).places
        likelihoods.append((mention.place.country if mention.place else None, mention.evidence[1].score))
    nobody, british, american = likelihoods
    assert nobody[0] == british[0] == "GBR"
    assert british[1] > nobody[1]
    assert american != nobody


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
    ("The Supreme Court will hear the case in Chicago.", "Supreme"),
    ("India's Supreme Court will hear him.", "Supreme Court"),
    ("Federal prosecutors in Chicago objected.", "Federal"),
    ("The G7 ministers met in Charlevoix.", "G7"),
    ("The Covid-19 wards of Milan are full.", "Covid-19"),
    ("The judges spoke of Roe v. Wade.", "Roe"),
    ("Prince Charles met the crew before the vote.", "Prince Charles"),
    ("Gunmen struck a school in Dasht-e-Barchi, in western Kabul.", "Dasht"),
    ("The U.S. Attorney for the Southern District of New York resigned.", "Southern District"),
    ("The Manhattan District Attorney charged two men.", "Manhattan District"),
    ("Mo Farah ran in London.", "Mo"),
    ("Google and Toyota opened offices in Nairobi.", "Toyota"),
    ("Mason Greenwood left for Spain.", "Greenwood"),
    ("Probes from Mars send pictures to Earth.", "Earth"),
]


SHIPS = [
    ("The USS New York left for Norway.", ["Norway"]),
    ("China shadowed the USS Dwight D. Eisenhower near Hainan.", ["China", "Hainan"]),
    ("An Indian warship, the INS Delhi, called at Port Louis.", ["Indian", "Port Louis"]),
    ("The destroyer Sheffield was hit off Argentina.", ["Argentina"]),
    ("Crews of the tanker Baltimore flew home to Manila.", ["Manila"]),
    ("A submarine in Murmansk caught fire.", ["Murmansk"]),
    ("Russian warships left Sevastopol.", ["Russian", "Sevastopol"]),
]


@pytest.mark.parametrize(("text", "places"), SHIPS)
def test_the_name_of_a_ship_is_no_place(text: str, places: list[str]) -> None:
    assert list(_found(text)) == places


@pytest.mark.parametrize(("text", "words"), NOT_PLACES)
def test_people_and_words_are_no_places(text: str, words: str) -> None:
    assert words not in _found(text)


def test_a_place_inside_the_name_of_a_body_is_marked_as_part_of_it() -> None:
    coding = parse("The Knoxville News reported it. The fire began in Knoxville.")
    toponyms = find_toponyms(coding.document, coding.sentences)
    roles = [t.role for t in toponyms if t.candidate.name == "Knoxville"]
    assert roles == [Role.PART, Role.PLACE]


PARTS_OF_NAMES = [
    ("Manchester City lost at home.", "Manchester"),
    ("The Duchess of Sussex wrote a book.", "Sussex"),
    ("The Prince of Wales opened the hall.", "Wales"),
]


@pytest.mark.parametrize(("text", "words"), PARTS_OF_NAMES)
def test_a_place_in_the_name_of_a_club_or_in_a_title_is_part_of_it(text: str, words: str) -> None:
    coding = parse(text)
    (found,) = find_toponyms(coding.document, coding.sentences)
    assert (found.candidate.name, found.role) == (words, Role.PART)


def test_whoever_rules_a_country_is_no_less_of_it() -> None:
    coding = parse("The emir of Kuwait flew to Cairo with the King of Jordan.")
    roles = {t.candidate.name: t.role for t in find_toponyms(coding.document, coding.sentences)}
    assert roles == {"Kuwait": Role.PLACE, "Cairo": Role.PLACE, "Jordan": Role.PLACE}


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
