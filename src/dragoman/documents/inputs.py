"""What the user names as input: files, folders, globs, "-"; and what form each file has."""

import glob
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dragoman.documents.plain import START
from dragoman.errors import InputError

STDIN = "-"


class Form(StrEnum):
    """The forms read."""

    PLAIN = "dated text"
    LINES = "JSON Lines"
    CSV = "CSV"
    PARQUET = "Parquet"
    PAGE = "HTML"


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
}

HEAD = 4096
"""Bytes looked at to tell the form of a file whose name does not."""

_HEADING = re.compile(
    rb"(\xef\xbb\xbf)?[^\n{<]*\b(text|published)\b[^\n]*[,;\t]|(\xef\xbb\xbf)?[^\n{<]*[,;\t][^\n]*\b(text|published)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file to read."""

    name: str
    """As shown to the user: the path as given or found, "-" for standard input."""
    path: Path | None
    """None for standard input."""

    @property
    def stem(self) -> str:
        """What the ids of its documents are made of, where they give none."""
        return self.path.stem if self.path else "stdin"


def find_inputs(names: Sequence[str], *, exclude: Sequence[Path] = ()) -> list[Input]:
    """The files meant by the names, folders searched through (hidden files left out), each file once.

    Folders and globs give their files in order of name: the same call reads the same sequence everywhere.

    Args:
        names: files, folders, globs, or "-".
        exclude: files never read when met in a folder or glob: the run's own output.

    Raises:
        InputError: a name that matches nothing.

    """
    shunned = {path.resolve() for path in exclude}
    taken: set[Path] = set()
    inputs: list[Input] = []
    for name in names:
        if name == STDIN:
            inputs.append(Input(name=STDIN, path=None))
            continue
        for path in find_paths(name):
            real = path.resolve()
            if real not in taken and not (real in shunned and str(path) != name):
                taken.add(real)
                inputs.append(Input(name=str(path), path=path))
    return inputs


def find_paths(name: str) -> list[Path]:
    """The files one name stands for.

    Raises:
        InputError: none.

    """
    path = Path(name)
    if path.is_dir():
        found = list(walk_folder(path))
        if not found:
            raise InputError("the folder holds no files", place=name, remedy="Name a folder with documents in it.")
        return found
    if path.exists():
        return [path]
    matches = sorted(Path(match) for match in glob.glob(name, recursive=True))  # noqa: PTH207 - takes absolute patterns
    if not matches:
        raise InputError("no such file or folder", place=name, remedy="Check the spelling of the path.")
    return [file for match in matches for file in (walk_folder(match) if match.is_dir() else [match])]


def walk_folder(folder: Path) -> Iterator[Path]:
    """All files below a folder in order of name; hidden ones and those of hidden folders left out."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from walk_folder(entry)
        elif entry.is_file():
            yield entry


def find_form(name: str, head: bytes) -> Form:
    """The form of a file by its suffix, else by how it begins; plain text where nothing else shows.

    Args:
        name: file name, or "-".
        head: the file's first bytes.

    """
    by_suffix = SUFFIXES.get(Path(name).suffix.lower())
    if by_suffix:
        return by_suffix
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PAR1"):
        return Form.PARQUET
    if START.match(head):
        return Form.PLAIN
    if start[:1] in (b"{", b"["):
        return Form.LINES
    if start[:1] == b"<":
        return Form.PAGE
    return Form.CSV if _HEADING.match(head) else Form.PLAIN
