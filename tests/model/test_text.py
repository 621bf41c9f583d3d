"""Text with entities, at equal length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.text import blank_entities

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
