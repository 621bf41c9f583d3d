"""Windows: every word piece knows exactly which words it stands for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.events.encode import BUDGET, LONGEST, Encoder
from dragoman.events.tagger import load_tagger
from dragoman.model.text import Field, Sentence, SentenceKind, Span
from tests.events.texts import document_of, plain_sentences


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_tagger().encoder


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=80), at=st.integers(0, 10_000))
def test_pieces_lie_in_order_inside_the_words_they_come_from(encoder: Encoder, words: str, at: int) -> None:
    pieces = encoder.pieces(words, at, Field.TEXT, 3)
    assert all(at <= p.span.start < p.span.end <= at + len(words) for p in pieces)
    assert [p.span.start for p in pieces] == sorted(p.span.start for p in pieces)
    assert {p.sentence for p in pieces} <= {3}


def test_accents_and_astral_characters_do_not_shift_offsets(encoder: Encoder) -> None:
    words = "𝕏 Güler’s şimşek met Łukasz"
    spans = [p.span for p in encoder.pieces(words, 0, Field.TEXT, 0)]
    met = words.index("met")
    assert Span(met, met + 3) in spans


def test_headline_and_text_share_a_window_parted_by_a_mark(encoder: Encoder) -> None:
    document = document_of("Troops cross the river.", title="Army moves")
    title = Sentence(span=Span(0, 10, Field.TITLE), tokens=(), kind=SentenceKind.HEADLINE)
    (window,) = encoder.windows(document, [title.span, *(s.span for s in plain_sentences(document))])
    fields = [s.field if s else None for s in window.spans]
    assert fields[0] is None
    assert fields[-1] is None
    assert fields.index(None, 1) < fields.index(Field.TEXT)
    assert fields.index(Field.TITLE) == 1


def test_a_long_document_is_cut_at_sentences_and_nothing_is_lost(encoder: Encoder) -> None:
    document = document_of(" ".join(f"The envoy of district {n} spoke at length about roads." for n in range(60)))
    windows = list(encoder.windows(document, [s.span for s in plain_sentences(document)]))
    assert len(windows) > 3
    assert all(len(w.ids) <= BUDGET + 3 for w in windows)
    seen = {s.start for w in windows for s in w.spans if s}
    assert all(sentence.span.start in seen for sentence in plain_sentences(document))


def test_a_sentence_longer_than_a_window_is_read_in_parts(encoder: Encoder) -> None:
    document = document_of("and " * 600 + "end")
    windows = list(encoder.windows(document, [s.span for s in plain_sentences(document)]))
    assert max(len(w.ids) for w in windows) <= LONGEST + 2
    assert sum(s is not None for w in windows for s in w.spans) == 601


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("Read https://example.org/a/b?c=%20d, he said.", "example.org/a/b?c=%20d"),
        ("(http://lima.example/)", "lima.example"),
        ("— " + "=" * 130 + " Peru met Chile.", "=" * 30),
    ],
)
def test_what_an_address_or_a_rule_goes_on_with_is_not_read(encoder: Encoder, words: str, unread: str) -> None:
    pieces = encoder.pieces(words, 0, Field.TEXT, 0)
    end = words.rindex(unread) + len(unread)
    tail = Span(end - len(unread), end)
    assert not [p for p in pieces if p.span.overlaps(tail)]
    assert all(any(p.span.contains(Span(i, i + 1)) for p in pieces) for i in range(end, len(words)) if words[i] != " ")


def test_what_only_looks_like_an_address_is_read(encoder: Encoder) -> None:
    words = "The HTTPS protocol and the site example.org/peru were down"
    assert encoder.pieces(words, 0, Field.TEXT, 0)[-1].span == Span(len(words) - 4, len(words))
    assert any(words[p.span.start : p.span.end] == "peru" for p in encoder.pieces(words, 0, Field.TEXT, 0))
