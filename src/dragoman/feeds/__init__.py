"""Feeds: fetching RSS, Atom and the pages they link to, politely and with suspicion, and reading them.

Nothing here knows of records: `tasks/follow.py` keeps what was seen. Needs the extra `feeds`.
"""

from dragoman.feeds.clock import Clock, SystemClock
from dragoman.feeds.crew import Crew
from dragoman.feeds.entries import FeedEntry, KnownEntry, identify_entries
from dragoman.feeds.exchange import Answer
from dragoman.feeds.faults import FetchError, NotPublicError
from dragoman.feeds.fetch import Fetcher
from dragoman.feeds.limits import Limits
from dragoman.feeds.opml import Subscription, find_subscriptions
from dragoman.feeds.parse import FeedContents, read_feed
from dragoman.feeds.schedule import Bounds, find_back_off, find_interval

__all__ = [
    "Answer",
    "Bounds",
    "Clock",
    "Crew",
    "FeedContents",
    "FeedEntry",
    "FetchError",
    "Fetcher",
    "KnownEntry",
    "Limits",
    "NotPublicError",
    "Subscription",
    "SystemClock",
    "find_back_off",
    "find_interval",
    "find_subscriptions",
    "identify_entries",
    "read_feed",
]
