"""Text with entities, at equal length; what makes no document."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DocumentError
from dragoman.model.text import Document, blank_entities

CASES = [
    ("Peru&#039;s army", "Peru     's army"),
    ("arms &amp; aid", "arms     & aid"),
    ("&quot;We stay,&quot; he said", '     "We stay,     " he said'),
    ("C&#xF4;te d&rsquo;Ivoire", "C     ôte d      ’Ivoire"),
    ("AT&T; fell", "AT&T; fell"),
    ("fish & chips", "fish & chips"),
    ("&nothing; &#99999999;", "&nothing; &#99999999;"),
]


@pytest.mark.parametrize(("text", "read"), CASES)
def test_an_entity_is_its_character_behind_blanks(text: str, read: str) -> None:
    assert blank_entities(text) == read


@given(st.text(alphabet="ab&#;039xquotmp ", max_size=60))
def test_the_length_stays(text: str) -> None:
    assert len(blank_entities(text)) == len(text)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"published": "2024-05-02"}, "day of publication is of type str"),
        ({"published": datetime(2024, 5, 2, 10, 30)}, "day of publication is of type datetime"),
        ({"published": None}, "day of publication is of type NoneType"),
        ({"text": None}, "text is of type NoneType"),
        ({"title": float("nan")}, "title is of type float"),
        ({"id": 7}, "id is of type int"),
    ],
)
def test_values_of_tables_that_are_no_day_or_no_string_are_refused_at_once(wrong: dict[str, Any], fault: str) -> None:
    usual: dict[str, Any] = {"id": "lima-1", "published": date(2024, 5, 2), "text": "Peru thanked Kenya."}
    with pytest.raises(DocumentError, match=fault):
        Document(**usual | wrong)
