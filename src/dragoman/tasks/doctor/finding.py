"""What was found out of one thing: well, to be looked at, or broken."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragoman.errors import DragomanError
from dragoman.export import JsonObject


class Verdict(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    """It works, but look at it."""
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found out of one thing."""

    about: str
    """"SQLite"."""
    told: str
    """"3.45.1"."""
    verdict: Verdict = Verdict.OK
    remedy: str = ""
    """What to do, where something can be done."""


Look = Callable[[], Iterable[Finding]]


def look(about: str, found: Look) -> Iterator[Finding]:
    """What a look finds; one that fails is a fault, and the others are still taken.

    Args:
        about: what is looked at.
        found: looks.

    """
    try:
        yield from found()
    except DragomanError as error:
        told = f"{error.place}: {error.fault}" if error.place else error.fault
        yield Finding(about=about, told=told, verdict=Verdict.FAULT, remedy=error.remedy)
    except Exception as error:
        # A library that is damaged may raise anything.
        told = f"{type(error).__name__}: {error}"
        yield Finding(
            about=about, told=told, verdict=Verdict.FAULT, remedy="Install dragoman again, in a new environment."
        )


def findings_to_json(findings: Iterable[Finding]) -> JsonObject:
    """`verdict`, the worst of all, and `findings` with `about`, `verdict`, `told` and `remedy`."""
    listed = list(findings)
    return {
        "verdict": find_worst(listed).value,
        "findings": [
            {"about": one.about, "verdict": one.verdict.value, "told": one.told, "remedy": one.remedy} for one in listed
        ],
    }


def find_worst(findings: Iterable[Finding]) -> Verdict:
    """The worst verdict; well where there is none."""
    return max((one.verdict for one in findings), key=list(Verdict).index, default=Verdict.OK)
