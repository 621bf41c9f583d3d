"""Answers that are kept as long as the record stays as it is."""

import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar, cast

from dragoman.store import read_pair_revision, read_revision

_Answer = TypeVar("_Answer")

MOST = 500
"""Answers kept at most; those asked for longest ago are forgotten."""

LONG = 0.05
"""Seconds of the processor's time from which an answer has taken long."""

TIMES_AS_LONG = 600
"""An answer that may lag is kept so many times as long as it took, but no longer than a minute."""

A_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class _Kept:
    answer: Any
    revision: int
    until: float


_kept: OrderedDict[Hashable, _Kept] = OrderedDict()
_lock = Lock()


def keep(
    connection: sqlite3.Connection,
    asked: Hashable,
    answer: Callable[[], _Answer],
    *,
    of: tuple[str, str] | None = None,
    may_lag: bool = False,
) -> _Answer:
    """An answer, asked for once as long as nothing is written to the record.

    Args:
        connection: of the record, within a snapshot.
        asked: what tells the question from all others; the record's file is told apart here.
        answer: asks it. What it gives is given again: nobody may change it.
        of: codes of two sides, where it rests on nothing but their events as they are today: then it is kept as long as
            none of these is written.
        may_lag: whether an answer that took long is also given for some time after the record has changed.

    """
    revision = read_pair_revision(connection, *of) if of else read_revision(connection)
    # A copy of a record has its revision until one of the two is written to.
    _, _, file = connection.execute("PRAGMA database_list").fetchone()
    key = (file, asked)
    with _lock:
        kept = _kept.get(key)
        if kept is not None and (kept.revision == revision or (may_lag and time.monotonic() < kept.until)):
            _kept.move_to_end(key)
            return cast("_Answer", kept.answer)
    started = time.thread_time()
    given = answer()
    took = time.thread_time() - started
    with _lock:
        lag = min(TIMES_AS_LONG * took, A_MINUTE) if took >= LONG else 0.0
        _kept[key] = _Kept(given, revision, time.monotonic() + lag)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return given
