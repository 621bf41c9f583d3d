"""The file of what a run could not take, so that it can be mended and given again."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.documents import Origin, Reject
from dragoman.errors import InputError
from dragoman.export import JsonObject, open_replacing
from dragoman.export.jsonl import dump_line


def check_rejects(path: Path, *, read: Iterable[Path] = ()) -> None:
    """Make sure that a file of rejects can be written, before a run begins.

    Args:
        path: of the file.
        read: files that the run reads.

    Raises:
        InputError: its folder does not exist, it is a folder itself, or the run reads it.

    """
    if not path.parent.is_dir() or path.is_dir():
        raise InputError("it cannot be written", place=str(path), remedy="Name a file in a folder that exists.")
    if path.resolve() in {file.resolve() for file in read}:
        raise InputError("it is both read and written", place=str(path), remedy="Name another file for the rejects.")


@contextmanager
def keep_rejects(path: Path) -> Iterator[Callable[[Reject], None]]:
    """A function that takes rejects, for a file that appears when all is done.

    Without rejects there is no file, and one that an earlier run left at that path is removed.

    Args:
        path: of the file, JSON Lines.

    """
    with ExitStack() as opened:
        stream: BinaryIO | None = None

        def keep(reject: Reject) -> None:
            nonlocal stream
            stream = stream or opened.enter_context(open_replacing(path))
            stream.write(dump_line(reject_to_json(reject)))

        yield keep
    if stream is None and path.is_file():  # /dev/null is none, and stays
        path.unlink()


def read_origins(path: Path) -> list[Origin]:
    """Where the documents stand that a file of rejects lists; none where there is no file.

    Raises:
        InputError: it is no file of rejects.

    """
    try:
        lines = [json.loads(line) for line in path.read_bytes().splitlines() if line.strip()]
        return [Origin(file=str(reject["file"]), line=reject["line"]) for reject in lines]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"it is no file of rejects ({error})", place=str(path), remedy="Leave its lines as they were, or out."
        ) from error


def add_reject(path: Path, reject: Reject) -> None:
    """Add a reject to a file of a run that has no end, and make sure that it is on the disk.

    Args:
        path: of the file, JSON Lines; made where there is none.
        reject: to add.

    """
    with path.open("ab") as stream:
        stream.write(dump_line(reject_to_json(reject)))
        stream.flush()
        os.fsync(stream.fileno())


def reject_to_json(reject: Reject) -> JsonObject:
    """A line of the file of rejects."""
    return {
        "file": reject.origin.file,
        "line": reject.origin.line,
        "id": reject.document_id,
        "fault": reject.fault,
        "remedy": reject.remedy,
    }
