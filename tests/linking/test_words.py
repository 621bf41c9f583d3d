import pytest

from dragoman.linking.words import are_same_person, find_words, name_key, stem_all

SAME = [
    ("Yaşar Güler", "Yasar Guler"),
    ("Volodymyr Zelenskyy", "Zelensky"),
    ("Volodymyr Zelenskiy", "Volodymyr Zelensky"),
    ("Aziz Nasirzadeh", "Aziz Nasirzade"),
    ("Recep Tayyip Erdoğan", "Erdogan"),
    ("Xi Jinping", "Xi"),
    ("Joe Biden", "Joseph Biden"),
    ("Mohammed bin Salman", "Prince Mohammed bin Salman"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert are_same_person(name_key(one), name_key(other))


OTHERS = [
    ("Mohammed bin Salman", "Mohammed Al Thani"),
    ("Ana Vega", "Ana Rojas"),
    ("International Criminal Court", "Open Rights"),
    ("Hakan Fidan", "Hakan Demir"),
]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not are_same_person(name_key(one), name_key(other))


ALIKE = [("investigated", "investigation"), ("villages", "village"), ("stopped", "stops"), ("Café", "cafe")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem_all([one]) == stem_all([other]) != frozenset()


def test_words_without_meaning_and_numbers_are_left_out() -> None:
    assert stem_all(find_words("The 12 ministers said on Monday that they'd be there in 2024")) == frozenset({"they'd"})
