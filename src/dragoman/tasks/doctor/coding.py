"""A sentence is coded, and what comes out compared with what should."""

import time
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from dragoman.config import CoderConfig
from dragoman.documents import Origin, Reject, Sourced
from dragoman.model.text import Document
from dragoman.tasks.doctor.finding import Finding, Verdict
from dragoman.tasks.outcomes import CoderMaker, code_sourced

SENTENCE: Final = Document(id="doctor", published=date(2024, 5, 2), text="Kenya's president visited Accra on Tuesday.")

EXPECTED: Final = "CONSULT visit KEN → GHA 2024-04-30"


def try_coding(maker: CoderMaker) -> Iterator[Finding]:
    """Code the sentence.

    Args:
        maker: makes the coder.

    Raises:
        DragomanError: the coder can't be made.

    """
    started = time.perf_counter()
    coder, stamp = maker(CoderConfig())
    outcome = code_sourced(coder, stamp, Sourced(origin=Origin(file="doctor"), document=SENTENCE))
    took = time.perf_counter() - started
    found = outcome.fault if isinstance(outcome, Reject) else "; ".join(map(_tell_event, outcome.events)) or "no event"
    if found == EXPECTED:
        yield Finding(about="coding", told=f"{found}, as expected, in {took:.1f} s with the start")
        return
    yield Finding(
        about="coding",
        told=f"“{SENTENCE.text}” gave {found}, not {EXPECTED}",
        verdict=Verdict.FAULT,
        remedy="Install dragoman in a new environment; if it stays so, report it with what doctor --json says.",
    )


def _tell_event(event: Any) -> str:
    sides = " → ".join("+".join(side["code"] for side in event[part]) for part in ("actors", "recipients"))
    return " ".join(filter(None, (event["event_type"], event["mode"], sides, (event["date"] or {}).get("start"))))
