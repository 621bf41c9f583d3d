"""What a file holds: its form, and what it is compressed with, by its name or by how it begins."""

import re
import zlib
from contextlib import suppress
from enum import StrEnum
from pathlib import PurePosixPath

from dragoman.documents.plain import START


class Form(StrEnum):
    """The forms read."""

    PLAIN = "dated text"
    LINES = "JSON Lines"
    CSV = "CSV"
    PARQUET = "Parquet"
    PAGE = "HTML"
    WARC = "WARC"
    ZIP = "zip"


SUFFIXES = {
    ".txt": Form.PLAIN,
    ".jsonl": Form.LINES,
    ".ndjson": Form.LINES,
    ".csv": Form.CSV,
    ".tsv": Form.CSV,
    ".parquet": Form.PARQUET,
    ".pq": Form.PARQUET,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
    ".xhtml": Form.PAGE,
    ".warc": Form.WARC,
    ".zip": Form.ZIP,
}

HEAD = 4096
"""Bytes looked at to tell the form of a file whose name does not."""

_HEADING = re.compile(
    rb"(\xef\xbb\xbf)?[^\n{<]*\b(text|published)\b[^\n]*[,;\t]|(\xef\xbb\xbf)?[^\n{<]*[,;\t][^\n]*\b(text|published)\b"
)


class Compression(StrEnum):
    """The ways of compressing a single file, by their suffixes."""

    GZIP = ".gz"
    BZIP2 = ".bz2"
    XZ = ".xz"
    ZSTD = ".zst"


_MAGIC = {
    b"\x1f\x8b": Compression.GZIP,
    b"BZh": Compression.BZIP2,
    b"\xfd7zXZ\0": Compression.XZ,
    b"\x28\xb5\x2f\xfd": Compression.ZSTD,
}


def find_form(name: str, head: bytes) -> Form:
    """The form of a file by its suffix, else by how it begins; plain text where nothing else shows.

    Args:
        name: file name, or "-".
        head: the file's first bytes.

    """
    by_suffix = SUFFIXES.get(suffix_of(name))
    if by_suffix:
        return by_suffix
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PAR1"):
        return Form.PARQUET
    if head.startswith(b"WARC/"):
        return Form.WARC
    if head.startswith(b"PK\x03\x04"):
        return Form.ZIP
    if START.match(head):
        return Form.PLAIN
    if start[:1] in (b"{", b"["):
        return Form.LINES
    if start[:1] == b"<":
        return Form.PAGE
    return Form.CSV if _HEADING.match(head) else Form.PLAIN


def find_compression(name: str, head: bytes) -> Compression | None:
    """What a file is compressed with, by how it begins; None for one that is not.

    A name that ends in ".gz" is believed only where the bytes say so too: some programs decompress on the way and
    leave the name as it was. Where the name tells a form that is not compressed from without, no bytes are looked at.
    """
    if suffix_of(name) in SUFFIXES and suffix_of(name) != ".warc":
        return None
    return next((compression for magic, compression in _MAGIC.items() if head.startswith(magic)), None)


def peek_inside(compression: Compression, head: bytes) -> bytes:
    """How the content of a gzip file begins, as far as its own first bytes tell; nothing for other kinds."""
    if compression is Compression.GZIP:
        with suppress(zlib.error):
            return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    return b""


def strip_compression(name: str) -> str:
    """A file name without the suffix of its compression: "wire.jsonl.gz" → "wire.jsonl"."""
    return name[: -len(suffix_of(name))] if suffix_of(name) in set(Compression) else name


def suffix_of(name: str) -> str:
    """The last suffix of a file name or address, in small letters."""
    return PurePosixPath(name).suffix.lower()
