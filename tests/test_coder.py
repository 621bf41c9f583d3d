from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from dragoman import Coder, CoderConfig, Coding, Document, DragomanError, Span, Step
from dragoman.coder import DEFAULT_STEPS, check_order, make_actors, make_events, make_sentences
from dragoman.errors import ConfigurationError, DocumentError
from tests.factories import make_document
from tests.strategies import DOCUMENTS


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


class Stage:
    """A stage that only says what it reads and fills."""

    def __init__(self, name: str, requires: str, assigns: str) -> None:
        self.name = name
        self.requires = frozenset(requires.split())
        self.assigns = frozenset(assigns.split())

    def __call__(self, coding: Coding, /) -> Coding:
        return coding


def test_the_stages_are_in_order() -> None:
    names = [make(CoderConfig()).name for make in DEFAULT_STEPS]
    assert names == ["sentences", "actors", "events", "timex", "places", "records"]


def test_a_stage_before_what_it_reads_is_refused_before_any_text() -> None:
    stages: list[Step] = [Stage("b", "x", "y"), Stage("a", "document", "x")]
    with pytest.raises(ConfigurationError, match="reads x"):
        check_order(stages)
    check_order(stages[::-1])


def test_wrong_line_ups_are_refused_by_the_coder() -> None:
    with pytest.raises(ConfigurationError, match="events"):
        Coder(makers=(make_sentences, make_events, make_actors))


def test_one_layer_needs_no_more_than_its_stages(coder: Coder) -> None:
    assert [s.name for s in coder.steps_for("mentions")] == ["sentences", "actors"]
    coding = coder.code_layer(make_document("The envoy left Lima."), "sentences")
    assert coding.sentences
    assert not coding.mentions


@pytest.mark.parametrize(
    ("layer", "stages"),
    [
        ("timexes", ["sentences", "timex"]),
        ("places", ["sentences", "actors", "places"]),
        ("event_dates", ["sentences", "actors", "events", "timex"]),
        ("event_places", ["sentences", "actors", "events", "places"]),
    ],
)
def test_times_and_places_are_read_without_the_events(coder: Coder, layer: str, stages: list[str]) -> None:
    assert [s.name for s in coder.steps_for(layer)] == stages
    assert getattr(coder.code_layer(VISIT, layer), layer) == getattr(coder.code(VISIT), layer) != ()


def test_an_unknown_layer_is_refused_with_those_that_exist(coder: Coder) -> None:
    with pytest.raises(ConfigurationError, match="sentences"):
        coder.steps_for("weather")


def test_texts_longer_than_allowed_are_refused() -> None:
    coder = Coder(CoderConfig(max_characters=10))
    with pytest.raises(DocumentError, match="11"):
        coder.code(make_document("x" * 11))


def test_the_identity_names_the_codebook_and_the_models(coder: Coder) -> None:
    identity = coder.identity
    assert identity["codebook"] == "plover-2.0d"
    assert all(str(digest).startswith("sha256:") for digest in coder.models.values())
    assert "parser" in coder.models


def test_errors_share_one_base() -> None:
    assert issubclass(ConfigurationError, DragomanError)


VISIT = Document(
    id="v",
    published=date(2023, 3, 9),
    title="Ghana's foreign minister visits Kenya",
    text="NAIROBI – Ghana's foreign minister met Kenyan President William Ruto in Nairobi on Tuesday. "
    "“We will open an embassy,” the minister said. Kenya thanked Ghana for its support.",
)


def test_coding_twice_gives_the_same_coding(coder: Coder) -> None:
    assert coder.code(VISIT) == coder.code(VISIT)


def test_what_was_coded_before_changes_nothing(coder: Coder) -> None:
    alone = coder.code(VISIT)
    coder.code(make_document("Peru's army shelled Quito, Ecuador said."))
    assert coder.code(VISIT) == alone


def spans_in(value: object) -> Iterator[Span]:
    """Every span anywhere inside a value."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def assert_spans_index(coding: Coding) -> None:
    for span in spans_in(coding):
        assert span.end <= len(coding.document.field(span.field))
    for event in coding.events:
        assert coding.document.quote(event.trigger).strip()
    assert len(coding.frames) == len(coding.event_dates) == len(coding.event_places)
    assert len({event.event_id for event in coding.events}) == len(coding.events)


def test_every_span_of_a_dispatch_indexes_it(coder: Coder) -> None:
    coding = coder.code(VISIT)
    assert coding.events
    assert_spans_index(coding)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=DOCUMENTS)
def test_any_text_is_coded_and_every_span_indexes_it(coder: Coder, document: Document) -> None:
    assert_spans_index(coder.code(document))
