import pytest
from hypothesis import HealthCheck, given, settings

from dragoman.model.coding import Coding
from dragoman.model.text import Document, SentenceKind
from dragoman.sentences import SentencesStep
from tests.factories import make_document
from tests.strategies import DOCUMENTS


@pytest.fixture(scope="module")
def step() -> SentencesStep:
    return SentencesStep()


def test_sentences_of_the_title_come_first_and_are_headlines(step: SentencesStep) -> None:
    document = make_document("LIMA – He left. She stayed.", title="Silva Meets Rojas")
    found = step(Coding(document=document))
    assert [(s.kind, document.quote(s.span)) for s in found.sentences] == [
        (SentenceKind.HEADLINE, "Silva Meets Rojas"),
        (SentenceKind.BODY, "He left."),
        (SentenceKind.BODY, "She stayed."),
    ]
    assert found.dateline is not None


def test_a_headline_verb_in_title_case_is_read_as_a_verb(step: SentencesStep) -> None:
    document = make_document("", title="Peru Visits Chile Before Summit In Lima")
    (headline,) = step(Coding(document=document)).sentences
    visits = headline.tokens[1]
    assert (visits.text, visits.pos, visits.lemma) == ("Visits", "VERB", "visit")


def test_heads_and_children_agree(step: SentencesStep) -> None:
    document = make_document("The  minister,\n who\u00a0left Lima, met   two envoys. They talked.")
    for sentence in step(Coding(document=document)).sentences:
        (root,) = [t.i for t in sentence.tokens if t.head == t.i]
        assert sorted(sentence.subtree(root)) == [t.i for t in sentence.tokens]


def test_paragraphs_end_sentences_without_a_full_stop(step: SentencesStep) -> None:
    document = make_document("Talks in Lima\n\nThe minister left")
    assert len(step(Coding(document=document)).sentences) == 2


def test_a_very_long_line_is_coded_in_pieces(step: SentencesStep) -> None:
    document = make_document("x" * 25_000)
    assert sum(len(s.span) for s in step(Coding(document=document)).sentences) == 25_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=DOCUMENTS)
def test_any_text_is_parsed_and_every_token_indexes_it(step: SentencesStep, document: Document) -> None:
    found = step(Coding(document=document))
    for sentence in found.sentences:
        for token in sentence.tokens:
            assert document.field(sentence.span.field)[token.start : token.end] == token.text
            assert sentence.span.start <= token.start < token.end <= sentence.span.end
        for first, end in sentence.noun_chunks:
            assert 0 <= first < end <= len(sentence.tokens)


def test_words_escaped_twice_are_read_as_they_were_meant(step: SentencesStep) -> None:
    document = make_document("Peru&#039;s army shelled Chile &amp; Bolivia.")
    (sentence,) = step(Coding(document=document)).sentences
    assert [t.text for t in sentence.tokens] == ["Peru", "'s", "army", "shelled", "Chile", "&", "Bolivia", "."]
    assert document.quote(sentence.token_span(4, 4)) == "Chile"


def test_a_long_document_is_parsed_in_parts_with_the_same_result(
    step: SentencesStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(f"Peru met Chile in town {n}. They signed a pact." for n in range(9))
    whole = step(Coding(document=make_document(text))).sentences
    monkeypatch.setattr("dragoman.sentences.parse._MOST_TOKENS", 20)
    assert step(Coding(document=make_document(text))).sentences == whole
