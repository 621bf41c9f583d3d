"""Names without an office become spellings of known persons, or persons."""

from itertools import permutations

from dragoman.gazetteer.add_names import add_names
from dragoman.gazetteer.person_search import PersonSearch, list_keys
from dragoman.gazetteer.register import Register, list_offices
from dragoman.model.tenure import Person

DEMIR = Person(person_id="ayla-demir", name="Ayla Demir")
TWINS = [Person(person_id="john-smith", name="John Smith"), Person(person_id="john-smith-2", name="Jon Smith")]


def names_of(register: Register) -> dict[str, tuple[str, ...]]:
    return {person.person_id: (person.name, *person.aliases) for person in register.persons.values()}


def test_another_spelling_is_an_alias_and_an_unknown_name_a_person() -> None:
    register = add_names(Register([DEMIR], []), ["Emre Kaya", "Aylâ Demir", "Ayla Demir", "Демир Айла"])
    assert names_of(register) == {
        "ayla-demir": ("Ayla Demir", "Aylâ Demir", "Демир Айла"),
        "emre-kaya": ("Emre Kaya",),
    }


def test_a_name_that_fits_several_is_nobodys_spelling() -> None:
    register = add_names(Register(TWINS, []), ["Johnn Smith", "Jonn Smith"])
    assert len(register.persons) == 2


def test_a_part_of_a_name_is_no_spelling_of_it() -> None:
    register = add_names(Register([Person(person_id="x", name="Recep Tayyip Erdogan")], []), ["Recep Erdogan"])
    assert names_of(register)["x"] == ("Recep Tayyip Erdogan",)


def test_the_order_of_names_changes_nothing() -> None:
    names = ["Emre Kaya", "Emre Kayâ", "Aylâ Demir", "EMRE KAYA"]
    found = {tuple(sorted(names_of(add_names(Register([DEMIR], []), order)).items())) for order in permutations(names)}
    assert len(found) == 1


def test_names_that_a_search_brings_together_share_a_key() -> None:
    pairs = [
        ("Yaşar Güler", "Guler"), ("Yaşar Güler", "Яшар Гюлер"), ("Aziz Nasirzadeh", "Nasirzade"),
        ("Recep Tayyip Erdogan", "رجب طيب أردوغان"), ("Xi Jinping", "Jinping Xi"),
        ("Recep Tayyip Erdogan", "Recep Erdogan"), ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian"),
    ]  # fmt: skip
    for known, asked in pairs:
        assert PersonSearch([Person(person_id="x", name=known)]).find(asked), asked
        assert list_keys(known) & list_keys(asked), asked


def test_a_post_is_asked_for_as_the_offices_that_make_it() -> None:
    assert list_offices("SecDef") == [("minister of defence", "USA", "")]
    assert list_offices("the Turkish defence minister") == [("minister of defence", "TUR", "")]
    assert ("president", "FRA", "") in list_offices("head of state", "FRA")
    assert list_offices("dog catcher", "FRA") == []


def test_the_code_of_a_state_is_read_as_that_even_where_a_party_is_called_so() -> None:
    assert list_offices("defence minister", "NLD") == [("minister of defence", "NLD", "")]
