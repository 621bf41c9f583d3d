"""One bench for several processes that answer: they count together, and one coder reads for all."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.managers import BaseManager
from typing import cast

from dragoman.desk.coding.bench import Bench
from dragoman.tasks.pool import follow_parent


class _Benches(BaseManager):
    """The process in which the bench is."""


_Benches.register("make", Bench, exposed=("do", "count_waiting"))


@contextmanager
def share_bench() -> Iterator[Bench]:
    """A bench that can be handed to processes, for as long as the block lasts."""
    benches = _Benches(ctx=multiprocessing.get_context("spawn"))
    benches.start(initializer=follow_parent)
    with benches:
        yield cast(Bench, benches.make())  # type: ignore[attr-defined]
