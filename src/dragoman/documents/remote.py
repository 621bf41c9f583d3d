"""Distant files, by whatever addresses fsspec knows: found by name, and read as a stream that mends itself."""

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any, BinaryIO, TypeVar

from dragoman.documents.bulk import need
from dragoman.documents.streams import pass_over
from dragoman.errors import ConfigurationError, DragomanError, InputError
from dragoman.logs import redact

Result = TypeVar("Result")

PAUSES = (1.0, 5.0, 20.0)
"""Seconds before each further try at what could not be read."""

_BLOCK = 1 << 20
_WEB = ("http://", "https://")
_FINAL = (FileNotFoundError, PermissionError, IsADirectoryError, ImportError)
_REFUSED = (401, 403, 404, 410)
_QUIET_SECONDS = 60
"""How long a web server may send nothing."""


def find_remote(name: str) -> dict[str, int | None]:
    """The addresses that a name stands for, in order, with their sizes where the file system tells them.

    A folder or glob is listed where the file system can. A single web address is not asked for before it is read, nor
    is it taken for a folder, which no server tells.

    Args:
        name: an address of a file, a folder or a glob; or a chain of them (`zip://…::s3://…`), which is one file.

    Raises:
        InputError: it stands for nothing, or its system can't be asked.
        ConfigurationError: a library is missing.

    """
    with _explained(name):
        system, path = _locate(name)
        if "::" in name or (name.startswith(_WEB) and "*" not in path):
            return {name: None}
        found = _list(system, path)
        if not found:
            raise FileNotFoundError
        return {system.unstrip_protocol(path): size for path, size in found.items()}


def open_remote(url: str) -> io.BufferedReader:
    """A distant file as a stream.

    Raises:
        OSError: it can't be opened.

    """
    return io.BufferedReader(Distant(lambda: _open(url)), buffer_size=_BLOCK)


class Distant(io.RawIOBase):
    """A distant file. Where reading fails it is opened anew and read on at the same place, a few times."""

    def __init__(self, open_stream: Callable[[], BinaryIO]) -> None:
        """Open it.

        Args:
            open_stream: gives it from its beginning.

        Raises:
            OSError: it can't be opened.

        """
        self._open_stream = open_stream
        self._stream: BinaryIO | None = None
        self._position = 0
        self._is_seekable = self._persist(_is_seekable)

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Whether its server gives parts of it."""
        return self._is_seekable

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in it."""
        self._position = self._persist(lambda stream: stream.seek(offset, whence))
        return self._position

    def tell(self) -> int:
        """The place reached."""
        return self._position

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer.

        Raises:
            OSError: it could not be read.

        """
        block = self._persist(lambda stream: stream.read(len(buffer)))
        buffer[: len(block)] = block
        self._position += len(block)
        return len(block)

    def close(self) -> None:
        """Let go of it."""
        if self._stream:
            self._stream.close()
        super().close()

    def _persist(self, act: Callable[[BinaryIO], Result]) -> Result:
        """What an act on the stream gives, tried again where that can help."""
        pauses = iter(PAUSES)
        while True:
            try:
                return act(self._opened())
            except Exception as error:  # each file system has errors of its own
                cause = error.__cause__ or error  # fsspec finds no file where a web server answers nothing
                pause = next(pauses, None)
                if pause is None or isinstance(cause, _FINAL) or getattr(cause, "status", None) in _REFUSED:
                    raise OSError(redact(f"{type(cause).__name__}: {cause}")) from None
                self._stream = None
                time.sleep(pause)

    def _opened(self) -> BinaryIO:
        """The stream, at the place reached."""
        if self._stream is None:
            stream = self._open_stream()
            if _is_seekable(stream):
                stream.seek(self._position)
            else:
                pass_over(stream, self._position)
            self._stream = stream
        return self._stream


def _open(url: str) -> BinaryIO:
    system, path = _locate(url)
    if not url.startswith(_WEB):
        return system.open(path, "rb")  # type: ignore[no-any-return]
    # Not every web server gives parts of a file; of one that does not, fsspec would read the first few megabytes only.
    try:
        with system.open(path, "rb", cache_type="none") as probe:
            probe.seek(1)
            probe.read(1)
            return system.open(path, "rb", size=probe.size)  # type: ignore[no-any-return]
    except ValueError:
        return system.open(path, "rb", block_size=0)  # type: ignore[no-any-return]


def _is_seekable(stream: BinaryIO) -> bool:
    """Whether a stream of fsspec can go to a place in it: one that is only read through says that it can, too."""
    return stream.seekable() and type(stream).__name__ != "HTTPStreamFile"


def _locate(url: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    options: dict[str, Any] = {}
    if url.startswith(_WEB):
        patience = need("aiohttp").ClientTimeout(total=None, sock_connect=_QUIET_SECONDS, sock_read=_QUIET_SECONDS)
        options = {"client_kwargs": {"timeout": patience}}
    return need("fsspec.core").url_to_fs(url, **options)  # type: ignore[no-any-return]


def _list(system: Any, path: str) -> dict[str, int | None]:
    """The files of a folder or glob, hidden ones left out, or the one file, in order of name, with their sizes."""
    is_glob = any(sign in path for sign in "*?[")
    found = system.glob(path, detail=True) if is_glob else {path: system.info(path)}
    files: dict[str, int | None] = {}
    for match, info in found.items():
        inside = system.find(match, detail=True) if info["type"] == "directory" else {match: info}
        for file, told in inside.items():
            below = PurePosixPath(file).relative_to(PurePosixPath(match).parent).parts
            if not any(part.startswith(".") for part in (below if is_glob else below[1:])):
                files[file] = told.get("size")
    return dict(sorted(files.items(), key=lambda entry: entry[0].split("/")))


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Tell what goes wrong with an address, without the password in it."""
    name = redact(name)
    try:
        yield
    except DragomanError:
        raise
    except ImportError as error:  # "Install s3fs to access S3"
        raise ConfigurationError(str(error), place=name, remedy="It goes into the environment of dragoman.") from None
    except FileNotFoundError:
        raise InputError("no such file or folder", place=name, remedy="Check the address.") from None
    except Exception as error:  # each file system has errors of its own
        fault = redact(f"it cannot be asked for ({type(error).__name__}: {error})")
        raise InputError(
            fault, place=name, remedy="Check the address, the network and your right to read it."
        ) from None
