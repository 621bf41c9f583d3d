"""Feeds are followed without an entry coded twice or lost, whatever the feeds do and wherever the process ends."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.config import CoderConfig
from dragoman.documents import Reject
from dragoman.errors import RecordError
from dragoman.feeds import Bounds, Subscription
from dragoman.store import FeedState, Outcome, connect, create_record, find_faults
from dragoman.tasks import Filling
from dragoman.tasks.feeds.figures import list_feeds, read_feed_gauges
from dragoman.tasks.feeds.values import Followed, FollowSettings, Polled
from dragoman.tasks.follow import Follower, hold_alone
from tests.feeds.sites import (
    Handler,
    Reply,
    Site,
    TestClock,
    hang_up,
    in_turn,
    make_limits,
    open_site,
    write_item,
    write_rss,
)
from tests.tasks.fakes import make_word_coder

SETTINGS = FollowSettings(config=CoderConfig(), limits=make_limits(), bounds=Bounds(least=300, most=3_600))
LATER = 4_500.0
"""Seconds from one run to the next: more than any feed of these tests waits, whatever the jitter."""


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@dataclass(slots=True)
class Notes:
    """A watcher that notes what it is told."""

    polled_: list[Polled] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    rested: list[datetime] = field(default_factory=list)
    on_settled: Callable[[], None] = lambda: None

    def polled(self, polled: Polled) -> None:
        self.polled_.append(polled)

    def settled(self, reject: Reject | None, filling: Filling) -> None:  # noqa: ARG002 - a Watcher's
        self.rejects.extend([reject] if reject else [])
        self.on_settled()

    def rests(self, until: datetime) -> None:
        self.rested.append(until)


@dataclass(slots=True)
class Desk:
    """A record that follows a site."""

    record: Path
    site: Site
    clock: TestClock = field(default_factory=TestClock)
    notes: Notes = field(default_factory=Notes)
    settings: FollowSettings = SETTINGS
    paths: tuple[str, ...] = ("/feed",)
    others: tuple[str, ...] = ()

    def follow(self, *, once: bool = True) -> Followed:
        """Follow, some time after the last run."""
        urls = [*(f"{self.site.url}{path}" for path in self.paths), *self.others]
        subscriptions = [Subscription(url=url) for url in urls]
        follower = Follower(
            self.record, subscriptions, self.settings, clock=self.clock, watcher=self.notes, maker=make_word_coder
        )
        followed = follower.run(once=once)
        self.clock.seconds += LATER
        return followed

    def feed(self, number: int = 0) -> FeedState:
        return list_feeds(self.record)[number]

    def documents(self) -> dict[str, dict[str, Any]]:
        """The current documents by title."""
        with closing(connect(self.record)) as connection:
            assert list(find_faults(connection)) == []
            rows = connection.execute("SELECT * FROM document WHERE is_current = 1 ORDER BY id")
            return {row["title"]: dict(row) for row in rows}


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Desk:
    create_record(tmp_path / "relations.db")
    site.pages["/feed"] = Reply(write_rss(write_item(1), write_item(2)))
    return Desk(record=tmp_path / "relations.db", site=site)


def test_entries_become_documents(desk: Desk) -> None:
    followed = desk.follow()
    assert (followed.asked, followed.new, followed.filling.documents, followed.filling.rejected) == (1, 2, 2, 0)
    document = desk.documents()["Report 1"]
    assert document["text"] == "The ministers met in the harbour town to speak about matter 1 once more."
    assert (document["published"], document["publisher"]) == ("2025-10-09", "The Harbour Post")
    assert document["url"] == f"{desk.site.url}/reports/1"


def test_nothing_is_coded_twice(desk: Desk) -> None:
    desk.follow()
    desk.site.pages["/feed"] = Reply(write_rss(write_item(2), write_item(3)))
    followed = desk.follow()
    assert (followed.new, followed.filling.documents) == (1, 1)
    assert list(desk.documents()) == ["Report 1", "Report 2", "Report 3"]
    assert desk.feed().outcomes == {Outcome.CODED: 3} and (desk.feed().entries, desk.feed().new) == (2, 1)


def test_one_report_in_two_feeds_is_one_document(desk: Desk) -> None:
    desk.paths = ("/feed", "/world")
    desk.site.pages["/world"] = Reply(
        write_rss(write_item(2, guid="w2", description="In short: they met."), write_item(9))
    )
    followed = desk.follow()
    assert followed.new == 3
    assert "once more" in desk.documents()["Report 2"]["text"]


def test_a_changed_entry_becomes_a_new_version(desk: Desk) -> None:
    desk.follow()
    desk.site.pages["/feed"] = Reply(write_rss(write_item(1, description="They met, and parted."), write_item(2)))
    followed = desk.follow()
    assert (followed.new, followed.filling.changes["new version"]) == (0, 1)  # type: ignore[index]
    document = desk.documents()["Report 1"]
    assert (document["text"], document["version"]) == ("They met, and parted.", 2)


def test_an_entry_that_changes_at_every_look_is_left_one_day(desk: Desk) -> None:
    for number in range(13):
        desk.site.pages["/feed"] = Reply(write_rss(write_item(1, description=f"Read by {number} people; they met.")))
        desk.follow()
    assert desk.documents()["Report 1"]["version"] == 10


def test_the_server_is_asked_only_for_what_is_newer(desk: Desk) -> None:
    feed = Reply(write_rss(write_item(1)), headers={"ETag": '"1"', "Last-Modified": "Thu, 09 Oct 2025 06:00:00 GMT"})
    desk.site.pages["/feed"] = in_turn(feed, Reply(status=304), Reply(status=500))
    for _ in range(2):
        desk.follow()
    first, second = (headers for path, headers in desk.site.requests if path == "/feed")
    assert "if-none-match" not in first and second["if-none-match"] == '"1"'
    assert second["if-modified-since"] == "Thu, 09 Oct 2025 06:00:00 GMT"
    assert desk.feed().good == desk.feed().tried and desk.feed().fault == ""
    assert desk.notes.polled_[1].look.is_unchanged


def test_a_feed_at_fault_hurts_no_other_and_is_asked_less_and_less(desk: Desk) -> None:
    desk.paths = ("/none", "/html", "/feed", "/cut")
    desk.site.pages |= {"/html": Reply(b"<html><body>No</body></html>"), "/cut": hang_up}
    followed = desk.follow()
    assert (followed.asked, followed.at_fault, followed.filling.documents) == (4, 3, 2)
    faults = {state.url.rpartition("/")[2]: state.fault for state in list_feeds(desk.record)}
    assert faults == {
        "none": "HTTP 404 (Not Found)",
        "html": "it is an HTML page, not a feed",
        "feed": "",
        "cut": "the answer was cut off",
    }
    waits = []
    for _ in range(3):
        state = next(state for state in list_feeds(desk.record) if state.url.endswith("/none"))
        assert state.due and state.tried
        waits.append((state.due - state.tried).total_seconds())
        desk.clock.seconds = state.due.timestamp() + 1
        desk.follow()
    assert 540 <= waits[0] <= 660 and 1_080 <= waits[1] <= 1_320 and 2_160 <= waits[2] <= 2_640
    gauges = {gauge.name: gauge.value for gauge in read_feed_gauges(desk.record)}
    assert gauges["dragoman_feeds_failing"] == 3 and gauges["dragoman_feed_entries_waiting"] == 0


def test_a_slow_feed_holds_up_no_coding(desk: Desk) -> None:
    coded = threading.Event()

    def answer_late(handler: Handler) -> None:
        coded.wait(30)
        Reply(write_rss(write_item(7)))(handler)

    with open_site() as slow:
        slow.pages["/feed"] = answer_late
        desk.notes.on_settled = coded.set
        desk.others = (f"{slow.url}/feed",)
        assert desk.follow().filling.documents == 3
    assert list(desk.documents()) == ["Report 1", "Report 2", "Report 7"]


def test_a_feed_that_recovers_is_well_again(desk: Desk) -> None:
    desk.site.pages["/feed"] = in_turn(Reply(status=404), Reply(write_rss(write_item(1))))
    desk.follow()
    assert desk.feed().failures == 1
    desk.follow()
    assert (desk.feed().failures, desk.feed().fault, len(desk.documents())) == (0, "", 1)


def test_a_feed_that_may_not_be_asked_is_looked_at_soon_again(desk: Desk) -> None:
    allowed, desk.settings = desk.settings, replace(desk.settings, limits=make_limits(allowed=()))
    for _ in range(4):
        desk.follow()
    assert "is not a public address" in desk.feed().fault and desk.feed().failures == 1 and desk.site.requests == []
    desk.settings = allowed
    assert desk.follow().filling.documents == 2


def test_only_feeds_that_are_due_are_asked(desk: Desk) -> None:
    desk.follow()
    desk.clock.seconds -= LATER - 60
    assert desk.follow().asked == 0
    assert desk.site.asked == ["/feed"]


def test_retry_after_moves_the_next_look(desk: Desk) -> None:
    desk.site.pages["/feed"] = Reply(status=429, headers={"Retry-After": "7200"})
    desk.follow()
    state = desk.feed()
    assert state.due and state.tried and (state.due - state.tried).total_seconds() >= 6_400


def test_what_is_not_in_english_is_left_out(desk: Desk) -> None:
    french = "Le ministre a rencontré son homologue à Ankara mardi pour parler du commerce."
    desk.site.pages["/feed"] = Reply(write_rss(write_item(1), write_item(2, title="Le port", description=french)))
    followed = desk.follow()
    assert (followed.new, followed.filling.documents, followed.filling.rejected) == (2, 1, 0)
    assert desk.feed().outcomes == {Outcome.CODED: 1, Outcome.LEFT_OUT: 1}


def test_what_cannot_be_coded_is_rejected_once(desk: Desk) -> None:
    desk.site.pages["/feed"] = Reply(
        write_rss(write_item(1, description="FAIL"), write_item(2, title="", description=""))
    )
    assert desk.follow().filling.rejected == 2
    assert {reject.fault.partition(" (")[0] for reject in desk.notes.rejects} == {
        "the coder failed on it",
        "it is empty",
    }
    assert desk.follow().filling.rejected == 0
    assert desk.feed().outcomes == {Outcome.REJECTED: 2}


def test_entries_without_a_date_are_of_the_day_they_come_up_but_not_those_that_stood_there_before(desk: Desk) -> None:
    desk.site.pages["/feed"] = Reply(write_rss(write_item(1, pubDate="")))
    desk.follow()
    assert [reject.fault for reject in desk.notes.rejects] == ["it has no date"]
    desk.site.pages["/feed"] = Reply(write_rss(write_item(1, pubDate=""), write_item(2, pubDate="tomorrow")))
    desk.follow()
    published = desk.documents()["Report 2"]["published"]
    assert published == datetime.now(UTC).date().isoformat()


PAGE = """<html lang="en"><head><title>Report 1</title><meta property="article:published_time" content="2025-10-07">
</head><body><article><h1>Report 1</h1>{}</article></body></html>"""
WORDS = "".join(
    f"<p>The ministers met for the {n}th time and spoke of trade, of fish and of the harbour.</p>" for n in range(4, 12)
)


def full_text(desk: Desk, **limits: object) -> Desk:
    desk.settings = replace(SETTINGS, full_text=True, limits=make_limits(tries=1, **limits))
    return desk


def test_the_full_text_of_pages_is_coded_when_asked_for(desk: Desk) -> None:
    desk.site.pages["/reports/1"] = Reply(PAGE.format(WORDS).encode(), headers={"Content-Type": "text/html"})
    full_text(desk).follow()
    documents = desk.documents()
    assert "for the 11th time" in documents["Report 1"]["text"] and documents["Report 1"]["published"] == "2025-10-09"
    assert documents["Report 2"]["text"].startswith("The ministers met in the harbour town")  # its page is missing


def test_a_page_gives_the_date_where_the_feed_has_none(desk: Desk) -> None:
    desk.site.pages["/feed"] = Reply(write_rss(write_item(1, pubDate="")))
    desk.site.pages["/reports/1"] = Reply(PAGE.format(WORDS).encode(), headers={"Content-Type": "text/html"})
    full_text(desk).follow()
    assert desk.documents()["Report 1"]["published"] == "2025-10-07"


def test_a_page_that_robots_txt_forbids_is_coded_in_the_words_of_the_feed(desk: Desk) -> None:
    desk.site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /reports/")
    full_text(desk).follow()
    assert len(desk.documents()) == 2 and desk.site.asked == ["/feed"]


def test_a_page_that_cannot_be_had_for_now_is_asked_for_again_and_then_given_up(desk: Desk) -> None:
    desk.site.pages["/feed"] = Reply(write_rss(write_item(1)))
    desk.site.pages["/reports/1"] = Reply(status=503)
    full_text(desk)
    for waiting in (1, 1, 0):
        desk.follow()
        assert desk.feed().outcomes.get(Outcome.WAITING, 0) == waiting
        desk.clock.seconds += LATER
    assert desk.site.asked.count("/reports/1") == 3
    assert desk.documents()["Report 1"]["text"].startswith("The ministers met in the harbour town")


def test_a_site_that_wants_long_pauses_is_given_them_and_all_of_it_is_coded(desk: Desk) -> None:
    desk.site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 50")
    desk.site.pages["/feed"] = Reply(write_rss(*(write_item(number) for number in range(5))))
    followed = full_text(desk).follow()
    assert followed.filling.documents == 5 and set(desk.clock.waited) == {50.0}


def test_it_goes_on_until_the_end_is_asked_for(desk: Desk) -> None:
    desk.clock.rests = 120
    followed = desk.follow(once=False)
    assert followed.asked > 2 and followed.filling.documents == 2
    assert max(desk.clock.waited) <= 60 and len(desk.notes.rested) == 120


def test_the_end_asked_for_leaves_the_rest_for_the_next_run(desk: Desk) -> None:
    desk.clock.rests = 1
    desk.settings = replace(SETTINGS, limits=make_limits(pause=1.0))  # robots.txt first: one pause, and the end
    assert desk.follow().filling.documents == 0
    assert (
        desk.feed().tried is None and desk.feed().fault == ""
    )  # nothing is said against a feed that we cut off ourselves
    desk.clock.rests = 1_000
    assert desk.follow().filling.documents == 2


def test_two_processes_do_not_follow_for_one_record(desk: Desk) -> None:
    with hold_alone(desk.record), pytest.raises(RecordError, match="another dragoman follow"):
        desk.follow()
    assert desk.follow().asked == 1


def test_a_record_that_is_not_there_is_said_so(desk: Desk) -> None:
    desk.record = desk.record.with_name("none.db")
    with pytest.raises(RecordError, match="dragoman record init"):
        desk.follow()


KILLED = """
import sys
from pathlib import Path
from dragoman.feeds import Subscription
from dragoman.tasks.follow import Follower
from tests.feeds.sites import TestClock
from tests.tasks.fakes import make_word_coder
from tests.tasks.test_follow import SETTINGS, Notes
record, url = sys.argv[1:]
feeds = [Subscription(url=url)]
Follower(Path(record), feeds, SETTINGS, clock=TestClock(), watcher=Notes(), maker=make_word_coder).run(once=True)
"""


def test_a_process_that_dies_on_a_document_loses_nothing_and_repeats_nothing(desk: Desk) -> None:
    desk.site.pages["/feed"] = Reply(write_rss(write_item(1), write_item(2, description="DIE")))
    command = [sys.executable, "-c", KILLED, str(desk.record), f"{desk.site.url}/feed"]
    done = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": os.getcwd()})  # noqa: PTH109
    assert done.returncode == 9
    assert desk.feed().outcomes == {Outcome.WAITING: 2}  # what was seen is noted, though the feed may forget it
    desk.site.pages["/feed"] = Reply(write_rss(write_item(3)))
    with closing(connect(desk.record, write=True)) as connection:
        connection.execute("UPDATE feed_entry SET body = replace(body, 'DIE', 'They met.')")
    desk.clock.seconds += LATER
    desk.follow()
    assert list(desk.documents()) == ["Report 1", "Report 2", "Report 3"]
    assert desk.feed().outcomes == {Outcome.CODED: 3}
