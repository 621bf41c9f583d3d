"""Names that are one person's meet across spellings and scripts; names of different persons do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.gazetteer.name_keys import bone_key, plain_key, sound_key
from dragoman.gazetteer.register import find_person, load_register


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Yasar Guler", "Yaşar Güler"),
        ("YAŞAR GÜLER", "Yaşar Güler"),
        ("Güler, Yaşar", "Yaşar Güler"),
        ("Яшар Гюлер", "Yaşar Güler"),
        ("يشار غولر", "Yaşar Güler"),
        ("Aziz Nasirzade", "Aziz Nasirzadeh"),
        ("عزیز نصیرزاده", "Aziz Nasirzadeh"),
        ("Vladimir Zelenskyy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky"),
        ("Володимир Зеленський", "Volodymyr Zelensky"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Реджеп Тайип Эрдоган", "Recep Tayyip Erdogan"),
        ("رجب طيب أردوغان", "Recep Tayyip Erdogan"),
        ("Сергей Лавров", "Sergei Lavrov"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("سيرغي لافروف", "Sergei Lavrov"),
        ("Hossein Amirabdollahian", "Hossein Amir-Abdollahian"),
        ("Aliaksandr Lukashenka", "Alexander Lukashenko"),
        ("Abdelfattah Elsisi", "Abdel Fattah al-Sisi"),
        ("Bashar Assad", "Bashar al-Assad"),
        ("Jinping Xi", "Xi Jinping"),
        ("习近平", "Xi Jinping"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("בנימין נתניהו", "Benjamin Netanyahu"),
        ("President Emmanuel Macron", "Emmanuel Macron"),
    ],
)
def test_spellings_of_one_name_meet(name: str, person: str) -> None:
    assert [match.person.name for match in find_person(name)] == [person]


@pytest.mark.parametrize(
    ("name", "person"), [("Guler", "Yaşar Güler"), ("Nasirzade", "Aziz Nasirzadeh"), ("Lavrov", "Sergei Lavrov")]
)
def test_a_surname_alone_finds_its_bearers(name: str, person: str) -> None:
    assert person in [match.person.name for match in find_person(name)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Il", "Kim Yong-il"),
        ("Li Keqiang", "Li Qiang"),
        ("Ali Khamenei", "Ruhollah Khomeini"),
        ("Sergei Ivanov", "Sergei Lavrov"),
        ("Mohammed bin Salman", "Mohammed bin Zayed"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Abdullah Gül", "Abdullah Güler"),
        ("Hun Sen", "Hun Manet"),
        ("Nawaf al-Ahmad", "Ahmad al-Nawaf"),
        ("Petr Fiala", "Petr Pavel"),
        ("Raúl Castro", "Fidel Castro"),
        ("Andrzej Duda", "Andrej Danko"),
        ("Rafik Hariri", "Saad Hariri"),
        ("Juan Guaidó", "Juan Gualdo"),
    ],
)
def test_names_of_different_persons_do_not_meet(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@pytest.mark.parametrize("name", ["Zaphod Beeblebrox", "Ruhollah Khomeini", "", "-", "123", "Yaşar", "al"])
def test_who_is_not_in_the_tables_is_not_found(name: str) -> None:
    assert all(match.how == "part" for match in find_person(name))


def test_a_whole_name_is_shared_by_few_persons_under_the_sound_key() -> None:
    """Measured by `benchmarks/offices.py --names`: 9 of 6,849 names."""
    bearers: dict[tuple[str, ...], set[str]] = {}
    for person in load_register().persons.values():
        for name in (person.name, *person.aliases):
            if len(sound_key(name)) > 1:
                bearers.setdefault(sound_key(name), set()).add(person.name)
    assert sum(1 for names in bearers.values() if len(names) > 1) <= 12


def test_every_person_of_the_tables_is_found_by_the_own_name() -> None:
    persons = list(load_register().persons.values())
    missed = [p.name for p in persons[::7] if p.person_id not in {m.person.person_id for m in find_person(p.name)}]
    assert missed == []


@given(st.text(max_size=40))
def test_any_text_has_keys_and_an_answer(name: str) -> None:
    assert all(piece.isascii() for piece in plain_key(name))
    assert all(isinstance(piece, str) for key in (sound_key, bone_key) for piece in key(name))
    assert all(match.person.name for match in find_person(name))
