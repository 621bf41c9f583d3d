"""The folder of a bulk run: what stands where, and that one process at a time writes there.

Names that begin with an underscore are passed over by Spark, DuckDB's partitions and Arrow alike.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError


@dataclass(frozen=True, slots=True)
class Folder:
    """Where things stand in the folder of a run."""

    path: Path

    @property
    def manifest(self) -> Path:
        """What the run is: see `Manifest`."""
        return self.path / "_manifest.json"

    @property
    def ledgers(self) -> Path:
        """What became of each document, a file a part: see `ledger`."""
        return self.path / "_documents"

    @property
    def originals(self) -> Path:
        """Texts that later documents may repeat, as long as the run has not ended: see `originals`."""
        return self.path / "_originals"

    @property
    def rejects(self) -> Path:
        """What could not be coded, once all was read."""
        return self.path / "_rejects.jsonl"

    @property
    def done(self) -> Path:
        """Empty; there when all was read and is written, as tools of the Hadoop family expect."""
        return self.path / "_SUCCESS"

    @property
    def lock_file(self) -> Path:
        """Empty; locked while a run is at work."""
        return self.path / "_lock"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other runs out; a process that is killed leaves no lock.

        Raises:
            InputError: another run is at work in the folder, or it cannot be made.

        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            stream = self.lock_file.open("wb")
        except OSError as error:
            reason = error.strerror or str(error)
            raise InputError(
                f"it cannot be written ({reason})", place=str(self.path), remedy="Name another folder."
            ) from error
        with stream:
            try:
                import fcntl

                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InputError(
                    "another run is at work in it", place=str(self.path), remedy="Wait for its end, or end it."
                ) from None
            except (ImportError, OSError):  # no such locks on this system, or on that of the folder
                pass
            yield
