"""How often, how many at a time and how long texts are coded."""

import threading
from typing import Any

import pytest

from dragoman.desk.coding import Bench, LaterError, Rates, share_bench
from dragoman.desk.coding.bench import WAITING
from dragoman.errors import DragomanError, InputError
from tests.tasks import jobs


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def ask(rates: Rates, who: str) -> int:
    """Seconds to wait; 0 where it may be done."""
    try:
        rates.take(who)
    except LaterError as error:
        return error.wait if error.status == 429 and str(error.wait) in error.remedy else -1
    return 0


def test_one_may_ask_so_often_and_all_together_so_often() -> None:
    clock = Clock()
    rates = Rates(each=2, together=3, seconds=60, clock=clock)
    assert [ask(rates, "a"), ask(rates, "a")] == [0, 0]
    clock.now += 20.5
    assert ask(rates, "a") == 40
    assert ask(rates, "b") == 0
    assert ask(rates, "c") == 40, "for all together"
    clock.now += 39.5
    assert [ask(rates, "a"), ask(rates, "c"), ask(rates, "b")] == [0, 0, 21]


def test_what_is_refused_does_not_count() -> None:
    clock = Clock()
    rates = Rates(each=1, together=9, clock=clock)
    ask(rates, "a")
    for _ in range(50):
        clock.now += 1
        assert ask(rates, "a") == 1060 - clock.now
    clock.now += 10
    assert ask(rates, "a") == 0


class Slow:
    """Jobs that end when they are told to."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Semaphore(0), threading.Semaphore(0)
        self.now = self.most = 0

    def do(self, _seconds: float, job: Any, /, *args: Any) -> Any:
        self.now += 1
        self.most = max(self.most, self.now)
        self.begun.release()
        assert self.go_on.acquire(timeout=20)
        self.now -= 1
        return job(*args)


def test_one_at_a_time_some_wait_and_others_come_back_later() -> None:
    slow = Slow()
    bench = Bench(Rates(each=99, together=99), slow)
    done: list[Any] = []
    threads = [
        threading.Thread(target=lambda n=n: done.append(bench.do("a", 1, dict, [("n", n)]))) for n in range(1 + WAITING)
    ]
    for thread in threads:
        thread.start()
    assert slow.begun.acquire(timeout=20)
    while bench.count_waiting() <= WAITING:
        threading.Event().wait(0.01)
    with pytest.raises(LaterError) as full:
        bench.do("b", 1, dict)
    assert full.value.status == 503 and full.value.wait > 0
    slow.go_on.release(len(threads))
    for thread in threads:
        thread.join(20)
    assert sorted(told["n"] for told in done) == [0, 1, 2, 3] and slow.most == 1
    slow.go_on.release()
    assert bench.do("b", 1, dict) == {}, "there is room again"


class Failing:
    def __init__(self, error: Exception) -> None:
        self.error = error

    def do(self, _seconds: float, _job: Any, /, *_args: Any) -> Any:
        raise self.error


def test_what_takes_too_long_or_dies_is_said() -> None:
    with pytest.raises(LaterError, match="within 60 seconds") as late:
        Bench(jobs=Failing(TimeoutError())).do("a", 60, dict)
    assert late.value.status == 503
    with pytest.raises(DragomanError, match="its process died"):
        Bench(jobs=Failing(ChildProcessError("its process died"))).do("a", 60, dict)


def test_a_shared_bench_counts_for_all_and_tells_errors() -> None:
    with share_bench() as bench:
        assert bench.do("a", 60, jobs.count, 1) == [1]
        assert bench.do("b", 60, jobs.count, 2) == [1, 2], "one process does them all"
        with pytest.raises(InputError, match="refused"):
            bench.do("a", 60, jobs.refuse)
        for _ in range(8):
            bench.do("a", 60, jobs.count, 0)
        with pytest.raises(LaterError) as late:
            bench.do("a", 60, jobs.count, 0)
        assert late.value.status == 429 and 0 < late.value.wait <= 60
