import pytest

from dragoman.gazetteer.index import NameIndex, fold, split_name


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Güler", "guler"),
        ("U.S.", "us"),
        ("Erdoğan", "erdogan"),
        ("Łukasz", "lukasz"),
        ("d'Ivoire", "divoire"),
        ("-", "-"),
    ],
)
def test_words_fold_to_plain_letters(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_names_divide_at_hyphens() -> None:
    assert split_name("Guinea-Bissau") == ("guinea", "bissau")


def test_the_longest_name_comes_first() -> None:
    index = NameIndex([("South", 1), ("South Sudan", 2), ("South Sudan Airways", 3)])

    assert list(index.matches(["in", "south", "sudan"], 1)) == [(2, [2]), (1, [1])]


def test_a_name_without_letters_is_ignored() -> None:
    index = NameIndex([("-", 1)])

    assert len(index) == 0
