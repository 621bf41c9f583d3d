"""What is seen of following: a live table on a terminal, the file of rejects, figures for Prometheus."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from rich.console import Group
from rich.live import Live
from rich.text import Text

from dragoman.cli.clean import clean_line
from dragoman.cli.console import Rejects, error_console, plural, say
from dragoman.cli.feed_table import render_feeds
from dragoman.cli.filling import count_filling, describe_filling
from dragoman.documents import Reject
from dragoman.logs import writes_json
from dragoman.metrics import serve_metrics
from dragoman.tasks import Filling, check_rejects
from dragoman.tasks.feeds.figures import list_feeds, read_feed_gauges
from dragoman.tasks.feeds.values import Followed, Polled
from dragoman.tasks.gauges import read_gauges
from dragoman.tasks.rejects import add_reject

_AROUND = 6
"""Lines of a screen that the feeds do not have: heading, rules and the line below."""

_REFRESH = 0.5
"""Seconds between two looks at the record for the live table."""


class Screen:
    """Watches following: on a terminal the table of feeds, as it stands."""

    def __init__(self, record: Path, rejects: Path) -> None:
        """Show nothing yet.

        Args:
            record: that is kept up.
            rejects: file to which rejects are added.

        Raises:
            InputError: the file of rejects can't be written.

        """
        check_rejects(rejects)
        self._record = record
        self._rejects = rejects
        self._console = error_console()
        self._reported = Rejects(self._console)
        self._line = "asking"
        self._drawn = 0.0
        self._live: Live | None = None
        if self._console.is_terminal and not writes_json():
            self._live = Live(console=self._console, auto_refresh=False, vertical_overflow="crop")

    def __enter__(self) -> "Screen":
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._line = ""
            if error is None:
                self._draw(now=True)
            self._live.stop()

    def polled(self, polled: Polled) -> None:
        """See `Watcher`."""
        self._line = f"asked {clean_line(polled.state.name or polled.state.url)}"
        self._draw()

    def settled(self, reject: Reject | None, filling: Filling) -> None:
        """See `Watcher`. Noted before the record is: a line may come twice, but none is lost."""
        if reject is not None:
            self._reported.report(reject)
            add_reject(self._rejects, reject)
        self._line = f"coding: {plural(filling.documents, 'document')}, {plural(filling.reports, 'report')}"
        self._draw()

    def rests(self, until: datetime) -> None:
        """See `Watcher`."""
        self._line = f"at rest until {until.astimezone():%H:%M:%S} (Ctrl-C ends it)"
        self._draw(now=True)

    def conclude(self, followed: Followed) -> None:
        """The closing line."""
        faults = f" ({followed.at_fault} at fault)" if followed.at_fault else ""
        asked = f"{plural(followed.asked, 'look')} at feeds{faults}, {plural(followed.new, 'new entry', 'new entries')}"
        due = followed.next_due
        ahead = f"; next look at {due.astimezone():%H:%M}" if due else ""
        say(
            f"{self._record}: {asked}; {describe_filling(followed.filling, self._rejects)}{ahead}",
            record=str(self._record),
            looks=followed.asked,
            faults=followed.at_fault,
            new=followed.new,
            next=due.isoformat(timespec="seconds") if due else None,
            **count_filling(followed.filling),
        )

    def _draw(self, *, now: bool = False) -> None:
        """Draw the table, unless that was done a moment ago."""
        moment = datetime.now(UTC)
        if self._live is None or (moment.timestamp() - self._drawn < _REFRESH and not now):
            return
        self._drawn = moment.timestamp()
        most = max(self._console.height - _AROUND, 3)
        table = render_feeds(list_feeds(self._record), moment, width=self._console.width, most=most)
        self._live.update(Group(table, Text(self._line, "dim")), refresh=True)


@contextmanager
def serve_figures(port: int | None, record: Path) -> Iterator[None]:
    """Answer Prometheus while the block lasts, where a port is given."""
    if port is None:
        yield
        return
    with serve_metrics(port, partial(read_gauges, record), partial(read_feed_gauges, record)) as address:
        say(f"figures for Prometheus: {address}", address=address)
        yield
