"""`dragoman follow`: a record kept up with feeds."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from dragoman.cli.logs import LogFormatOption, LogLevelOption, begin_logs
from dragoman.cli.options import (
    DEFAULT_RECORD,
    MinConfidence,
    Pipeline,
    RecordOption,
    WithCopies,
    WithGate,
    find_gate,
    make_config,
)
from dragoman.config import DEFAULT_CONFIDENCE
from dragoman.errors import ConfigurationError, InputError
from dragoman.extras import needing
from dragoman.logs import LogFormat, LogLevel


def follow_command(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FEED",
            help="Addresses of RSS or Atom feeds, and OPML files that list them.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    once: Annotated[
        bool, typer.Option("--once", help="Ask for the feeds that are due, code what is new, and end: for cron.")
    ] = False,
    full_text: Annotated[
        bool, typer.Option("--full-text", help="Fetch the pages that entries link to, and code their text.")
    ] = False,
    contact: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            envvar="DRAGOMAN_CONTACT",
            help="A mail address or page that webmasters are told, so that they can complain.",
            show_default=False,
        ),
    ] = "",
    min_interval: Annotated[
        float, typer.Option(metavar="MINUTES", min=1, help="Between two looks at a feed, at least.")
    ] = 5,
    max_interval: Annotated[
        float, typer.Option(metavar="MINUTES", min=1, help="Between two looks at a feed, at most.")
    ] = 360,
    pause: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Between two requests to one host, at least.")
    ] = 2,
    allow_network: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NETWORK",
            help="A network that is not public and may be asked nevertheless: 10.2.0.0/16. May be repeated.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes that code.")] = 1,
    with_gate: WithGate = False,
    with_copies: WithCopies = True,
    min_confidence: MinConfidence = DEFAULT_CONFIDENCE,
    pipeline: Pipeline = None,
    rejects: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Where entries that can't be coded are added (JSON Lines). Default: RECORD.follow.rejects.jsonl "
            "beside the record.",
            show_default=False,
        ),
    ] = None,
    metrics_port: Annotated[
        int | None,
        typer.Option(
            metavar="PORT", min=0, max=65535, help="Answer Prometheus there, at /metrics.", show_default=False
        ),
    ] = None,
    status: Annotated[
        bool, typer.Option("--status", help="Show how it stands with each feed, and end. Nothing is asked.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --status: as one JSON object.")] = False,
    log_format: LogFormatOption = LogFormat.TEXT,
    log_level: LogLevelOption = None,
) -> None:
    """Keep a record up with feeds: each entry is coded once, and joined with what the record has.

    Each feed is asked at an interval of its own. Killed at any instant, the same command goes on where it was; Ctrl-C
    or SIGTERM ends it when what is in hand is done. Needs the extra `feeds`.

    Exit code: 0 all well, 3 with --once where feeds could not be read or entries were rejected, 2 nothing done.
    """
    from dragoman.cli.console import SOME_REJECTED, error_console
    from dragoman.cli.cut_off import tell_if_cut_off

    if status:
        show_status(record, as_json=as_json)
        return
    if as_json:
        raise ConfigurationError("only --status has it", place="--json", remedy="Add --status, or try --log-format.")
    # On a terminal the live table has what the log would tell.
    is_shown = error_console().is_terminal and log_format is LogFormat.TEXT
    begin_logs(log_format, log_level or (LogLevel.ERROR if is_shown else None))
    with needing("feeds", "feeds are read"):
        from dragoman.cli.following import Screen, serve_figures
        from dragoman.feeds import Bounds, Limits, SystemClock, find_subscriptions
        from dragoman.tasks.feeds.values import FollowSettings
        from dragoman.tasks.follow import Follower
    check_options(feeds, contact, min_interval, most=max_interval)
    settings = FollowSettings(
        config=make_config(pipeline, min_confidence),
        limits=Limits(pause=pause, allowed=tuple(read_network(given) for given in allow_network or ())),
        bounds=Bounds(least=min_interval * 60, most=max_interval * 60),
        full_text=full_text,
        contact=contact,
        workers=workers,
        gate=find_gate(with_gate),
        with_copies=with_copies,
    )
    subscriptions, clock = find_subscriptions(feeds or ()), SystemClock()
    rejects = rejects or record.with_suffix(".follow.rejects.jsonl")
    with (
        tell_if_cut_off(lambda: f"{record} keeps what was coded; the same command goes on from there"),
        serve_figures(metrics_port, record),
        Screen(record, rejects) as screen,
    ):
        follower = Follower(record, subscriptions, settings, clock=clock, watcher=screen)
        with on_signals(clock.stop, follower.cut):
            followed = follower.run(once=once)
    screen.conclude(followed)
    if once and (followed.at_fault or followed.filling.rejected):
        raise typer.Exit(SOME_REJECTED)


def check_options(feeds: list[str] | None, contact: str, least: float, *, most: float) -> None:
    """Make sure that the options make sense.

    Raises:
        InputError: there is no feed.
        ConfigurationError: one of them does not.

    """
    if not feeds:
        raise InputError("no feed is named", remedy="Name addresses or OPML files: dragoman follow feeds.opml")
    if least > most:
        raise ConfigurationError("--min-interval is more than --max-interval", remedy="Raise one or lower the other.")
    if not (contact.isascii() and contact.isprintable()):  # it becomes part of a header
        raise ConfigurationError("it is not plain ASCII", place="--contact", remedy="Give a mail address or a page.")


def read_network(given: str) -> IPv4Network | IPv6Network:
    """A network of the form 10.2.0.0/16, or a single address.

    Raises:
        ConfigurationError: it is none.

    """
    try:
        return ip_network(given)
    except ValueError as error:
        remedy = "Example: --allow-network 10.2.0.0/16"
        raise ConfigurationError(str(error), place="--allow-network", remedy=remedy) from None


def show_status(record: Path, *, as_json: bool) -> None:
    """How it stands with each feed, on standard output."""
    from dragoman.cli.answers import make_console
    from dragoman.cli.console import write_json
    from dragoman.cli.feed_table import render_feeds
    from dragoman.tasks.feeds.figures import feed_to_json, list_feeds

    states = list_feeds(record)
    if as_json:
        write_json({"feeds": [feed_to_json(state) for state in states]})
    else:
        console = make_console()
        table = render_feeds(states, datetime.now(UTC), width=console.width)
        console.print(table if states else "no feed was followed yet")


@contextmanager
def on_signals(*ends: Callable[[], None]) -> Iterator[None]:
    """Call functions on the first SIGINT or SIGTERM of the block; a second one has its usual effect."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def end(_number: int, _frame: FrameType | None) -> None:
        restore()
        for call in ends:
            call()

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        restore()
