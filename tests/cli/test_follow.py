"""`dragoman follow`: what it refuses, shows and leaves behind, and how it ends."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.cli.feed_table import render_feeds
from dragoman.errors import ConfigurationError, DragomanError, InputError, RecordError
from dragoman.store import FeedState, Outcome
from tests.cli.conftest import Run
from tests.feeds.sites import Reply, Site, open_site, write_item, write_rss

LOCAL = ("--allow-network", "127.0.0.1", "--pause", 0)


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        opened.pages["/feed"] = Reply(write_rss(write_item(1), write_item(2, pubDate="")))
        yield opened


def test_a_record_is_kept_up_and_says_how_it_stands(folder: Path, site: Site, run: Run) -> None:
    run("record", "init", "r.db")
    assert "no feed was followed yet" in run("follow", "--status", "--record", "r.db").stdout
    result = run("follow", f"{site.url}/feed", "--record", "r.db", "--once", *LOCAL)
    assert result.exit_code == 3  # an entry without a date
    closing = result.stderr.splitlines()[-1]
    assert closing.startswith(
        "r.db: 1 look at feeds, 2 new entries; 1 document (1 added); 1 rejected, see r.follow.rejects.jsonl"
    )
    assert json.loads((folder / "r.follow.rejects.jsonl").read_text())["fault"] == "it has no date"
    (feed,) = json.loads(run("follow", "--status", "--record", "r.db", "--json").stdout)["feeds"]
    assert (feed["url"], feed["entries"], feed["coded"], feed["rejected"]) == (f"{site.url}/feed", 2, 1, 1)
    assert feed["next"] > feed["tried"] == feed["good"]
    assert "The Harbour Post" in run("follow", "--status", "--record", "r.db").stdout
    again = run("follow", f"{site.url}/feed", "--record", "r.db", "--once", *LOCAL)
    assert again.exit_code == 0 and "0 looks at feeds, 0 new entries; 0 documents; none rejected" in again.stderr
    assert len((folder / "r.follow.rejects.jsonl").read_text().splitlines()) == 1


def test_private_addresses_are_not_asked_unless_allowed(folder: Path, site: Site, run: Run) -> None:
    run("record", "init", "r.db")
    result = run("follow", f"{site.url}/feed", "--record", "r.db", "--once")
    assert result.exit_code == 3 and site.requests == []


REFUSED: list[tuple[list[object], type[DragomanError], str]] = [
    ([], InputError, "no feed is named"),
    (["none.opml"], InputError, "none.opml"),
    (["http://a.example/", "--record", "none.db"], RecordError, "dragoman record init"),
    (["--status", "--record", "none.db"], RecordError, "dragoman record init"),
    (["http://a.example/", "--allow-network", "10.0.0.1/8"], ConfigurationError, "--allow-network"),
    (["http://a.example/", "--min-interval", 90, "--max-interval", 60], ConfigurationError, "--min-interval"),
    (["http://a.example/", "--json"], ConfigurationError, "--json: only --status has it"),
    (["http://a.example/", "--contact", "a\r\nHost: b"], ConfigurationError, "--contact"),
]


@pytest.mark.parametrize(("options", "kind", "words"), REFUSED)
def test_what_makes_no_sense_is_refused(
    folder: Path, run: Run, options: list[object], kind: type[DragomanError], words: str
) -> None:
    error = run("follow", *options).exception
    assert isinstance(error, kind) and words in str(error)


def test_missing_libraries_are_named_with_what_to_install(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if re.match(r"dragoman\.(feeds|cli\.following)", name)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "feedparser", None)
    error = run("follow", "http://a.example/").exception
    assert isinstance(error, ConfigurationError) and "pip install 'dragoman[feeds]'" in str(error)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_told_to_and_counts_for_prometheus_until_then(
    folder: Path, site: Site, run: Run, number: signal.Signals
) -> None:
    run("record", "init", "r.db")
    site.pages["/feed"] = Reply(status=304)
    command = [sys.executable, "-m", "dragoman", "follow", f"{site.url}/feed", "--record", "r.db", *map(str, LOCAL)]
    command += ["--metrics-port", "0", "--log-format", "json"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ}) as process:
        assert process.stderr
        served, asked = (json.loads(process.stderr.readline()) for _ in range(2))
        assert (asked["message"], asked["outcome"]) == ("a feed was asked for", "unchanged")
        with urllib.request.urlopen(served["address"]) as answer:  # noqa: S310
            figures = answer.read().decode()
        assert 'dragoman_feed_looks_total{outcome="unchanged"} 1.0' in figures and "dragoman_feeds 1.0" in figures
        process.send_signal(number)
        closing = process.stderr.read()
        assert process.wait(timeout=20) == 0
    assert json.loads(closing.splitlines()[-1])["looks"] == 1 and "Traceback" not in closing


NOW = datetime(2025, 10, 9, 12, tzinfo=UTC)
STATES = [
    FeedState(
        url=f"https://{name}.example/feed", name=name, tried=NOW.replace(minute=minute), fault=fault, entries=1_200,
        outcomes={Outcome.CODED: 3, Outcome.WAITING: 4},
    )
    for minute, (name, fault) in enumerate([("Post", ""), ("Wire\x1b[2J", "HTTP 404 (Not Found)"), ("", "")])
]  # fmt: skip


def show(width: int, most: int | None = None) -> str:
    console = Console(width=width, record=True, file=io.StringIO())
    console.print(render_feeds(STATES, NOW, width=width, most=most))
    return console.export_text()


def test_the_table_has_the_counts_that_fit_and_the_faults_below() -> None:
    assert "waiting" in show(120) and "waiting" not in show(80)
    for width in (80, 120):
        shown = show(width)
        assert "1,200" in shown and "HTTP 404 (Not Found)" in shown and "\x1b" not in shown
        assert max(map(len, shown.splitlines())) <= width


def test_where_lines_are_few_the_feeds_asked_last_are_shown() -> None:
    shown = show(80, most=3)
    assert "Post" not in shown and "Wire" in shown and "and 1 feed more" in shown
