"""Zip archives are read as folders would be."""

import gzip
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from dragoman.documents import Reject, Sourced, compressed
from tests.documents.archives import compress, make_page, make_pages
from tests.documents.reading import documents, read, told

DATED = b"date 2025-10-02 Finland and Norway held talks."
LINES = b"".join(json.dumps({"published": "2025-10-02", "text": f"They met {n}."}).encode() + b"\n" for n in range(3))


def write(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


MEMBERS = {
    "b/two.txt": DATED,
    "b/one.csv": b"published,text\n2025-10-02,They met.\n",
    "a.jsonl": LINES,
    "c.jsonl.gz": gzip.compress(LINES),
    "d.html": make_page().encode(),
    "e.warc.gz": b"".join(compress(make_pages(2))),
    ".hidden.txt": DATED,
    ".hidden/three.txt": DATED,
}


def test_a_zipped_folder_gives_what_the_folder_would(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    for name, content in MEMBERS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    archive = write(tmp_path / "news.zip", {**MEMBERS, "__MACOSX/._two.txt": DATED})
    found = documents(read(archive))
    assert found == documents(read(folder))
    assert len(found) == 11
    assert found == documents(read("-", stdin=archive.read_bytes()))


def test_a_member_is_told_by_archive_and_path(tmp_path: Path) -> None:
    archive = write(tmp_path / "news.zip", {"deep/wire.jsonl": LINES})
    assert [str(item.origin) for item in read(archive)] == [f"{archive}/deep/wire.jsonl:{n}" for n in (1, 2, 3)]


def test_names_that_lead_elsewhere_are_names(tmp_path: Path) -> None:
    archive = write(tmp_path / "news.zip", {"../../etc/evil.txt": DATED, "/root/worse.txt": DATED})
    assert sorted(document.id for document in documents(read(archive))) == ["evil", "worse"]
    assert [path.name for path in tmp_path.iterdir()] == ["news.zip"]


def test_a_member_that_cannot_be_read_costs_itself(tmp_path: Path) -> None:
    archive = write(tmp_path / "news.zip", {"a.txt": DATED, "b.txt": DATED * 50, "c.txt": DATED})
    content = bytearray(archive.read_bytes())
    content[content.index(b"b.txt") + 8] ^= 0xFF
    archive.write_bytes(content)
    first, reject, last = read(archive)
    assert isinstance(reject, Reject)
    assert reject.origin.file == f"{archive}/b.txt"
    assert "this member of the archive cannot be read" in reject.fault
    assert isinstance(first, Sourced) and isinstance(last, Sourced)


def test_a_locked_member_is_a_reject(tmp_path: Path) -> None:
    archive = write(tmp_path / "news.zip", {"a.txt": DATED})
    content = bytearray(archive.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + flags] |= 1
    archive.write_bytes(content)
    [reject] = read(archive)
    assert isinstance(reject, Reject) and "encrypted" in reject.fault


def test_an_archive_within_an_archive_is_a_reject(tmp_path: Path) -> None:
    inner = write(tmp_path / "inner.zip", {"a.txt": DATED}).read_bytes()
    archive = write(
        tmp_path / "news.zip", {"inner.zip": inner, "letter.docx": inner, "no_suffix": inner, "z.txt": DATED}
    )
    fault = "an archive within another is not read"
    assert told(read(archive)) == [fault, "it is a Word document", fault, "z"]


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"", b"no archive"])
def test_what_is_no_archive_is_a_reject(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "news.zip").write_bytes(content)
    [reject] = read(tmp_path / "news.zip")
    assert isinstance(reject, Reject) and "not readable as a zip archive" in reject.fault


def test_members_may_not_expand_without_end_all_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compressed, "UNSUSPECTED", 3_000_000)
    archive = write(tmp_path / "news.zip", {f"{n}.jsonl": bytes(1_500_000) for n in range(5)})
    assert [("expands to more than" in fault) for fault in told(read(archive))] == [False, False, True, True, True]
