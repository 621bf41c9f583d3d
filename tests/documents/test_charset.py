"""The characters of pages."""

import pytest

from dragoman.documents.charset import decode_page, find_codec

WORDS = "Güler – Şimşek"
TURKISH = '<meta charset="windows-1254">Güler – Şimşek'


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        (WORDS.encode(), "", WORDS),
        (WORDS.encode(), "iso-8859-1", WORDS),  # servers that say so of everything
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-16", WORDS),
        (WORDS.encode("utf-16"), "", WORDS),
        (WORDS.encode("utf-16-le"), "utf-16le", WORDS),
        (WORDS.encode("cp1254"), "windows-1254", WORDS),
        (WORDS.encode("iso8859-9", "replace"), "ISO-8859-9", WORDS.replace("–", "?")),
        ("Müller – Köln".encode("cp1252"), "iso-8859-1", "Müller – Köln"),
        (TURKISH.encode("cp1254"), "", TURKISH),
        (
            TURKISH.encode("cp1254"),
            "punycode",
            TURKISH,
        ),
        (WORDS.encode("cp1254"), "utf-8", "G\ufffdler \ufffd \ufffdim\ufffdek"),
        (b"", "", ""),
    ],
)
def test_the_characters_of_a_page_are_what_its_bytes_then_its_server_then_itself_say(
    content: bytes, charset: str, text: str
) -> None:
    assert decode_page(content, charset) == text


def test_a_page_of_which_nothing_is_said_is_guessed_at() -> None:
    words = "Der Außenminister führte Gespräche über die Grenze. " * 20
    assert decode_page(words.encode("cp1252")) == words


@pytest.mark.parametrize("label", ["punycode", "idna", "rot13", "unicode_escape", "zip", "utf-7", "", "a\0b", "../x"])
def test_codecs_that_are_not_of_the_web_are_not_used(label: str) -> None:
    assert find_codec(label) == ""
