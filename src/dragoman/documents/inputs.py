"""What the user names as input: files, folders, globs, addresses of distant ones, "-"."""

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from dragoman.documents.forms import strip_compression
from dragoman.documents.remote import find_remote
from dragoman.errors import InputError
from dragoman.logs import redact

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file to read."""

    name: str
    """As shown to the user: the path, or the address without passwords, as given or found; "-" for standard input."""
    path: Path | None = None
    """None for standard input, and for a distant file."""
    url: str | None = None
    """Where a distant file lies."""
    size: int | None = None
    """Of a distant file, in bytes, where it is known."""

    @property
    def file_name(self) -> str:
        """The last part of its path or address; "-" for standard input."""
        if self.path:
            return self.path.name
        return unquote(PurePosixPath(urlsplit(self.url).path).name) if self.url else STDIN

    @property
    def stem(self) -> str:
        """What the ids of its documents are made of, where they give none."""
        return find_stem(self.file_name)

    def measure(self) -> int | None:
        """Its size in bytes, where that is known.

        Raises:
            OSError: it is gone.

        """
        return self.path.stat().st_size if self.path else self.size


def find_stem(file_name: str) -> str:
    """A file name without its suffixes: "wire.jsonl.gz" → "wire"; "stdin" for "-"."""
    return "stdin" if file_name == STDIN else PurePosixPath(strip_compression(file_name)).stem


def find_inputs(names: Sequence[str], *, exclude: Sequence[Path] = ()) -> list[Input]:
    """The files meant by the names, folders searched through (hidden files left out), each file once.

    Folders and globs give their files in order of name: the same call reads the same sequence everywhere.

    Args:
        names: files, folders, globs, addresses (`s3://…`, `https://…`: whatever fsspec knows), or "-".
        exclude: files never read when met in a folder or glob: the run's own output.

    Raises:
        InputError: a name that matches nothing.
        ConfigurationError: the libraries for distant files are not installed.

    """
    shunned = {path.resolve() for path in exclude}
    taken: set[Path] = set()
    urls: set[str] = set()
    inputs: list[Input] = []
    for name in names:
        if name == STDIN:
            inputs.append(Input(name=STDIN, path=None))
            continue
        if is_url(name):
            found = {url: size for url, size in find_remote(name).items() if url not in urls}
            inputs += [Input(name=redact(url), url=url, size=size) for url, size in found.items()]
            urls.update(found)
            continue
        for path in find_paths(to_path(name)):
            real = path.resolve()
            if real not in taken and not (real in shunned and str(path) != name):
                taken.add(real)
                inputs.append(Input(name=str(path), path=path))
    return inputs


def find_input(name: str) -> Input:
    """The one file meant by a name.

    Raises:
        InputError: none, or several.
        ConfigurationError: the libraries for distant files are not installed.

    """
    found = find_inputs([name])
    if len(found) > 1:
        raise InputError(f"it stands for {len(found)} files", place=name, remedy="Name one.")
    return found[0]


def is_url(name: str) -> bool:
    """Whether a name is the address of a distant file, which is no path here."""
    return "://" in name and not name.startswith("file://") and not Path(name).exists()


def to_path(name: str) -> str:
    """The path that "file:///news/a.txt" stands for; any other name as it is."""
    return url2pathname(urlsplit(name).path) if name.startswith("file://") else name


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
