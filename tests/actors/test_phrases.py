import pytest

from tests.actors.reading import codes_of, read

OWNERS = [
    ("Mali expelled an envoy. The country's army will stay.", "The country's army", {"MLI"}),
    ("Hamas lost a battle. The group's leader fled.", "The group's leader", {"NSA:HAMAS/PSE"}),
    ("The European Union met. The head of the bloc spoke.", "The head", {"IGO:EU"}),
    ("France says its forces in Mali were shot at.", "its forces", {"FRA"}),
    ("In Peru the company's boss fled.", "the company's boss", {"MNC:OTHER"}),
    ("NATO sent help to Ukraine, a country under attack.", "a country", {"UKR"}),
    ("They met Azerbaijan's envoy in the former Soviet republic of Moldova.", "the former Soviet republic", {"MDA"}),
    ("He toured the Gulf state of Qatar.", "the Gulf state", {"QAT"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), OWNERS)
def test_a_phrase_is_of_the_phrase_it_hangs_on(text: str, words: str, codes: set[str]) -> None:
    coding = read(text)
    starting = [m for m in coding.mentions if coding.document.quote(m.span).startswith(words)]

    assert {a.code for m in starting[:1] for a in m.actors} == codes


NOT_OWNERS = [
    ("Kyiv buried the victims of Russia's invasion in Ukraine.", "the victims", {"UKR"}),
    ("Ukraine: a country holds its breath as Kenya votes.", "Kenya", {"KEN"}),
    ("Police in Brussels made arrests.", "Police", {"BEL"}),
    ("World leaders in Brussels made promises.", "World leaders", set()),
]


@pytest.mark.parametrize(("text", "words", "codes"), NOT_OWNERS)
def test_a_deed_or_a_meeting_place_owns_nobody(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes


NOBODIES = [
    ("The West has promised Ukraine more shells.", "The West"),
    ("Foreign students left Ukraine.", "Foreign students"),
    ("Western officials doubt Russia's figures.", "Western officials"),
]


@pytest.mark.parametrize(("text", "words"), NOBODIES)
def test_those_of_no_one_country_stay_blank(text: str, words: str) -> None:
    assert codes_of(read(text), words) == set()


KINDS = [
    ("International companies left Russia.", "International companies", {"MNC:OTHER"}),
    ("The EU put Peruvian banks on its list.", "Peruvian banks", {"PER"}),
    ("Chile fined two of Peru's airlines.", "Peru's airlines", {"PER"}),
    ("Chile fined a Peruvian bank.", "a Peruvian bank", {"MNC:OTHER"}),
    ("International rights groups accused Mali.", "International rights groups", {"NGO:OTHER"}),
    ("A far-right group marched in Sweden.", "A far-right group", {"SWE"}),
    ("An armed man was held in Beirut.", "An armed man", {"LBN"}),
    ("Armed men stormed a bank in Beirut.", "Armed men", {"NSA:OTHER/LBN"}),
    ("Muslim women in rebel-held towns of Chad fled.", "Muslim women", {"TCD"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), KINDS)
def test_the_kind_alone_codes_companies_charities_and_bands(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes


NEIGHBOURS = [
    ("Russia said it would not invade its neighbour. Ukraine called up men.", "its neighbour", {"UKR"}),
    ("Sri Lanka's giant neighbour sent rice. India wants a port.", "Sri Lanka's giant neighbour", {"IND"}),
    ("Peru's neighbours watched. Chile held its vote.", "Peru's neighbours", set()),
    ("Russia invaded a neighbour it once ruled.", "a neighbour", set()),
]


@pytest.mark.parametrize(("text", "words", "codes"), NEIGHBOURS)
def test_a_neighbour_is_the_other_state_of_the_text(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes


NUMBERS = [
    ("Two killed, many injured in Lagos blast", "Two", {"NGA"}),
    ("At least 12 killed in Lagos blast", "12", {"NGA"}),
    ("Police in Lagos arrested nine", "nine", {"NGA"}),
    ("Some in Kenya thanked her", "Some", {"KEN"}),
    ("Lagos shares rose by two", "two", set()),
]


@pytest.mark.parametrize(("title", "words", "codes"), NUMBERS)
def test_a_mere_number_of_people_is_of_the_place(title: str, words: str, codes: set[str]) -> None:
    assert codes_of(read("", title=title), words) == codes


def test_a_state_adjective_alone_is_a_person() -> None:
    coding = read("Ukrainian speaks out after Russian troops buried him alive.")

    assert codes_of(coding, "him") == {"UKR"}


TOWNS = [
    ("Israel's troops left Rafah. Washington spoke of a siege of the city.", "the city", {"PSE"}),
    ("Peru's envoy toured Kharkiv. The city was dark.", "The city", {"UKR"}),
    ("Peru's envoy praised Ghana. The market was full.", "The market", {"GHA", "PER"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), TOWNS)
def test_the_city_is_the_town_that_was_named(text: str, words: str, codes: set[str]) -> None:
    found = codes_of(read(text), words)

    assert found
    assert found <= codes


SENT = [
    ("France sent troops to Mali.", "troops", {"FRA"}),
    ("Kenya will deploy police to Haiti.", "police", {"KEN"}),
    ("Greece sent rescue teams to Turkey.", "rescue teams", {"GRC"}),
    ("Kenya sent Ugandan troops home.", "Ugandan troops", {"UGA"}),
    ("Residents of Goma fled as Rwanda attacked Congo.", "Residents", {"COD"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), SENT)
def test_those_whom_a_state_sends_are_its_own(text: str, words: str, codes: set[str]) -> None:
    coding = read(text)
    starting = [m for m in coding.mentions if coding.document.quote(m.span).startswith(words)]

    assert {a.code for m in starting[:1] for a in m.actors} == codes
