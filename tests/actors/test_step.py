from hypothesis import HealthCheck, given, settings

from dragoman.actors import ActorsStep
from dragoman.model.coding import Coding
from dragoman.model.text import Field
from tests.actors.reading import read
from tests.strategies import ANY_TEXT, NEWS_LIKE


def test_the_stage_says_what_it_reads_and_fills() -> None:
    step = ActorsStep()

    assert (step.name, step.requires, step.assigns) == ("actors", frozenset({"sentences"}), frozenset({"mentions"}))


def test_a_document_without_sentences_has_no_mentions() -> None:
    coding = read("")

    assert coding.mentions == ()


def test_mentions_stand_in_order_title_first() -> None:
    coding = read("Ghana thanked Togo.", title="Togo sends aid")

    places = [(m.span.field is Field.TEXT, m.span) for m in coding.mentions]

    assert places == sorted(places)
    assert coding.mentions[0].span.field is Field.TITLE


def test_every_mention_says_why() -> None:
    coding = read("Kenyan police met the two sides. They said it was over. According to Mehr, people left.")

    assert all(any(e.field == "actor" for e in m.evidence) for m in coding.mentions)
    assert all(e.reason for m in coding.mentions for e in m.evidence if e.score == 0)


def test_reading_twice_gives_the_same() -> None:
    text = "Nepal's premier met the king of Bhutan. The two leaders signed. He left."

    assert read(text).mentions == read(text).mentions


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=NEWS_LIKE, title=ANY_TEXT)
def test_any_text_is_read_and_every_span_lies_inside_it(text: str, title: str) -> None:
    coding: Coding = read(text, title=title)

    for mention in coding.mentions:
        spans = [mention.span, *(e.span for e in mention.evidence if e.span)]
        if mention.antecedent:
            spans.append(mention.antecedent)
        for span in spans:
            assert 0 <= span.start < span.end <= len(coding.document.field(span.field))
        assert all(0 <= e.score <= 1 for e in mention.evidence)
