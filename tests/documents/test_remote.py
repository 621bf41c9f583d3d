"""Distant files: by the addresses that fsspec knows."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from dragoman import extras
from dragoman.documents import DocumentReader, Reject, find_inputs, remote
from dragoman.errors import ConfigurationError, InputError
from tests.documents.archives import compress, make_pages
from tests.documents.reading import documents, read
from tests.documents.servers import serve

DATED = b"date 2025-10-02 Finland and Norway held talks."


@pytest.fixture
def memory() -> Iterator[Callable[[str, bytes], None]]:
    """Puts files into the memory of this process."""
    system: Any = fsspec.filesystem("memory")
    yield lambda path, content: system.pipe(f"/{path}", content)
    system.rm("/", recursive=True)


def names(*given: str) -> list[str]:
    return [source.name.removeprefix("memory:///") for source in find_inputs(given)]


def test_folders_and_globs_of_distant_systems_are_listed(memory: Callable[[str, bytes], None]) -> None:
    for path in ("news/b.txt", "news/a.txt", "news/.h.txt", "news/.h/x.txt", "news/deep/c.jsonl", "other/z.txt"):
        memory(path, DATED)
    assert names("memory://news") == ["news/a.txt", "news/b.txt", "news/deep/c.jsonl"]
    assert names("memory://news/*.txt") == ["news/a.txt", "news/b.txt"]
    assert names("memory://*") == ["news/a.txt", "news/b.txt", "news/deep/c.jsonl", "other/z.txt"]
    assert names("memory://news/b.txt", "memory://news") == ["news/b.txt", "news/a.txt", "news/deep/c.jsonl"]


def test_distant_files_are_read_as_near_ones_are(memory: Callable[[str, bytes], None], tmp_path: Path) -> None:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("talks.txt", DATED)
    files = {"a.warc.gz": b"".join(compress(make_pages(2))), "b.zip": zipped.getvalue(), "c.txt": DATED}
    for name, content in files.items():
        memory(f"news/{name}", content)
        (tmp_path / name).write_bytes(content)
    assert documents(read("memory://news")) == documents(read(tmp_path))
    reader = DocumentReader(find_inputs(["memory://news"]))
    assert len(list(reader)) == 4
    assert reader.bytes_read == reader.total_bytes == sum(map(len, files.values()))


def test_an_address_of_a_file_on_this_machine_is_its_path(tmp_path: Path) -> None:
    (tmp_path / "the talks.txt").write_bytes(DATED)
    [source] = find_inputs([(tmp_path / "the talks.txt").as_uri()])
    assert source.path == tmp_path / "the talks.txt"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("memory://nothing/a.txt", "no such file or folder"),
        ("memory://nothing/*.txt", "no such file or folder"),
        ("nonsense://a.txt", "it cannot be asked for .*Protocol not known"),
    ],
)
def test_an_address_that_stands_for_nothing_is_an_error(name: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        find_inputs([name])


@pytest.mark.parametrize("name", ["memory://a.txt", "https://northern.example/a.txt"])
def test_without_the_libraries_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def miss(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(extras, "import_module", miss)
    with pytest.raises(ConfigurationError, match=r"pip install 'dragoman\[bulk\]'"):
        find_inputs([name])


LINES = b"".join(
    json.dumps({"published": "2025-10-02", "text": f"They met {n}. {'x' * 4_000}"}).encode() + b"\n"
    for n in range(3_000)
)
"""More than is asked of a server at once."""


@pytest.mark.parametrize("gives_parts", [True, False])
@pytest.mark.parametrize("failures", [0, 2])
def test_web_servers_are_read_from_whether_or_not_they_give_parts_and_asked_again_when_they_fail(
    monkeypatch: pytest.MonkeyPatch, gives_parts: bool, failures: int
) -> None:
    monkeypatch.setattr(remote, "PAUSES", (0.0, 0.0, 0.0))
    with serve({"/wire.jsonl?day=2": LINES}, gives_parts=gives_parts, failures=failures) as server:
        found = documents(read(f"{server.url}/wire.jsonl?day=2"))
    assert [document.id for document in found] == [f"wire:{n}" for n in range(1, 3_001)]


@pytest.mark.parametrize("gives_parts", [True, False])
def test_a_zip_archive_on_the_web_needs_no_parts(gives_parts: bool) -> None:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("wire.jsonl", LINES)
    with serve({"/news.zip": zipped.getvalue()}, gives_parts=gives_parts) as server:
        assert len(documents(read(f"{server.url}/news.zip"))) == 3_000


def test_a_page_that_is_missing_is_a_reject_and_not_asked_for_again() -> None:
    with serve({"/a.txt": DATED}) as server:
        reject, good = DocumentReader(find_inputs([f"{server.url}/missing.txt", f"{server.url}/a.txt"]))
        assert server.asked.count("/missing.txt") <= 2
    assert isinstance(reject, Reject) and "404" in reject.fault
    assert not isinstance(good, Reject)


def test_passwords_in_addresses_are_not_told() -> None:
    with serve({}) as server:
        address = f"{server.url}/a.txt?token=abc".replace("//", "//ada:hunter2@")
        [reject] = read(address)
    assert isinstance(reject, Reject)
    assert "hunter2" not in str(reject) and "abc" not in str(reject)


class Flickering(io.BytesIO):
    """Fails at every second reading."""

    turns = 0

    def read(self, size: int | None = -1) -> bytes:
        Flickering.turns += 1
        if Flickering.turns % 2:
            raise ConnectionError("lost")
        return super().read(min(size or 0, 1_000))


def test_reading_goes_on_where_the_connection_was_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PAUSES", (0.0,))
    content = bytes(range(256)) * 30
    assert remote.Distant(lambda: Flickering(content)).readall() == content


def test_what_goes_on_failing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Any:
        raise ZeroDivisionError("no words")

    monkeypatch.setattr(remote, "PAUSES", (0.0, 0.0))
    with pytest.raises(OSError, match="ZeroDivisionError: no words"):
        remote.Distant(refuse)
