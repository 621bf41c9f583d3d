"""The page: nothing of a document gets out of its place, and every error is in it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate import Quote, ScoredEvent, compose_page, evaluate
from dragoman.evaluate.page.curve import draw_curve
from dragoman.evaluate.page.looks import LOOKS, find_words, place_findings
from dragoman.evaluate.page.markup import element, escape, join
from dragoman.evaluate.page.passage import mark_field
from dragoman.evaluate.page.tables import write_confusion
from dragoman.model.text import Field, Span
from tests.evaluate.factories import compare, make_event, make_gold
from tests.strategies import ANY_TEXT

TEXT = "Ghana condemned the raid. Togo sent grain to Benin, and Kenya closed a port."
HOSTILE = "</p><script>alert(1)</script> & \"quoted\" 'too' <img src=x onerror=alert(1)>\0\ud800"


class Reader(HTMLParser):
    """What a browser makes of a page, as far as these tests look."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def read_page(page: str) -> Reader:
    reader = Reader(page)
    assert not reader.open
    return reader


def make_page(gold: list[ScoredEvent], predicted: list[ScoredEvent], text: str = TEXT) -> Reader:
    return read_page(compose_page(compare(gold, predicted, text=text), "events.jsonl against gold.jsonl"))


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    event = make_event(
        "ACCUSE", HOSTILE, HOSTILE, words=HOSTILE, mode=HOSTILE, place=HOSTILE, speaker=HOSTILE, date=HOSTILE
    )
    other = make_event("AID", HOSTILE, "KEN", words=HOSTILE, confidence=0.5)
    gold = make_gold(event, text=HOSTILE, title=HOSTILE, document_id=HOSTILE)
    page = compose_page(evaluate([gold], {HOSTILE: (other,)}), HOSTILE)
    assert page.encode()
    reader = read_page(page)
    assert not {"script", "img", "iframe", "object", "form", "link"} & set(reader.tags)
    assert not [name for name, _ in reader.attributes if name.startswith("on") or name in ("src", "style")]
    assert all(value.startswith("#d") for name, value in reader.attributes if name == "href")
    assert "\0" not in page
    assert reader.words.count("<script>alert(1)</script>") > 5


def test_the_page_needs_nothing_else() -> None:
    page = compose_page(compare([make_event("AID")], []), "page")
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in read_page(page).attributes
    assert not re.search(r"https?:|url\(|@import", page)


@given(ANY_TEXT)
def test_escaped_text_holds_no_markup_and_can_be_written(text: str) -> None:
    escaped = escape(text)
    assert not set("<>\"'\0") & set(escaped)
    assert escaped.encode().decode() == escaped
    assert escape(escaped) == escaped


def test_elements_escape_what_is_not_markup_already() -> None:
    made = element("p", "a < b", element("b", "&"), class_='"x"', open=True, hidden=False, aria_label="")
    assert made == '<p class="&quot;x&quot;" open>a &lt; b<b>&amp;</b></p>'
    assert join("<", made).startswith("&lt;<p")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[ScoredEvent]]:
    """A text, and events whose words lie anywhere in it."""
    text = draw(ANY_TEXT.filter(bool))
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=5))
    events = []
    for start in starts:
        end = draw(st.integers(start + 1, len(text)))
        quote = Quote(text=text[start:end], span=Span(start, end))
        events.append(make_event("AID", draw(st.sampled_from(["KEN", "GHA", "TGO"])), "", evidence=quote))
    return text, events


@given(marked_texts(), marked_texts())
def test_marks_change_nothing_of_the_text(
    one: tuple[str, list[ScoredEvent]], other: tuple[str, list[ScoredEvent]]
) -> None:
    text, events = one
    (result,) = compare(events, other[1], text=text).documents
    marked = mark_field(result.document, Field.TEXT, place_findings(result.document, result.findings), "d0-")
    bare = re.sub(r"<a [^>]*><sup>[^<]*</sup></a>|</?mark[^>]*>", "", marked)
    assert bare == escape(text)


def test_each_kind_of_finding_is_marked_numbered_and_explained() -> None:
    gold = [
        make_event("ACCUSE", "GHA", "TGO", words="Ghana condemned the raid"),
        make_event("AID", "TGO", "BEN", words="Togo sent grain", place="BEN"),
    ]
    predicted = [
        make_event("AID", "TGO", "BEN", words="Togo sent grain to Benin"),
        make_event("COERCE", "KEN", "", words="Kenya closed a port"),
    ]
    page = compose_page(compare(gold, predicted, text=TEXT), "page")
    assert '<mark class="missed">Ghana condemned the raid</mark>' in page
    assert '<mark class="fields">Togo sent grain</mark>' in page
    assert '<mark class="spurious">Kenya closed a port</mark>' in page
    assert '<a href="#d0-1" class="label missed" title="missed"><sup>1−</sup></a>' in page
    for number, told in enumerate(("1− missed", "2≈ wrong field: place", "3+ spurious"), start=1):
        assert f'<li id="d0-{number}"' in page
        assert told in read_page(page).words


def test_what_is_wrong_is_set_off_on_both_sides() -> None:
    words = "Ghana condemned the raid"
    page = compose_page(compare([make_event("ACCUSE", words=words)], [make_event("THREATEN", words=words)]), "page")
    assert "<strong>ACCUSE</strong>" in page
    assert "<strong>THREATEN</strong>" in page
    assert "<strong>KEN" not in page


def test_a_document_is_open_where_it_has_errors() -> None:
    right, wrong = make_gold(make_event("AID"), document_id="right"), make_gold(make_event("AID"), document_id="wrong")
    page = compose_page(evaluate([right, wrong], {"right": (make_event("AID"),)}), "page")
    assert '<details id="d0" class="document">' in page
    assert '<details id="d1" open class="document">' in page
    assert "1 of 2 documents have errors" in page


def test_gold_without_texts_says_how_to_see_them() -> None:
    assert "--texts shows it" in make_page([make_event("AID")], [], text="").words


def test_without_confidence_there_is_no_curve() -> None:
    assert "svg" not in make_page([make_event("AID")], [make_event("AID")]).tags
    assert "svg" in make_page([make_event("AID")], [make_event("AID", confidence=0.5)]).tags


def test_the_curve_goes_through_every_threshold() -> None:
    predicted = [make_event("AID", confidence=0.9), make_event("ACCUSE", confidence=0.4)]
    points = compare([make_event("AID")], predicted).sweep
    drawn = draw_curve(points)
    assert drawn.count("<circle") == len(points) == 2
    assert "at least 0.45: precision 1.000, recall 1.000" in drawn
    assert all(0 <= float(number) <= 400 for number in re.findall(r'(?:cx|cy|x|y)="([\d.]+)"', drawn))


def test_the_matrix_is_shaded_by_share_of_the_row() -> None:
    gold = [make_event("AID", code) for code in ("KEN", "GHA", "TGO", "BEN")]
    table = write_confusion(compare(gold, gold[:3]).confusion)
    assert '<td class="same heat4">3</td><td class="other heat2">1</td>' in table


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        (Quote(text="raid", span=Span(20, 24)), Span(20, 24)),
        (Quote(text="raid", span=Span(0, 4)), Span(20, 24)),
        (Quote(text="raid"), Span(20, 24)),
        (Quote(text="Port closed"), Span(0, 11, Field.TITLE)),
        (Quote(text="elsewhere"), None),
        (Quote(text=""), None),
    ],
)
def test_words_are_marked_where_they_stand(quote: Quote, found: Span | None) -> None:
    document = make_gold(text=TEXT, title="Port closed")
    assert find_words(document, make_event("AID", evidence=quote)) == found


def test_kinds_differ_in_more_than_colour() -> None:
    kinds = [look for look in LOOKS.values() if look.name != "aside"]
    assert len({look.sign for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.name for look in kinds}) == len(kinds)
