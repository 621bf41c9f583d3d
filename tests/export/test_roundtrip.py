"""JSON Lines, CSV and Parquet carry the same events."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.export import CoderStamp, JsonObject, event_to_json, open_events, read_events
from dragoman.model.event import EventRecord
from dragoman.model.text import Document
from tests.export.strategies import events, stamps

batches = st.lists(events(), max_size=3)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(batch=batches, stamp=stamps)
def test_a_file_of_any_form_gives_back_the_events_written(
    suffix: str, tmp_path: Path, batch: list[tuple[EventRecord, Document]], stamp: CoderStamp
) -> None:
    written = [event_to_json(record, document, stamp) for record, document in batch]
    path = tmp_path / f"events{suffix}"
    with open_events(str(path)) as writer:
        writer.write(written)
    assert list(read_events(path)) == written


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(batch=events(), stamp=stamps)
def test_every_span_holds_the_words_given_with_it(batch: tuple[EventRecord, Document], stamp: CoderStamp) -> None:
    record, document = batch
    event = event_to_json(record, document, stamp)

    def words_at(span: JsonObject, start: str = "start", end: str = "end") -> str:
        field = document.title if span.get("field") == "title" else document.text
        return str(field[span[start] : span[end]])

    for party in [*event["actors"], *event["recipients"]]:
        assert words_at(party) == party["mention"]
    for mention in event["mentions"]:
        assert words_at(mention) == mention["text"]
    assert words_at(event["evidence"]) == event["evidence"]["text"]
    assert words_at(event["evidence"], "trigger_start", "trigger_end") == event["evidence"]["trigger"]
    if event["place"]:
        assert words_at(event["place"]) == event["place"]["mention"]
    if event["date"] and event["date"]["timex"]:
        assert words_at(event["date"], "start_char", "end_char") == event["date"]["timex"]
