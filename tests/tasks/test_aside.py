"""The process beside this one: it keeps what it loaded, and its end costs one job."""

import os
import time
from collections.abc import Iterator

import pytest

from dragoman.errors import InputError
from dragoman.tasks.aside import Aside
from tests.tasks import jobs


@pytest.fixture(scope="module")
def aside() -> Iterator[Aside]:
    one = Aside()
    yield one
    one.end()


def test_jobs_are_done_in_one_process_which_is_not_this(aside: Aside) -> None:
    aside.end()
    assert aside.do(60, jobs.count, 1) == [1]
    assert aside.do(60, jobs.count, number=2) == [1, 2]
    assert jobs.KEPT == [] and aside.do(60, jobs.tell_process) != os.getpid()


def test_errors_come_back(aside: Aside) -> None:
    process = aside.do(60, jobs.tell_process)
    with pytest.raises(InputError) as refused:
        aside.do(60, jobs.refuse)
    assert (refused.value.fault, refused.value.place, refused.value.remedy) == ("it is refused", "text", "Ask again.")
    with pytest.raises(ChildProcessError, match="ZeroDivisionError: no words"):
        aside.do(60, jobs.fail)
    assert aside.do(60, jobs.tell_process) == process


def test_a_job_that_takes_too_long_is_ended(aside: Aside) -> None:
    process = aside.do(60, jobs.tell_process)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        aside.do(0.2, jobs.sleep, 60)
    assert time.monotonic() - began < 20
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert aside.do(60, jobs.tell_process) != process


def test_a_process_that_dies_costs_one_job(aside: Aside) -> None:
    with pytest.raises(ChildProcessError, match="died"):
        aside.do(60, jobs.die)
    assert aside.do(60, jobs.tell_process) != os.getpid()
