"""Compressed files, of any form."""

import bz2
import gzip
import io
import json
import lzma
import random
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.documents import Reject, Sourced, compressed
from tests.documents.archives import make_page
from tests.documents.reading import documents, read, told

LINE = {"published": "2025-10-02", "text": "Finland and Norway held talks."}
LINES = b"".join(json.dumps({**LINE, "text": f"They met {n}."}).encode() + b"\n" for n in range(2_000))


def zstd(content: bytes) -> bytes:
    return bytes(pa.compress(content, codec="zstd", asbytes=True))


KINDS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd,
}


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("suffix", KINDS)
def test_a_compressed_file_gives_what_it_would_without(tmp_path: Path, suffix: str) -> None:
    content = KINDS[suffix](LINES)
    whole = documents(read(write(tmp_path / "wire.jsonl", LINES)))
    assert len(whole) == 2_000
    assert documents(read(write(tmp_path / f"wire.jsonl{suffix}", content))) == whole
    assert [document.text for document in documents(read("-", stdin=content))] == [document.text for document in whole]


def parquet() -> bytes:
    target = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([LINE]), target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"date 2025-10-02 Finland and Norway held talks."),
        ("a", b"date 2025-10-02 Finland and Norway held talks."),
        ("a.csv", b"published,text\n2025-10-02,Finland and Norway held talks.\n"),
        ("a.parquet", parquet()),
        ("a.html", make_page(words="Finland and Norway held talks.").encode()),
    ],
)
def test_each_form_may_be_compressed(tmp_path: Path, name: str, content: bytes) -> None:
    [document] = documents(read(write(tmp_path / f"{name}.gz", gzip.compress(content))))
    assert document.text.startswith("Finland and Norway held talks.")
    assert document.id in ("a", "a:1", "a:2")


def test_a_suffix_that_lies_is_not_believed(tmp_path: Path) -> None:
    assert len(documents(read(write(tmp_path / "wire.jsonl.gz", LINES)))) == 2_000


def test_files_of_several_parts_are_read_to_the_end(tmp_path: Path) -> None:
    half = len(LINES.splitlines(keepends=True)[0]) * 10
    for suffix, squeeze in KINDS.items():
        parts = squeeze(LINES[:half]) + squeeze(LINES[half:])
        assert len(documents(read(write(tmp_path / f"a.jsonl{suffix}", parts)))) == 2_000


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("harm", ["cut off", "changed"])
def test_what_stands_before_damage_is_read_and_the_damage_told(tmp_path: Path, suffix: str, harm: str) -> None:
    chance = random.Random(1)  # noqa: S311 - the same bytes each time
    noise = "".join(json.dumps({**LINE, "text": chance.randbytes(99).hex()}) + "\n" for _ in range(2_000)).encode()
    content = KINDS[suffix](noise)
    middle = len(content) // 2
    spoilt = content[:middle] + (b"" if harm == "cut off" else bytes(100) + content[middle + 100 :])
    *before, reject = read(write(tmp_path / f"a.jsonl{suffix}", spoilt))
    assert isinstance(reject, Reject)
    assert "the compressed bytes are damaged or cut off" in reject.fault
    assert suffix == ".bz2" or isinstance(before[500], Sourced)  # which has large blocks


def test_a_bomb_is_read_no_further_than_is_believable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compressed, "UNSUSPECTED", 3_000_000)
    bomb = gzip.compress(bytes(10_000_000))
    [line] = read(write(tmp_path / "a.jsonl.gz", bomb))
    assert isinstance(line, Reject)
    assert line.fault == "it cannot be read (it expands to more than 200 times its size and was read no further)"


def test_a_document_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(200_000_000), 1)
    assert told(read(write(tmp_path / "a.txt.gz", bomb)))[0].startswith("it is over 1 MB (101,")
