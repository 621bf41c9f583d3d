"""Who holds the lock of a record that cannot be written to, as far as the system tells."""

from dataclasses import dataclass
from pathlib import Path

_LOCKS = Path("/proc/locks")
_WRITING = "120"
"""The byte of the file NAME-shm that SQLite locks while it writes, in the mode in which records are kept."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that is writing to a record."""

    process: int
    is_stopped: bool
    """Whether somebody has stopped it, as Ctrl-Z does: then it will not end by itself."""


def find_holder(record: Path) -> Holder | None:
    """The process that writes to a record; None where there is none, or the system does not tell (it is not Linux)."""
    try:
        # Only looked at: to open and close the file would free this process's own locks on it.
        shared = Path(f"{record.resolve()}-shm").stat().st_ino
        # "1: POSIX  ADVISORY  WRITE 4711 fe:00:1234 120 120"
        for lock in map(str.split, _LOCKS.read_text(encoding="ascii").splitlines()):
            if lock[3:4] == ["WRITE"] and lock[5].rpartition(":")[2] == str(shared) and lock[6] == _WRITING:
                process = int(lock[4])  # 0 where it is one of another container
                return Holder(process, is_stopped=_is_stopped(process)) if process else None
    except (OSError, ValueError, IndexError):
        return None
    return None


def _is_stopped(process: int) -> bool:
    try:
        # "4711 (dragoman) T 4000 …"; the name may hold brackets.
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "T"
    except OSError:
        return False


def say_holder(record: Path) -> tuple[str, str]:
    """What is wrong with a record that somebody else is writing to, and what to do."""
    holder = find_holder(record)
    if holder is None:
        return "another program is writing to the record", "Wait for it to end, and try again."
    fault = f"another program (process {holder.process}) is writing to the record"
    if holder.is_stopped:
        return f"{fault}, and is stopped", f"Let it go on (kill -CONT {holder.process}) or end it, and try again."
    return fault, "Wait for it to end, and try again."
