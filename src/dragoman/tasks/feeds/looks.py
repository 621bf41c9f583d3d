"""One look at a feed: what was asked, what came, and when to look again."""

import random
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from dragoman.feeds import (
    Bounds,
    Fetcher,
    FetchError,
    KnownEntry,
    Limits,
    NotPublicError,
    find_back_off,
    find_interval,
    identify_entries,
    read_feed,
)
from dragoman.store import FeedState, SeenEntry

FRESH = timedelta(days=2)
"""An entry without a date that was not there so long ago is of the day on which it was first seen."""

JITTER = 0.1
"""Share by which intervals vary, so that feeds first asked together are not always asked together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What came of asking for a feed."""

    at: datetime
    seconds: float
    fault: FetchError | None = None
    is_unchanged: bool = False
    title: str = ""
    etag: str = ""
    modified: str = ""
    suggested: float | None = None
    warning: str = ""
    seen: tuple[SeenEntry, ...] = ()


def look_at(fetcher: Fetcher, state: FeedState, limits: Limits, *, name: str, now: float) -> Look:
    """Ask for a feed and read it; raises nothing, since a feed at fault must hurt no other.

    Args:
        fetcher: asks.
        state: how it stood with the feed before.
        limits: of the size.
        name: what the list of feeds calls it, if it does.
        now: seconds since 1970.

    """
    at, begun = datetime.fromtimestamp(now, UTC), time.monotonic()
    headers = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    try:
        answer = fetcher.fetch(state.url, most=limits.feed_bytes, headers={n: v for n, v in headers.items() if v})
        seconds = time.monotonic() - begun
        if answer.status == 304:
            return Look(at=at, seconds=seconds, is_unchanged=True)
        contents = read_feed(answer, name=name, now=now)
        is_fresh = state.good is not None and at - state.good < FRESH
        return Look(
            at=at,
            seconds=seconds,
            title=contents.title,
            etag=answer.headers.get("etag", ""),
            modified=answer.headers.get("last-modified", ""),
            suggested=contents.interval,
            warning=contents.warning,
            seen=tuple(_compose_seen(known, is_fresh) for known in identify_entries(contents.entries, state.url)),
        )
    except FetchError as error:
        fault = error
    except Exception as error:  # a parser's own fault, met in no test
        fault = FetchError(f"it could not be read ({type(error).__name__}: {error})")
    return Look(at=at, seconds=time.monotonic() - begun, fault=fault)


def _compose_seen(known: KnownEntry, is_fresh: bool) -> SeenEntry:
    entry = known.entry
    body: dict[str, Any] = {
        "title": entry.title,
        "text": entry.text,
        "link": entry.link,
        "publisher": entry.publisher,
        "published": entry.published.isoformat() if entry.published else None,
        "is_fresh": is_fresh,
    }
    return SeenEntry(
        keys=known.keys,
        document_id=known.document_id,
        fingerprint=known.fingerprint,
        body=body,
        left_out=f"in {entry.language}" if entry.language else "",
    )


def conclude(state: FeedState, look: Look, new: int, bounds: Bounds, *, name: str) -> FeedState:
    """How it stands with a feed after a look.

    Args:
        state: before.
        look: what came.
        new: entries not known before.
        bounds: of the interval.
        name: what the list of feeds calls it, if it does.

    """
    kept = replace(state, name=name or look.title or state.name, tried=look.at, new=new)
    if look.fault is not None:
        # A refusal of our own spares no server: whoever then allows the network should not wait for it until tomorrow.
        failures = 1 if isinstance(look.fault, NotPublicError) else state.failures + 1
        kept = replace(kept, failures=failures, fault=look.fault.words)
        wait = find_back_off(bounds, kept.failures, look.fault.retry_after)
    else:
        if look.is_unchanged:
            kept = replace(kept, fault="" if state.failures else state.fault)
        else:
            kept = replace(kept, etag=look.etag, modified=look.modified, fault=look.warning)
            kept = replace(kept, suggested=look.suggested, entries=len(look.seen))
        wait = find_interval(bounds, state.interval, new=new, entries=kept.entries, suggested=kept.suggested)
        kept = replace(kept, good=look.at, failures=0, interval=wait)
    varied = wait * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - nobody is to be kept from guessing it
    return replace(kept, due=look.at + timedelta(seconds=varied))
