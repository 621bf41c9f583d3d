import pytest

from dragoman.model.actor import MentionKind
from dragoman.model.codes import Sector
from tests.actors.reading import codes_of, mention_of, read

NAMES = [
    ("Iran rejected the offer.", "Iran", "IRN"),
    ("Ankara and Athens traded barbs.", "Athens", "GRC"),
    ("The Kremlin denied it.", "Kremlin", "RUS"),
    ("The White House welcomed the vote.", "White House", "USA"),
    ("The Islamic Republic of Iran sent a note.", "Islamic Republic of Iran", "IRN"),
    ("The Zionist regime closed the crossing.", "Zionist regime", "ISR"),
    ("The U.S. Treasury froze the accounts.", "U.S.", "USA"),
    ("A UK minister resigned.", "UK", "GBR"),
    ("Palestinians marched in Ramallah.", "Palestinians", "PSE"),
    ("Taiwan scrambled jets.", "Taiwan", "TWN"),
    ("Kosovo recalled its envoy.", "Kosovo", "XKX"),
    ("Filipino sailors were freed.", "Filipino", "PHL"),
    ("The Dutch voted on Sunday.", "Dutch", "NLD"),
    ("Emirati firms bid for the port.", "Emirati", "ARE"),
    ("Scottish ministers objected.", "Scottish", "GBR"),
    ("The United Nations appealed for funds.", "United Nations", "IGO:UN"),
    ("UNHCR opened a camp.", "UNHCR", "IGO:UN"),
    ("The European Commission sued.", "European Commission", "IGO:EU"),
    ("Nato sent a battalion.", "Nato", "IGO:NATO"),
    ("The IAEA sent inspectors.", "IAEA", "IGO:IAEA"),
    ("The African Union suspended the junta.", "African Union", "IGO:AU"),
    ("OPEC+ cut output.", "OPEC+", "IGO:OPEC"),
    ("The IMF approved a loan.", "IMF", "IGO:OTHER"),
    ("Human Rights Watch published a report.", "Human Rights Watch", "NGO:OTHER"),
    ("Toyota closed a plant.", "Toyota", "MNC:OTHER"),
    ("Hezbollah fired rockets.", "Hezbollah", "NSA:HEZBOLLAH/LBN"),
    ("Houthi fighters boarded a ship.", "Houthi", "NSA:HOUTHI/YEM"),
    ("Boko Haram raided a village.", "Boko Haram", "NSA:OTHER/NGA"),
    ("ISRAEL STRIKES PORT IN YEMEN", "ISRAEL", "ISR"),
    ("The Knesset passed the bill.", "Knesset", "ISR"),
    ("Mossad agents were arrested.", "Mossad", "ISR"),
]


@pytest.mark.parametrize(("text", "words", "code"), NAMES)
def test_names_carry_their_code(text: str, words: str, code: str) -> None:
    assert codes_of(read(text), words) == {code}


PHRASES = [
    ("Turkish officials denied it.", "Turkish officials", "TUR", (Sector.GOV,)),
    ("Iranian police made arrests.", "Iranian police", "IRN", (Sector.COP,)),
    ("Israel's army withdrew.", "Israel's army", "ISR", (Sector.MIL,)),
    ("The Syrian foreign minister flew home.", "The Syrian foreign minister", "SYR", (Sector.GOV,)),
    ("Lawmakers from Brazil visited.", "Lawmakers", "BRA", (Sector.LEG,)),
    ("The head of the IAEA flew to Vienna.", "The head of the IAEA", "IGO:IAEA", (Sector.IGO,)),
    ("A UN envoy landed.", "A UN envoy", "IGO:UN", (Sector.IGO,)),
    ("Hamas leaders gathered in Doha.", "Hamas leaders", "NSA:HAMAS/PSE", (Sector.REB,)),
    ("Chadian rebels took a town.", "Chadian rebels", "NSA:OTHER/TCD", (Sector.REB,)),
    ("The Trump administration objected.", "The Trump administration", "USA", (Sector.GOV,)),
    ("Thousands of Kenyans marched.", "Thousands of Kenyans", "KEN", ()),
    ("Hundreds of Greek farmers marched.", "Hundreds of Greek farmers", "GRC", (Sector.CIV,)),
    (
        "The chief of staff of the armed forces of Ghana resigned.",
        "The chief of staff of the armed forces of Ghana",
        "GHA",
        (Sector.MIL,),
    ),
]


@pytest.mark.parametrize(("text", "words", "code", "sectors"), PHRASES)
def test_a_phrase_takes_its_country_from_the_name_that_owns_it(
    text: str, words: str, code: str, sectors: tuple[Sector, ...]
) -> None:
    mention = mention_of(read(text), words)

    assert mention is not None
    assert [a.code for a in mention.actors] == [code]
    assert mention.actors[0].sectors == sectors


def test_two_joined_states_own_a_phrase_together() -> None:
    assert codes_of(read("Russian and Ukrainian negotiators met in Minsk."), "Russian and Ukrainian negotiators") == {
        "RUS",
        "UKR",
    }


TRAPS = [
    ("They told us to wait.", "us"),
    ("She roasted a turkey for the guests.", "turkey"),
    ("He bought fine china at the fair.", "china"),
    ("Michael Jordan opened a museum in Lisbon.", "Jordan"),
    ("Who closed the road?", "Who"),
    ("It is a march for peace.", "is"),
]


@pytest.mark.parametrize(("text", "words"), TRAPS)
def test_other_words_are_no_states(text: str, words: str) -> None:
    coding = read(text)
    states = {MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.GROUP}

    assert not [m for m in coding.mentions if coding.document.quote(m.span) == words and m.kind in states]


def test_a_sponsor_does_not_own_whom_it_backs() -> None:
    assert codes_of(read("Russian-backed separatists shelled Donetsk."), "Russian-backed separatists") == {
        "NSA:OTHER/UKR"
    }


def test_a_cause_does_not_own_its_supporters() -> None:
    text = "Pro-Palestinian protesters marched through Oslo."

    assert codes_of(read(text), "Pro-Palestinian protesters") == {"NOR"}


OUTLETS = ["According to Mehr, the talks ended.", "He told Reuters on Friday.", "Xinhua reported the visit."]


@pytest.mark.parametrize("text", OUTLETS)
def test_a_news_agency_is_an_outlet_and_nobody(text: str) -> None:
    outlets = [m for m in read(text).mentions if m.kind is MentionKind.OUTLET]

    assert len(outlets) == 1
    assert outlets[0].actors == ()


def test_the_taliban_become_the_government_of_afghanistan() -> None:
    from datetime import date

    text = "The Taliban closed the school."

    assert codes_of(read(text, day=date(2020, 6, 1)), "Taliban") == {"NSA:OTHER/AFG"}
    assert codes_of(read(text, day=date(2022, 6, 1)), "Taliban") == {"AFG"}


def test_georgia_is_the_american_state_beside_american_words() -> None:
    assert codes_of(read("Georgia Republicans sued the US government."), "Georgia") == {"USA"}
    assert codes_of(read("Georgia and Armenia signed a pact in Tbilisi."), "Georgia") == {"GEO"}


def test_a_court_of_a_common_name_belongs_to_the_state_beside_it() -> None:
    assert codes_of(read("India's Supreme Court upheld the ban."), "Supreme Court") == {"IND"}


def test_states_inside_larger_mentions_are_mentions_too() -> None:
    coding = read("Iran's foreign ministry spokesman met the Turkish envoy.")

    kinds = {coding.document.quote(m.span): m.kind for m in coding.mentions}

    assert kinds["Iran"] is MentionKind.STATE
    assert kinds["Turkish"] is MentionKind.STATE


COMPANIONS = [
    ("Former British soldiers accused colleagues of crimes in Iraq.", "colleagues", "GBR"),
    ("French troops honoured comrades in Mali.", "comrades", "FRA"),
    ("The Kenyan pilot blamed colleagues for the crash in Chad.", "colleagues", "KEN"),
    ("Doctors met Chilean colleagues in Lima.", "Chilean colleagues", "CHL"),
]


@pytest.mark.parametrize(("text", "words", "code"), COMPANIONS)
def test_colleagues_are_of_the_country_of_whose_colleagues_they_are(text: str, words: str, code: str) -> None:
    assert codes_of(read(text), words) == {code}


OF_THE_VERB = [
    ("Spain bought drones from Turkey.", "drones", None),
    ("Troops from Niger entered the town.", "Troops from Niger", "NER"),
    ("The leaders of Peru arrived.", "The leaders of Peru", "PER"),
]


@pytest.mark.parametrize(("text", "words", "code"), OF_THE_VERB)
def test_only_a_preposition_of_the_phrase_names_its_owner(text: str, words: str, code: str | None) -> None:
    mention = mention_of(read(text), words)

    assert mention is not None
    linked = any(e.rule.startswith("link:") for e in mention.evidence)
    assert linked == (code is not None)
    assert code is None or [a.code for a in mention.actors] == [code]


def test_gunmen_are_an_armed_group_and_nobodys_army() -> None:
    assert codes_of(read("Gunmen raided a village in Chad."), "Gunmen") == {"NSA:OTHER/TCD"}


def test_a_plural_office_names_no_holder() -> None:
    mention = mention_of(read("US presidents and Turkish defence ministers met."), "Turkish defence ministers")

    assert mention is not None
    assert [a.name for a in mention.actors] == [None]


def test_a_continent_is_no_town_of_its_name() -> None:
    assert codes_of(read("The premier began an Africa tour."), "Africa") == set()


ENFORCERS = [
    ("Russia jails U.S. soldier", "Prosecutors accused U.S. Sgt. Tom Bell of theft.", "Prosecutors", "RUS"),
    ("Germany arrests suspected spies", "Prosecutors charged two Chinese and a Chinese aide.", "Prosecutors", "DEU"),
    ("Thailand deports Danish couple", "Police said the Danish couple, Danes from Aarhus, left.", "Police", "THA"),
    ("Cuba frees Italian sailors", "A court heard the Italian sailors and Italian envoys.", "A court", "CUB"),
    ("Russia jails U.S. soldier", "American prosecutors protested.", "American prosecutors", "USA"),
]


@pytest.mark.parametrize(("title", "text", "words", "code"), ENFORCERS)
def test_courts_and_police_are_of_the_state_that_acts_in_the_headline(
    title: str, text: str, words: str, code: str
) -> None:
    assert codes_of(read(text, title=title), words) == {code}


def test_the_administration_without_a_name_is_americas() -> None:
    assert codes_of(
        read("Iran was warned, a senior administration official said."), "a senior administration official"
    ) == {"USA"}


@pytest.mark.parametrize("words", ["Muslims", "Catholics", "Participants"])
def test_believers_with_a_capital_are_people(words: str) -> None:
    assert codes_of(read(f"{words} gathered in Lagos on Friday."), words) == {"NGA"}


SHARED_STATES = [
    ("Rwanda attacked Congo.", {"COD"}),
    ("Brazzaville is quiet. Congo votes on Sunday.", {"COG"}),
    ("Kinshasa is quiet. Congo votes on Sunday.", {"COD"}),
]


@pytest.mark.parametrize(("text", "codes"), SHARED_STATES)
def test_a_name_of_two_states_is_never_a_third(text: str, codes: set[str]) -> None:
    assert codes_of(read(text), "Congo") == codes
