"""From what was read to what is coded: the text of pages is extracted, and what need not be coded is set aside.

The work is light beside coding, but much more than reading, so it has processes of its own; they never load the parser.
"""

import faulthandler
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import FrameType
from typing import TextIO, TypeAlias, TypeVar
from urllib.parse import urlsplit

from dragoman.documents import Origin, Page, Reject, Sourced, compose_page, find_foreign, find_foreign_page
from dragoman.tasks.engines import Engine, LocalEngine
from dragoman.tasks.outcomes import Imprint

Result = TypeVar("Result")

PAGE_SECONDS = 20.0
"""How long one page may take; the usual one takes a hundredth of a second or a few."""

_GRACE = 2
"""How many times as long before its process is ended."""

_FOREIGN = "not in English but in "

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A document that is not coded, though nothing is wrong with it: it is counted."""

    origin: Origin
    document_id: str
    imprint: Imprint
    reason: str


Read: TypeAlias = Sourced | Page | Reject
Prepared: TypeAlias = Sourced | SetAside | Reject


def prepare_documents(items: Iterable[Read], *, workers: int = 1, engine: Engine | None = None) -> Iterator[Prepared]:
    """Make documents of what was read, in order; rejects among it pass through.

    The result is the same whatever the number of workers. With more than one, a page that kills its process, or takes
    too long, costs itself alone; with one, all is done in this process. No process is started before there is work.

    Args:
        items: documents, pages, and rejects met in reading.
        workers: processes, at least 1.
        engine: what spreads the work; so many processes of this machine by default.

    """
    dated_by_crawl = foreign = 0
    for item in _prepare(iter(items), engine or LocalEngine(workers)):
        dated_by_crawl += isinstance(item, Sourced) and item.is_dated_by_crawl
        foreign += isinstance(item, SetAside) and item.reason.startswith(_FOREIGN)
        yield item
    if dated_by_crawl:
        _LOGGER.warning("pages that state no day of publication have the day of their crawl: %s", f"{dated_by_crawl:,}")
    if foreign:
        _LOGGER.warning("pages that are not in English are set aside: %s", f"{foreign:,}")


def _prepare(stream: Iterator[Read], engine: Engine) -> Iterator[Prepared]:
    for item in stream:
        if isinstance(item, Page):
            yield from engine.map(prepare_chunk, chain([item], stream), crashed=report_lost)
            return
        yield item


def prepare_chunk(chunk: Sequence[Read]) -> list[Prepared]:
    """Prepare a few items in this process."""
    return [in_time(item, compose_crawled) if isinstance(item, Page) else item for item in chunk]


def set_aside(sourced: Sourced, reason: str) -> SetAside:
    """A document that is not coded for some reason."""
    document = sourced.document
    return SetAside(origin=sourced.origin, document_id=document.id, imprint=Imprint.of(document), reason=reason)


def extract(page: Page) -> Sourced | Reject:
    """The document of a page, if it can be had in time."""
    return in_time(page, compose_page)


def in_time(page: Page, work: Callable[[Page], Result]) -> Result | Reject:
    """What a page gives, if it can be had in time."""
    try:
        with time_limit(PAGE_SECONDS):
            return work(page)
    except _TooSlow:
        return page.lost(f"it took over {PAGE_SECONDS:g} seconds")


def compose_crawled(page: Page) -> Sourced | SetAside | Reject:
    """The document of a page that a crawler fetched, which fetches whatever language comes; only English is coded."""
    if page.crawled and (foreign := find_foreign_page(page)):
        imprint = Imprint(published=page.crawled, publisher=urlsplit(page.url).hostname or "", url=page.url)
        reason = f"{_FOREIGN}{foreign}"
        return SetAside(origin=page.origin, document_id=page.document_id, imprint=imprint, reason=reason)
    read = compose_page(page)
    foreign = find_foreign(read.document.text) if page.crawled and isinstance(read, Sourced) else ""
    return set_aside(read, f"{_FOREIGN}{foreign}") if foreign and isinstance(read, Sourced) else read


def report_lost(item: Read) -> Prepared:
    """What becomes of an item on which a process died."""
    return item.lost("the process died") if isinstance(item, Page) else item


class _TooSlow(BaseException):
    """Not an `Exception`, since extraction has many a place that would swallow one."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `_TooSlow` inside after some time; without effect in any thread but the main one.

    In a process that only works for another, it ends the process where that did not help: in the midst of a library of
    C code no exception is raised.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    if is_worker := multiprocessing.parent_process() is not None:
        faulthandler.dump_traceback_later(_GRACE * seconds, exit=True, file=_nowhere())
    try:
        yield
    finally:
        if is_worker:
            faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@cache
def _nowhere() -> TextIO:
    return Path(os.devnull).open("w")
