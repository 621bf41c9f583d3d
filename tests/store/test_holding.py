"""Whoever waited for another writer in vain is told which process it is, and whether it will end by itself."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import BusyRecordError
from dragoman.store import connect, explain_faults, holding, transaction
from dragoman.store.holding import Holder, find_holder, say_holder
from tests.store.entries import open_new

CAN_STOP = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system tells nothing of processes")


def write_locks(monkeypatch: pytest.MonkeyPatch, folder: Path, process: int, *, byte: int = 120) -> Path:
    """A record, and locks as Linux lists them, of which one is held by a process."""
    shared = folder / "r.db-shm"
    shared.touch()
    number = shared.stat().st_ino
    listed = folder / "locks"
    listed.write_text(
        f"1: FLOCK  ADVISORY  WRITE 21 fe:00:{number} 0 EOF\n"
        f"2: POSIX  ADVISORY  READ  22 fe:00:{number} 123 123\n"
        f"2: -> POSIX  ADVISORY  WRITE 23 fe:00:{number} 120 120\n"
        f"3: POSIX  ADVISORY  WRITE 24 fe:00:{number + 1} 120 120\n"
        f"4: POSIX  ADVISORY  WRITE {process} fe:00:{number} {byte} {byte}\n"
    )
    monkeypatch.setattr(holding, "_LOCKS", listed)
    return folder / "r.db"


def test_a_writer_is_told_by_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = write_locks(monkeypatch, tmp_path, os.getpid())
    assert find_holder(record) == Holder(os.getpid(), is_stopped=False)
    assert f"(process {os.getpid()}) is writing" in say_holder(record)[0]


@pytest.mark.parametrize(("process", "byte"), [(0, 120), (25, 121)], ids=["of another container", "no writer"])
def test_nobody_is_named_where_the_system_does_not_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, process: int, byte: int
) -> None:
    record = write_locks(monkeypatch, tmp_path, process, byte=byte)
    assert find_holder(record) is None
    assert find_holder(tmp_path / "another.db") is None
    assert say_holder(record)[0] == "another program is writing to the record"


@CAN_STOP
def test_a_stopped_writer_is_said_to_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        os.kill(child.pid, signal.SIGSTOP)
        os.waitpid(child.pid, os.WUNTRACED)
        fault, remedy = say_holder(write_locks(monkeypatch, tmp_path, child.pid))
        child.kill()
    assert fault.endswith(f"(process {child.pid}) is writing to the record, and is stopped")
    assert f"kill -CONT {child.pid}" in remedy


def test_a_record_that_another_is_writing_to_is_busy(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as writer, transaction(writer):
        second = connect(tmp_path / "r.db", write=True, wait=0)
        with pytest.raises(BusyRecordError, match=r"another program .*is writing"), explain_faults(tmp_path / "r.db"):
            second.execute("BEGIN IMMEDIATE")
        second.close()
