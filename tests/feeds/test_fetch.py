"""Servers that misbehave cost a fault in words, never a hang, a full memory or a request to somebody's own network."""

import socket
import threading
import time
import tracemalloc

import pytest

from dragoman.feeds import Fetcher, FetchError, Limits
from tests.feeds.sites import (
    Behaviour,
    Reply,
    Site,
    TestClock,
    break_chunk,
    hang_up,
    in_turn,
    make_limits,
    open_site,
    reply_gzip,
)

MOST = 100_000


def make_fetcher(clock: TestClock | None = None, contact: str = "", **limits: object) -> Fetcher:
    return Fetcher(make_limits(**limits), clock or TestClock(), contact=contact)


def fault_of(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url, most=MOST)
    return caught.value


def test_what_stands_there_comes_back(site: Site) -> None:
    site.pages["/feed?a=1&b=é"] = site.pages["/feed?a=1&b=%C3%A9"] = Reply(b"words", headers={"ETag": '"7"'})
    answer = make_fetcher(contact="desk@harbour.example").fetch(f"{site.url}/feed?a=1&b=é", most=MOST)
    assert (answer.content, answer.headers["etag"], answer.status) == (b"words", '"7"', 200)
    path, headers = site.requests[-1]
    assert path == "/feed?a=1&b=%C3%A9"
    assert headers["user-agent"].startswith("dragoman/") and "(+desk@harbour.example)" in headers["user-agent"]
    assert headers["host"] == f"127.0.0.1:{site.port}"


def test_a_compressed_answer_is_unpacked(site: Site) -> None:
    site.pages["/"] = reply_gzip(b"words " * 1000)
    assert make_fetcher().fetch(site.url, most=MOST).content == b"words " * 1000


FAULTS: list[tuple[str, Behaviour, str]] = [
    ("cut off", hang_up, "the answer was cut off"),
    ("cut off in a chunk", break_chunk, "the answer was cut off"),
    ("huge", Reply(b"x" * (MOST + 1)), "it is over 100,000 bytes"),
    ("a bomb", reply_gzip(b"\0" * 50_000_000), "it is over 100,000 bytes"),
    ("no gzip", Reply(b"plain", headers={"Content-Encoding": "gzip"}), "its compression is damaged"),
    ("missing", Reply(status=404), "HTTP 404 (Not Found)"),
    ("gone", Reply(status=410), "HTTP 410 (Gone)"),
    ("unknown status", Reply(status=299), "HTTP 299"),
    ("a circle", Reply(status=302, headers={"Location": "/page"}), "it redirects in a circle"),
    ("no scheme we follow", Reply(status=302, headers={"Location": "file:///etc/passwd"}), "only http and https"),
    ("another address", Reply(status=302, headers={"Location": "http://127.0.0.2/"}), "127.0.0.2 is not a public"),
    ("a name within", Reply(status=301, headers={"Location": "http://localhost:1/"}), "is not a public address"),
    ("metadata", Reply(status=307, headers={"Location": "http://169.254.169.254/"}), "is not a public address"),
]


@pytest.mark.parametrize(("behaviour", "words"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_server_that_misbehaves_is_a_fault_in_words(
    site: Site, behaviour: Behaviour, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *args: object, **more: object) -> object:
        return real("127.0.0.3" if host == "localhost" else host, port, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    site.pages["/page"] = behaviour
    assert words in fault_of(make_fetcher(tries=1), f"{site.url}/page").words


def test_an_answer_that_swells_never_fills_the_memory(site: Site) -> None:
    site.pages["/page"] = reply_gzip(b"\0" * 50_000_000)
    fetcher = make_fetcher()
    tracemalloc.start()
    try:
        fault_of(fetcher, f"{site.url}/page")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 3_000_000


def test_redirects_are_followed_but_not_for_ever(site: Site) -> None:
    for number in range(9):
        site.pages[f"/{number}"] = Reply(status=302, headers={"Location": f"/{number + 1}"})
    site.pages["/4"] = Reply(b"here")
    answer = make_fetcher().fetch(f"{site.url}/0", most=MOST)
    assert (answer.content, answer.url) == (b"here", f"{site.url}/4")
    site.pages["/4"] = Reply(status=302, headers={"Location": "/5"})
    assert fault_of(make_fetcher(), f"{site.url}/0").words == "it redirects more than 5 times"


def test_a_silent_server_is_left_after_a_while(site: Site) -> None:
    site.pages["/page"] = site.keep_silent
    fault = fault_of(make_fetcher(read=0.1, tries=1), f"{site.url}/page")
    assert (fault.words, fault.is_passing) == ("no answer within 0.1 s", True)


def test_a_server_that_drips_is_left_after_a_while(site: Site) -> None:
    site.pages["/page"] = site.drip
    assert fault_of(make_fetcher(total=0.3), f"{site.url}/page").words == "no whole answer within 0.3 s"


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    fault = fault_of(make_fetcher(tries=1), f"http://127.0.0.1:{port}/")
    assert (fault.words, fault.is_passing) == ("it cannot be reached (connection refused)", True)


def test_what_may_pass_is_tried_again_after_a_longer_pause_each_time(site: Site) -> None:
    site.pages["/page"] = in_turn(Reply(status=503), hang_up, Reply(b"at last"))
    clock = TestClock()
    assert make_fetcher(clock).fetch(f"{site.url}/page", most=MOST).content == b"at last"
    first, second = clock.waited
    assert 1.5 <= first <= 2.5 and 3 <= second <= 5


def test_what_will_not_pass_is_not_tried_again(site: Site) -> None:
    fault_of(make_fetcher(), f"{site.url}/none")
    assert site.asked == ["/none"]


def test_a_short_retry_after_is_waited_for(site: Site) -> None:
    site.pages["/page"] = in_turn(Reply(status=429, headers={"Retry-After": "7"}), Reply(b"words"))
    clock = TestClock()
    make_fetcher(clock).fetch(f"{site.url}/page", most=MOST)
    assert sum(clock.waited) == 7


def test_a_long_retry_after_holds_for_the_whole_host(site: Site) -> None:
    site.pages["/page"] = Reply(status=429, headers={"Retry-After": "3600"})
    site.pages["/other"] = Reply(b"words")
    clock = TestClock()
    fetcher = make_fetcher(clock)
    assert fault_of(fetcher, f"{site.url}/page").retry_after == 3600
    assert fault_of(fetcher, f"{site.url}/other").words == "its host asked to be left alone"
    assert site.asked == ["/page"] and clock.waited == []
    clock.seconds += 3600
    assert fetcher.fetch(f"{site.url}/other", most=MOST).content == b"words"


def test_a_retry_after_that_is_a_date(site: Site) -> None:
    site.pages["/page"] = Reply(status=503, headers={"Retry-After": "Wed, 21 Oct 2065 07:28:00 GMT"})
    assert fault_of(make_fetcher(), f"{site.url}/page").retry_after == 21_600  # no server is left alone for longer


def test_requests_to_one_host_are_some_time_apart(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 9")
    site.pages["/page"] = Reply(b"words")
    clock = TestClock()
    fetcher = make_fetcher(clock, pause=2.0)
    for _ in range(3):
        fetcher.fetch(f"{site.url}/page", most=MOST)
    assert clock.waited == [2.0, 9.0, 9.0]


def test_what_robots_txt_forbids_is_not_asked_for(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: dragoman\nDisallow: /private\n\nUser-agent: *\nDisallow: /")
    site.pages["/page"] = Reply(b"words")
    site.pages["/moved"] = Reply(status=302, headers={"Location": "/private/page"})
    fetcher = make_fetcher()
    assert fetcher.fetch(f"{site.url}/page", most=MOST).content == b"words"
    assert fault_of(fetcher, f"{site.url}/private/page").words == "robots.txt forbids it"
    assert fault_of(fetcher, f"{site.url}/moved").words == "robots.txt forbids it"
    assert [path for path, _ in site.requests] == ["/robots.txt", "/page", "/moved"]


def test_a_robots_txt_that_cannot_be_had_forbids_all_for_a_while(site: Site) -> None:
    site.pages["/robots.txt"] = Reply(status=500)
    site.pages["/page"] = Reply(b"words")
    clock = TestClock()
    fetcher = make_fetcher(clock)
    fault = fault_of(fetcher, f"{site.url}/page")
    assert fault.words == "robots.txt: HTTP 500 (Internal Server Error)" and fault.is_passing
    site.pages["/robots.txt"] = Reply(status=404)
    clock.seconds += 3_600
    assert fetcher.fetch(f"{site.url}/page", most=MOST).content == b"words"


def test_two_sites_have_rules_of_their_own(site: Site) -> None:
    with open_site() as other:
        site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /")
        other.pages["/page"] = Reply(b"words")
        fetcher = make_fetcher()
        assert fault_of(fetcher, f"{site.url}/page").words == "robots.txt forbids it"
        assert fetcher.fetch(f"{other.url}/page", most=MOST).content == b"words"


def test_open_requests_are_cut_when_the_end_is_asked_for(site: Site) -> None:
    site.pages["/page"] = site.keep_silent
    fetcher, faults = make_fetcher(read=60.0, total=60.0, tries=1), list[FetchError]()
    thread = threading.Thread(target=lambda: faults.append(fault_of(fetcher, f"{site.url}/page")), daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while thread.is_alive() and time.monotonic() < until:
        fetcher.cut()
        thread.join(0.02)
    assert faults


BAD_URLS = [
    ("ftp://127.0.0.1/", "not ftp"),
    ("//127.0.0.1/", "without either"),
    ("http:///feed", "names no host"),
    ("http://127.0.0.1:x/", "not valid"),
    ("http://[::1/", "not valid"),
    ("http://a..b/", "resolve"),
    ("http://\udcff/", "not valid"),
    ("http://no.such.name.invalid/", "does not resolve"),
]


@pytest.mark.parametrize(("url", "words"), BAD_URLS)
def test_addresses_that_lead_nowhere(url: str, words: str) -> None:
    assert words in fault_of(make_fetcher(tries=1), url).words


def test_the_defaults_allow_no_private_address() -> None:
    assert fault_of(Fetcher(Limits(), TestClock()), "http://127.0.0.1:9/").words.startswith("127.0.0.1 is not a public")
