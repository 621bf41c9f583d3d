"""Bytes to text."""

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.decode import decode_text, find_encoding
from dragoman.errors import DocumentError

TEXT = "date 2025-10-02 “Güler met Fidan – in İzmir”"
WESTERN = "date 2025-10-02 “The café in Zürich – £5”, he said…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_or_without_its_mark(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == TEXT


def test_windows_1252_is_read_where_the_bytes_cannot_be_utf_8() -> None:
    assert decode_text(WESTERN.encode("cp1252")) == WESTERN


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode()[:-1],
        TEXT.encode().replace(b"G", b"\xff"),
        "Zürich".encode() + b"\xc3",
        WESTERN.encode("cp1252") + b"\x81",
        b"\x00\x01\xff\xfe\x02",
    ],
)
def test_damaged_utf_8_and_binary_files_are_not_taken_for_windows_1252(content: bytes) -> None:
    with pytest.raises(DocumentError, match="not valid UTF-8"):
        decode_text(content)


@given(text=st.text(), cuts=st.lists(st.integers(0, 60), max_size=4))
def test_the_encoding_is_the_same_wherever_blocks_are_cut(text: str, cuts: list[int]) -> None:
    content = text.encode(errors="ignore")
    edges = sorted({0, len(content), *(cut for cut in cuts if cut < len(content))})
    blocks = [content[a:b] for a, b in pairwise(edges)]
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert find_encoding(blocks) == "utf-8-sig"


@given(content=st.binary(max_size=200))
def test_any_bytes_are_text_or_a_told_fault(content: bytes) -> None:
    with suppress(DocumentError):
        decode_text(content).encode(errors="strict")
