from datetime import date

import pytest

from dragoman.errors import CodebookError
from dragoman.gazetteer.nouns import NounKind, load_nouns
from dragoman.gazetteer.offices import load_offices, plural_of
from dragoman.gazetteer.tables import read_day, read_sectors, split_list
from dragoman.model.codes import Sector


@pytest.mark.parametrize(
    ("cell", "end", "day"),
    [
        ("2020-02-03", False, date(2020, 2, 3)),
        ("2020-02", False, date(2020, 2, 1)),
        ("2020-02", True, date(2020, 2, 29)),
        ("2020-12", True, date(2020, 12, 31)),
        ("2020", True, date(2020, 12, 31)),
        ("", False, None),
    ],
)
def test_days_may_be_given_to_the_month_or_year(cell: str, end: bool, day: date | None) -> None:
    assert read_day(cell, end=end) == day


def test_lists_drop_blanks() -> None:
    assert split_list(" a | b ||") == ("a", "b")


def test_an_unknown_sector_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(CodebookError, match="GOV"):
        read_sectors("GVT")


@pytest.mark.parametrize(
    ("title", "plural"),
    [
        ("defence minister", "defence ministers"),
        ("chief of staff", "chiefs of staff"),
        ("spokesman", "spokesmen"),
        ("deputy", "deputies"),
        ("minister for foreign affairs", "ministers for foreign affairs"),
    ],
)
def test_titles_have_their_plural_on_the_head_word(title: str, plural: str) -> None:
    assert plural_of(title) == plural


def test_titles_carry_office_and_sectors() -> None:
    office = load_offices().get("Defense Minister")[0]

    assert office.office == "minister of defence"
    assert office.sectors == (Sector.GOV, Sector.MIL)


def test_nouns_have_one_reading() -> None:
    nouns = load_nouns()

    assert nouns["police"].sectors == (Sector.COP,)
    assert nouns["rebel"].kind is NounKind.ARMED
    assert nouns["country"].kind is NounKind.STATE
