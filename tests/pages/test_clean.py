"""Words and links of documents that mean harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.pages.clean import check_link, clean


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("a\u2066b\u2069", "a\ufffdb\ufffd"),
        ("nul\x00 esc\x1b del\x7f next\x85", "nul␀ esc␛ del␡ next\ufffd"),
        ("half \ud83d", "half \ufffd"),
        ("line\nnext\tcell", "line\nnext\tcell"),
        ("Güler آقا\u200f 北京 👋🏽", "Güler آقا\u200f 北京 👋🏽"),
    ],
)
def test_what_turns_or_hides_words_is_shown_as_a_sign(given_: str, shown: str) -> None:
    assert clean(given_) == shown


@given(st.text(st.characters()))
def test_cleaned_words_can_be_written_and_are_as_long(words: str) -> None:
    assert len(clean(words).encode().decode()) == len(words)


@pytest.mark.parametrize("value", [None, 3, 0.5, ["\x00"]])
def test_what_is_no_text_stays(value: object) -> None:
    assert clean(value) is value


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c&d=%20#e", "http://münchen.example/ä", "HTTPS://EXAMPLE.ORG", "https://[::1]:8/x"]
)
def test_addresses_of_the_web_are_links(url: str) -> None:
    assert check_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "https://example.org/\nx",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "/relative",
        "https:",
        "https://",
        "https://bbc.co.uk@evil.example/",
        "https://example.org/\u202egnp.exe",
        "https://[broken/",
        "",
    ],
)
def test_others_are_not(url: str) -> None:
    assert check_link(url) is None


@given(st.text())
def test_any_text_is_judged(url: str) -> None:
    assert check_link(url) in {url, None}
