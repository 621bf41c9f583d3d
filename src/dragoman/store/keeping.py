"""Answers that are kept as long as the record stays as it is."""

import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias, TypeVar, cast

from dragoman.errors import RecordError
from dragoman.store.connection import read_pair_revision, read_revision
from dragoman.store.lending import lend

_Answer = TypeVar("_Answer")
_Key: TypeAlias = tuple[str, Hashable]
"""The record's file, and what was asked."""

MOST = 500
"""Answers kept at most; those asked for longest ago are forgotten."""

LONG = 0.05
"""Seconds of the processor's time from which an answer has taken long."""

TIMES_AS_LONG = 600
"""An answer that may lag is kept so many times as long as it took, but no longer than a minute."""

A_MINUTE = 60.0

LATELY = 120.0
"""Seconds: what was asked for within them will be asked for again."""

_RIPE = 0.7
"""Share of the time that an answer may lag, after which it is asked anew."""


@dataclass(frozen=True, slots=True)
class _Question:
    answer: Callable[[sqlite3.Connection], Any]
    of: tuple[str, str] | None
    may_lag: bool

    def read_revision(self, connection: sqlite3.Connection) -> int:
        return read_pair_revision(connection, *self.of) if self.of else read_revision(connection)


@dataclass(slots=True)
class _Kept:
    question: _Question
    answer: Any
    revision: int
    lag: float
    """Seconds for which it is given though the record has changed."""
    since: float
    """When it was right."""
    asked: float
    """When somebody wanted it last."""


_kept: OrderedDict[_Key, _Kept] = OrderedDict()
_lock = Lock()


def keep(
    connection: sqlite3.Connection,
    asked: Hashable,
    answer: Callable[[sqlite3.Connection], _Answer],
    *,
    of: tuple[str, str] | None = None,
    may_lag: bool = False,
) -> _Answer:
    """An answer, asked for once as long as nothing is written to the record.

    Args:
        connection: of the record, within a snapshot.
        asked: what tells the question from all others; the record's file is told apart here.
        answer: asks it of a connection. What it gives is given again: nobody may change it.
        of: codes of two sides, where it rests on nothing but their events as they are today: then it is kept as long as
            none of these is written.
        may_lag: whether an answer that took long is also given for some time after the record has changed.

    """
    question = _Question(answer, of, may_lag)
    revision = question.read_revision(connection)
    # A copy of a record has its revision until one of the two is written to.
    _, _, file = connection.execute("PRAGMA database_list").fetchone()
    key, now = (file, asked), time.monotonic()
    with _lock:
        kept = _kept.get(key)
        if kept is not None:
            kept.asked = now
        if kept is not None and (kept.revision == revision or now < kept.since + kept.lag):
            _kept.move_to_end(key)
            return cast("_Answer", kept.answer)
    return cast("_Answer", _ask(connection, key, question, revision, asked_at=now))


def _ask(connection: sqlite3.Connection, key: _Key, question: _Question, revision: int, *, asked_at: float) -> Any:
    started = time.thread_time()
    given = question.answer(connection)
    took = time.thread_time() - started
    lag = min(TIMES_AS_LONG * took, A_MINUTE) if question.may_lag and took >= LONG else 0.0
    with _lock:
        _kept[key] = _Kept(question, given, revision, lag, time.monotonic(), asked_at)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return given


def refresh() -> None:
    """Ask anew what may lag and was asked for lately, before it is too old: then nobody has to wait for it."""
    now = time.monotonic()
    with _lock:
        ripe = [
            (key, kept)
            for key, kept in _kept.items()
            if kept.lag and now >= kept.since + _RIPE * kept.lag and now < kept.asked + LATELY
        ]
    for key, kept in ripe:
        # Of a record that is gone, or cannot be read, whoever asks is told so.
        with suppress(RecordError, sqlite3.Error), lend(Path(key[0])) as connection:
            revision = kept.question.read_revision(connection)
            if revision != kept.revision:
                _ask(connection, key, kept.question, revision, asked_at=kept.asked)
            else:
                kept.since = now


def keep_fresh() -> None:
    """Refresh what is kept, as long as the process lives."""
    while True:
        time.sleep(1)
        refresh()
