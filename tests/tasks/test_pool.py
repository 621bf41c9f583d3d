"""Work spread over processes: what a process that dies costs."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

import pytest

from dragoman.tasks import pool
from dragoman.tasks.pool import OrderedPool


def double(chunk: Sequence[int]) -> list[int]:
    if -1 in chunk:
        os._exit(9)
    return [2 * number for number in chunk]


def give_up(item: int) -> int:
    return item


def test_a_process_that_dies_costs_one_new_pool_however_much_was_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    start = pool.start_pool

    def count(workers: int) -> ProcessPoolExecutor:
        started.append(workers)
        return start(workers)

    monkeypatch.setattr(pool, "start_pool", count)
    items = [-1, *range(60)]
    assert list(OrderedPool(double, workers=2, crashed=give_up).map(items)) == [-1, *(2 * n for n in range(60))]
    # The first, the one after it, and for what was in hand one process by itself, anew after the culprit.
    assert sorted(started) == [1, 1, 2, 2]
