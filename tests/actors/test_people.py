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
        "General Parviz Sohrabi, Chief of Staff for the Armed Forces of the Islamic Republic of Iran, spoke by phone "
        "with his host."
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
