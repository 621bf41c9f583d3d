import pytest

from tests.actors.reading import codes_of, read

ATTACKED = [
    ("Russian missiles hit a market in Kharkiv. Rescuers pulled survivors from the rubble.", "survivors", {"UKR"}),
    ("Survivors of Ethiopia's shelling of Eritrea spoke.", "Survivors", {"ERI"}),
    ("Rwanda's army attacked Burundi at dawn. Civilians fled.", "Civilians", {"BDI"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), ATTACKED)
def test_victims_are_of_the_attacked_country(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes


HOME = [
    ("The PM will face MPs over the leak.", "The PM", "BBC", {"GBR"}),
    ("The president will not sign it, aides say.", "The president", "CNN", {"USA"}),
    ("Zambia votes on Sunday. The president is expected to win.", "The president", "BBC", {"ZMB"}),
    ("Police arrested nine people in Lagos.", "Police", "The Guardian", {"NGA"}),
]


@pytest.mark.parametrize(("text", "words", "publisher", "codes"), HOME)
def test_home_is_the_last_resort(text: str, words: str, publisher: str, codes: set[str]) -> None:
    assert codes_of(read(text, publisher=publisher), words) == codes


PLACES = [
    ("Hundreds marched through Lagos. Police watched.", "Hundreds", {"NGA"}),
    ("A court in Quito freed two nurses.", "two nurses", {"ECU"}),
    ("Soldiers closed the road.", "Soldiers", {"LBN"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), PLACES)
def test_headline_dateline_and_place_tell_whose_people_they_are(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text, title="Unrest in Lebanon" if text.startswith("Soldiers") else ""), words) == codes


def test_evidence_names_only_signs_that_spoke_for_the_country() -> None:
    coding = read("Russia shelled Kharkiv. Residents hid.")
    mention = next(m for m in coding.mentions if coding.document.quote(m.span) == "Residents")
    rules = [e.rule for e in mention.evidence if e.rule.startswith("focus:")]

    assert rules
    assert not any("attacker" in rule for rule in rules)


WEST = ["The West condemned Russia.", "Russia and the West met."]


@pytest.mark.parametrize("text", WEST)
def test_the_west_is_no_region_of_a_state(text: str) -> None:
    assert {a.code for m in read(text).mentions for a in m.actors} == {"RUS"}


def test_an_abbreviation_is_no_town() -> None:
    assert codes_of(read("The National Archives (NARA) wrote to Peru."), "NARA") <= {"PER", "USA"}


ENTITIES = [
    ("Peru&#039;s army left.", "Peru&#039;s army", {"PER"}),
    ("Chile&rsquo;s envoy left.", "Chile&rsquo;s envoy", {"CHL"}),
    ("Ghana &amp; Togo signed.", "Togo", {"TGO"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), ENTITIES)
def test_marks_left_from_a_page_do_not_hide_names(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes


HEADLINE_SPEAKERS = [
    ("Kenyan minister: We will not pay", "We", {"KEN"}),
    ("'We were left to die': Kenyan mother speaks of flood", "We", {"KEN"}),
    ("Talks with Peru failed: we tried, says Chilean envoy", "we", {"CHL"}),
]


@pytest.mark.parametrize(("title", "words", "codes"), HEADLINE_SPEAKERS)
def test_a_headline_gives_its_words_to_a_speaker(title: str, words: str, codes: set[str]) -> None:
    assert codes_of(read("Details follow.", title=title), words) == codes


def test_past_the_lead_a_headline_name_gives_way() -> None:
    coding = read('"I will not go," the Kenyan minister said. He thanked Chad.', title="Zelensky: Putin will lose")

    assert codes_of(coding, "He") == {"KEN"}


WEAPONS = [
    ("Missiles struck the city of Lviv overnight.", "Missiles", set()),
    ("A drone hit an oil depot near Krasnodar in Russia.", "A drone", set()),
    ("Rockets landed near a market in Kabul.", "Rockets", set()),
    ("A bomb in Lima killed a guard.", "A bomb", set()),
    ("Shells fell on a hospital in Kherson.", "Shells", set()),
    ("Turkey voiced alarm. An airstrike hit Idlib.", "An airstrike", set()),
    ("Iranian missiles struck a base in Iraq.", "Iranian missiles", {"IRN"}),
    ("A Turkish drone fell near Erbil.", "A Turkish drone", {"TUR"}),
    ("Israel's bombs hit Rafah.", "Israel's bombs", {"ISR"}),
    ("Weapons from Serbia reached Libya.", "Weapons from Serbia", {"SRB"}),
    ("Turkish warplanes bombed Duhok.", "Turkish warplanes", {"TUR"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), WEAPONS)
def test_a_weapon_is_of_whom_the_words_name_and_not_of_whom_it_hit(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes


OF_A_PLACE = [
    ("Rebels seized the airport of Goma.", "Goma", {"COD"}),
    ("Ships left the port of Novorossiysk.", "Novorossiysk", {"RUS"}),
    ("Crowds filled the streets of Basra.", "Basra", {"IRQ"}),
    ("They mourned the death of Goma.", "Goma", set()),
]


@pytest.mark.parametrize(("text", "words", "codes"), OF_A_PLACE)
def test_a_name_after_a_kind_of_place_is_that_place(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes
