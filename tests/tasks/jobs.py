"""Jobs for the process beside this one, importable by name."""

import os
import time

from dragoman.errors import InputError

KEPT: list[int] = []


def count(number: int) -> list[int]:
    KEPT.append(number)
    return KEPT


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def refuse() -> None:
    raise InputError("it is refused", place="text", remedy="Ask again.")


def fail() -> None:
    raise ZeroDivisionError("no words")


def die() -> None:
    os._exit(9)


def tell_process() -> int:
    return os.getpid()
