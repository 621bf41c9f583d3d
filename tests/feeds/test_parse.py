"""Feeds are read as they are found: malformed, in wrong encodings, without dates; what is cut off is not read."""

import gzip
from datetime import date

import pytest

from dragoman.feeds import Answer, FeedContents, FetchError, read_feed
from dragoman.feeds.markup import read_markup
from tests.feeds.sites import START, write_item, write_rss

URL = "https://harbour.example/news/feed.xml"


def read(content: bytes, *, name: str = "", content_type: str = "application/rss+xml") -> FeedContents:
    answer = Answer(url=URL, status=200, headers={"content-type": content_type}, content=content)
    return read_feed(answer, name=name, now=START)


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">The &lt;b&gt;Harbour&lt;/b&gt; Post</title>
<entry><id>urn:1</id><title>Talks &amp; trade</title><link href="../a"/><updated>2025-10-09T01:30:00+03:00</updated>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Kenya thanked Peru.</p>
<p>Peru was pleased.</p></div></content></entry>
<entry><id>urn:2</id><title>Taken over</title><source><title>Bosporus Wire</title></source>
<published>2025-10-08T12:00:00Z</published><updated>2025-10-09T12:00:00Z</updated></entry></feed>"""


def test_atom_is_read() -> None:
    contents = read(ATOM.encode(), content_type="application/atom+xml")
    first, second = contents.entries
    assert contents.title == first.publisher == "The Harbour Post"
    assert (first.guid, first.link, first.title) == ("urn:1", "https://harbour.example/a", "Talks & trade")
    assert first.text == "Kenya thanked Peru.\nPeru was pleased."
    assert first.published == date(2025, 10, 9)  # there it was; in UTC it was still the 8th
    assert (second.publisher, second.published) == ("Bosporus Wire", date(2025, 10, 8))


def test_rss_is_read() -> None:
    item = write_item(1, description="&lt;p&gt;Kenya&#8217;s minister&lt;/p&gt;&lt;p&gt;left.&lt;/p&gt;", guid="")
    contents = read(write_rss(item, extra="<ttl>45</ttl>"))
    (entry,) = contents.entries
    assert (entry.text, entry.link) == ("Kenya’s minister\nleft.", "https://harbour.example/reports/1")
    assert (contents.interval, contents.warning) == (2700, "")


PUBLISHERS = [("", "The Harbour Post", "The Harbour Post"), ("", "", "harbour.example"), ("Mine", "Theirs", "Mine")]


@pytest.mark.parametrize(("name", "title", "publisher"), PUBLISHERS)
def test_the_publisher_is_the_name_in_the_list_the_title_or_the_host(name: str, title: str, publisher: str) -> None:
    assert read(write_rss(write_item(1), title=title), name=name).entries[0].publisher == publisher


ENCODINGS = [
    ("utf-8", "", "text/xml; charset=iso-8859-1"),
    ("utf-8", "iso-8859-1", "text/xml"),
    ("iso-8859-9", "iso-8859-9", "text/xml"),
    ("cp1254", "utf-8", "text/xml; charset=windows-1254"),
    ("utf-16", "utf-16", "text/xml"),
]


@pytest.mark.parametrize(("encoding", "declared", "content_type"), ENCODINGS)
def test_letters_survive_wrong_declarations(encoding: str, declared: str, content_type: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    feed = write_rss(
        write_item(1, title="Güler’le görüşme" if encoding.startswith("utf") else "Güler görüştü")
    ).decode()
    content = feed.replace('<?xml version="1.0"?>', head).encode(encoding)
    assert read(content, content_type=content_type).entries[0].title.startswith("Güler")


def test_malformed_xml_is_read_as_far_as_it_goes() -> None:
    contents = read(write_rss(write_item(1), write_item(2, title="Trade & <b>ties"), write_item(3)))
    assert [entry.guid for entry in contents.entries] == ["urn:report:1", "urn:report:2", "urn:report:3"]
    assert contents.warning.startswith("not well-formed XML (line 1)")


BAD = [
    (b"", "the answer is empty"),
    (b"<!DOCTYPE html><html><body>Not here</body></html>", "it is an HTML page, not a feed"),
    (
        b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
        "it is an HTML page, not a feed; its feed is https://harbour.example/rss",
    ),
    (write_rss(write_item(1), write_item(2))[:-40], "it is no feed, or was cut off (its end is missing)"),
    (b'{"version": "https://jsonfeed.org/version/1.1"}', "it is no feed, or was cut off (its end is missing)"),
    (b"<svg></svg></rss>", "it is no feed (neither RSS nor Atom)"),
    (gzip.compress(b"<rss></rss>", mtime=0), "it is no feed, or was cut off (its end is missing)"),
]


@pytest.mark.parametrize(("content", "words"), BAD)
def test_what_is_no_whole_feed_is_said_so(content: bytes, words: str) -> None:
    with pytest.raises(FetchError) as caught:
        read(content)
    assert caught.value.words == words


def test_entities_neither_grow_nor_read_files() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )
    bomb += '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    content = write_rss(write_item(1, title="&m; &file;")).replace(b"<rss", bomb.encode() + b"<rss")
    try:
        title = read(content).entries[0].title
    except FetchError:
        title = ""
    assert len(title) < 1_000 and "root" not in title


INTERVALS = [
    ("", None),
    ("<ttl>60</ttl>", 3_600),
    ("<ttl>soon</ttl>", None),
    ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1_800),
    ("<sy:updatePeriod> daily </sy:updatePeriod>", 86_400),
    ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>x</sy:updateFrequency>", None),
]


@pytest.mark.parametrize(("extra", "seconds"), INTERVALS)
def test_the_interval_that_a_publisher_suggests(extra: str, seconds: float | None) -> None:
    content = write_rss(extra=extra).replace(
        b"<rss", b'<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"', 1
    )
    assert read(content).interval == seconds


DATES = [
    ("Thu, 09 Oct 2025 01:30:00 +0300", date(2025, 10, 9)),
    ("Wed, 08 Oct 2025 23:30:00 -0500", date(2025, 10, 8)),
    ("2025-10-09T01:30:00+03:00", date(2025, 10, 9)),
    ("09 Oct 2025", date(2025, 10, 9)),
    ("Thu, 09 Oct 2025 06:00:00 EST", date(2025, 10, 9)),
    ("Fri, 10 Oct 2025 02:00:00 GMT", date(2025, 10, 10)),
    ("Thu, 01 Jan 1970 00:00:00 GMT", None),
    ("Thu, 09 Oct 2031 06:00:00 GMT", None),
    ("Mon, 01 Jan 0001 00:00:00 GMT", None),
    ("yesterday", None),
    ("", None),
]


@pytest.mark.parametrize(("written", "day"), DATES)
def test_the_day_is_that_of_the_zone_it_was_written_in(written: str, day: date | None) -> None:
    assert read(write_rss(write_item(1, pubDate=written))).entries[0].published == day


FRENCH = "Le ministre a rencontré son homologue à Ankara mardi pour parler du commerce."
LANGUAGES = [
    (FRENCH, "", "French"),
    (FRENCH, "en-us", "French"),
    ("The minister met his counterpart in Ankara on Tuesday to speak about trade.", "fr", ""),
    ("Netanyahu, Macron, Scholz, Steinmeier, Borrell, Guterres, Blinken, Cameron", "", ""),
    ("Macron à Ankara", "fr", "French"),
    ("Macron in Ankara", "", ""),
    ("Macron in Ankara", "x-none", ""),
]


@pytest.mark.parametrize(("words", "declared", "language"), LANGUAGES)
def test_other_languages_are_told_by_their_words_short_ones_by_the_feed(
    words: str, declared: str, language: str
) -> None:
    item = write_item(1, title="", description=words)
    assert read(write_rss(item, extra=f"<language>{declared}</language>")).entries[0].language == language


MARKUP = [
    ("plain  text\n\n next", "plain text\nnext"),
    ("a < b and c > d", "a < b and c > d"),
    ("x &amp; y", "x & y"),
    ("one<br>two<br/>three", "one\ntwo\nthree"),
    ("<ul><li>one<li>two</ul>after", "one\ntwo\nafter"),
    ("<p>kept <b>to</b>gether</p><script>no()</script>tail<!-- no -->more", "kept together\ntailmore"),
    ("<!-- nothing -->", ""),
    ("<img src=a.png>", ""),
    ("<p>a\xa0b</p>", "a b"),
]


@pytest.mark.parametrize(("given", "words"), MARKUP)
def test_mark_up_becomes_lines_of_words(given: str, words: str) -> None:
    assert read_markup(given) == words
