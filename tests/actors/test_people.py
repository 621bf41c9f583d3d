from datetime import date

import pytest

from dragoman.model.actor import Actor
from dragoman.model.codes import Sector
from tests.actors.reading import codes_of, mention_of, read


def _actor(text: str, words: str, *, day: date) -> Actor:
    mention = mention_of(read(text, day=day), words)
    assert mention is not None
    assert len(mention.actors) == 1
    return mention.actors[0]


def test_title_rank_and_name_are_one_person() -> None:
    text = "Iranian Defense Minister Brigadier General Aziz Nasirzadeh landed in Baku."

    actor = _actor(text, text[:58], day=date(2025, 10, 2))

    assert (actor.code, actor.name, actor.office) == ("IRN", "Aziz Nasirzadeh", "minister of defence")
    assert set(actor.sectors) == {Sector.GOV, Sector.MIL}


def test_an_apposition_gives_country_and_office() -> None:
    text = (
        "General Parviz Sohrabi, Chief of Staff of the Army of the Islamic Republic of Iran, opened a bridge "
        "near the border."
    )

    actor = _actor(text, "General Parviz Sohrabi", day=date(2023, 6, 9))

    assert (actor.code, actor.office) == ("IRN", "chief of staff")


HOLDERS = [
    (date(2022, 5, 1), "Hulusi Akar"),
    (date(2023, 6, 9), "Yaşar Güler"),
    (date(2025, 10, 1), "Yaşar Güler"),
]


@pytest.mark.parametrize(("day", "name"), HOLDERS)
def test_an_office_names_its_holder_of_the_day(day: date, name: str) -> None:
    assert _actor("The Turkish defence minister spoke.", "The Turkish defence minister", day=day).name == name


def test_an_office_before_the_table_begins_stays_without_name() -> None:
    actor = _actor("The Turkish defence minister spoke.", "The Turkish defence minister", day=date(1975, 3, 1))

    assert actor.code == "TUR"
    assert actor.name is None


def test_a_former_office_is_not_the_office() -> None:
    actor = _actor(
        "Former Peruvian president Ramiro Salas fled.", "Former Peruvian president Ramiro Salas", day=date(2024, 5, 16)
    )

    assert actor.code == "PER"
    assert actor.office is None


HEADLINES = [
    ("Macron calls for restraint", "Macron", date(2024, 5, 16), "FRA"),
    ("Biden to visit Angola", "Biden", date(2022, 5, 16), "USA"),
    ("ZELENSKY THANKS ALLIES", "ZELENSKY", date(2023, 5, 16), "UKR"),
    ("Xi Hosts Leaders At Summit", "Xi", date(2023, 5, 16), "CHN"),
]


@pytest.mark.parametrize(("title", "words", "day", "code"), HEADLINES)
def test_a_surname_in_a_headline_is_the_holder_of_its_day(title: str, words: str, day: date, code: str) -> None:
    assert codes_of(read("", title=title, day=day), words) == {code}


def test_a_surname_that_the_text_gives_to_another_is_that_other() -> None:
    text = "Jamaican trainer Winston Johnson won again. Johnson thanked his crew."

    assert codes_of(read(text, day=date(2021, 5, 1)), "Johnson", 0) == {"JAM"}


SPELLINGS = ["Güler", "Guler", "Yasar Guler", "Yaşar Güler", "YASAR GULER"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_spellings_of_a_name_meet(spelling: str) -> None:
    text = f"Turkish Defence Minister {spelling} spoke."

    mention = mention_of(read(text, day=date(2024, 5, 16)), spelling)

    assert mention is not None
    assert mention.actors[0].name == "Yaşar Güler"


TITLED = [
    ("King Abdullah flew to Washington to speak about Gaza.", "King Abdullah", date(2024, 2, 12), "JOR"),
    ("Saudi Arabia said King Abdullah would attend.", "King Abdullah", date(2008, 5, 1), "SAU"),
    ("Prince Andrew left the court in New York.", "Prince Andrew", date(2022, 1, 12), "GBR"),
    ("Pope Francis prayed for Ukraine.", "Pope Francis", date(2023, 1, 12), "VAT"),
    ("Mullah Omar turned the offer down.", "Mullah Omar", date(2009, 5, 5), "NSA:OTHER/AFG"),
    ("Crown Prince Mohammed received the envoys in Paris.", "Crown Prince Mohammed", date(2024, 5, 16), "SAU"),
    ("Defense Secretary Cohen flew to Seoul.", "Defense Secretary Cohen", date(1999, 3, 3), "USA"),
    ("Prime Minister May went to Berlin.", "Prime Minister May", date(2018, 3, 3), "GBR"),
    ("Defence Minister Ivanov toured the base in Gyumri.", "Defence Minister Ivanov", date(2004, 4, 4), "RUS"),
    ("Ayatollah Rahimi Nasab received guests in Najaf.", "Ayatollah Rahimi Nasab", date(2024, 5, 16), "IRN"),
]


@pytest.mark.parametrize(("text", "words", "day", "code"), TITLED)
def test_a_title_and_a_bare_name_mean_who_bore_the_title_near_the_day(
    text: str, words: str, day: date, code: str
) -> None:
    assert codes_of(read(text, day=day), words) == {code}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Bolivian Defense Secretary Cohen flew to La Paz.", "Bolivian Defense Secretary Cohen", "BOL"),
        ("Elections in May will decide, the Kenyan president said.", "May", None),
        ("King Zubayr of Lesotho spoke.", "King Zubayr", "LSO"),
    ],
)
def test_a_title_alone_makes_nobody_of_the_register(text: str, words: str, code: str | None) -> None:
    assert codes_of(read(text, day=date(2018, 3, 3)), words) == ({code} if code else set())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moon Jae-in was questioned in Seoul.", "Moon Jae-in"),
        ("Kim Yo-jong mocked the offer.", "Kim Yo-jong"),
        ("Former lawmaker Lee Soo-ra of South Korea spoke.", "Former lawmaker Lee Soo-ra"),
    ],
)
def test_a_hyphenated_given_name_belongs_to_the_name(text: str, words: str) -> None:
    mention = mention_of(read(text), words)

    assert mention is not None
    assert len(mention.span) == len(words)


@pytest.mark.parametrize("text", ["Putin-backed rebels took a town.", "Biden-era rules on imports were dropped."])
def test_what_is_joined_to_a_name_by_a_hyphen_is_not_the_name(text: str) -> None:
    coding = read(text)

    assert coding.document.quote(coding.mentions[0].span) == text.partition("-")[0]


def test_another_spelling_of_a_first_name_is_the_same_person_only_beside_his_state() -> None:
    day = date(2024, 5, 16)

    assert codes_of(read("Ousman Sonko was jailed by a court in Bern.", day=day), "Ousman Sonko") == {"CHE"}
    assert codes_of(read("Senegal named Ousman Sonko premier.", day=day), "Ousman Sonko") == {"SEN"}


@pytest.mark.parametrize("text", ["Rock spoke in Kampala.", "Uganda fined Smith."])
def test_a_surname_alone_is_never_a_public_figure_without_office(text: str) -> None:
    assert "USA" not in {a.code for m in read(text).mentions for a in m.actors}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The mayor thanked U.N. envoy for Peru Ann Okafor on Monday.", "U.N. envoy for Peru Ann Okafor", "IGO:UN"),
        ("EU envoy for Kosovo Jan Novak flew to Belgrade.", "EU envoy for Kosovo Jan Novak", "IGO:EU"),
        ("A prosecutor named U.S. Army Sgt. Tom Bell on Monday.", "U.S. Army Sgt. Tom Bell", "USA"),
    ],
)
def test_posts_and_shortened_ranks_belong_to_the_name(text: str, words: str, code: str) -> None:
    assert codes_of(read(text), words) == {code}


@pytest.mark.parametrize(
    "text", ["Norway praised Jan Novak on Friday.", "Ukrainian envoy Petro Hrytsenko left Oslo on Friday."]
)
def test_another_first_name_makes_it_another_person(text: str) -> None:
    names = {a.name for m in read(text).mentions for a in m.actors}

    assert not names & {"Alexander Novak", "Gustavo Petro"}


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Turkey's deputy defence minister", "deputy minister of defence"),
        ("China's vice foreign minister", "deputy minister of foreign affairs"),
        ("Egypt's assistant foreign minister", "deputy minister of foreign affairs"),
        ("Israel's deputy army chief", "deputy chief of staff"),
        ("Australia's shadow foreign minister", "opposition spokesperson"),
    ],
)
def test_a_deputy_is_not_the_minister(words: str, office: str) -> None:
    actor = _actor(f"{words} spoke.", words, day=date(2024, 5, 16))
    assert (actor.office, actor.name) == (office, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru's president, Ramiro Salas, flew to Lagos.", "Ramiro Salas"),
        ("Peru's president, General Ramiro Salas, flew to Lagos.", "Ramiro Salas"),
        ("Peru's president, as expected, flew to Lagos.", "Dina Boluarte"),
        ("Peru's president, Ramiro Salas and Ana Rojas flew to Lagos.", "Dina Boluarte"),
        ("Peru's president, Ramiro Salas, and Ana Rojas flew to Lagos.", "Dina Boluarte"),
    ],
)
def test_the_holder_of_an_office_is_whom_the_text_names_beside_it(text: str, name: str) -> None:
    assert _actor(text, "Peru's president", day=date(2024, 5, 16)).name == name
