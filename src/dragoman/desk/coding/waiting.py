"""Waiting for what takes long, without holding up pages or the end of the desk."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Final, TypeVar

from anyio import CapacityLimiter

from dragoman.desk.coding.bench import WAITING

Result = TypeVar("Result")

_AT_A_TIME: Final = CapacityLimiter(2 * (1 + WAITING))
"""Those that wait for the bench, and as many more to be told to come back."""


async def wait_for(work: Callable[[], Result]) -> Result:
    """What some work gives that is done in a thread of its own.

    The threads of pages are few. And Python ends only when all threads have, but for those that are daemons: a desk
    that is told to end need not wait for a text that is being read.
    """
    async with _AT_A_TIME:
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Result] = loop.create_future()
        Thread(target=_do, args=(work, loop, done), daemon=True).start()
        return await done


def _do(work: Callable[[], Result], loop: asyncio.AbstractEventLoop, done: asyncio.Future[Result]) -> None:
    try:
        result = work()
    except Exception as error:
        _tell(loop, done, partial(done.set_exception, error))
    else:
        _tell(loop, done, partial(done.set_result, result))


def _tell(loop: asyncio.AbstractEventLoop, done: asyncio.Future[Result], tell: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the desk has ended
        loop.call_soon_threadsafe(lambda: None if done.done() else tell())
