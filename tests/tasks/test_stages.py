"""Single stages over JSON Lines."""

import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from dragoman.documents import Reject
from dragoman.export import JsonObject
from dragoman.model.actor import Actor, ActorMention, MentionKind
from dragoman.model.codes import Sector
from dragoman.model.coding import Coding
from dragoman.model.evidence import Evidence
from dragoman.model.place import Place, PlaceMention
from dragoman.model.text import Document, Field, Span
from dragoman.model.timex import Timex, TimexType
from dragoman.tasks import run_stage
from dragoman.tasks.stages import LayerStage, PairStage, write_actors, write_timexes, write_toponyms


class HandCoder:
    """Finds in every text what it was given."""

    def __init__(self, **layers: Any) -> None:
        self.layers = layers
        self.asked: list[str] = []

    def code_layer(self, document: Document, layer: str) -> Coding:
        self.asked.append(layer)
        return Coding(document=document, **self.layers)


def run(stage: Any, *rows: Mapping[str, Any] | str) -> list[JsonObject | Reject]:
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return list(run_stage(stage, io.BytesIO(lines.encode()), "in.jsonl"))


def test_timex_gives_type_and_value_of_each_expression() -> None:
    monday = Timex(
        span=Span(0, 6), type=TimexType.DATE, value="2025-10-06", first=date(2025, 10, 6), last=date(2025, 10, 6)
    )
    future = Timex(span=Span(0, 4, Field.TITLE), type=TimexType.DATE, value="FUTURE_REF")
    stage = LayerStage(HandCoder(timexes=(future, monday)), "timexes", write_timexes, dated=True)
    row = {"id": "a", "published": "2025-10-02", "title": "Soon", "text": "Monday: talks."}
    days = {"first": "2025-10-06", "last": "2025-10-06"}
    assert run(stage, row) == [
        {
            "id": "a",
            "timexes": [
                {
                    "start": 0,
                    "end": 4,
                    "field": "title",
                    "text": "Soon",
                    "type": "DATE",
                    "value": "FUTURE_REF",
                    "first": None,
                    "last": None,
                },
                {"start": 0, "end": 6, "text": "Monday", "type": "DATE", "value": "2025-10-06", **days},
            ],
        }
    ]


def test_places_need_no_date_and_tell_unresolved_names_too() -> None:
    oslo = Place(name="Oslo", country="NOR", latitude=59.9, longitude=10.7, geonames_id=3143244, admin1="Oslo")
    why = (
        Evidence(field="toponym", rule="toponym:place", score=0.8, span=Span(0, 4)),
        Evidence(field="place", rule="place:resolved", score=0.9, span=Span(0, 4)),
        Evidence(field="place", rule="place:parts", score=0.9, span=Span(0, 4), reason="is city +0.86"),
    )
    found = (PlaceMention(span=Span(0, 4), place=oslo, evidence=why), PlaceMention(span=Span(9, 13), place=None))
    stage = LayerStage(HandCoder(places=found), "places", write_toponyms, dated=False)
    [line] = run(stage, {"id": "a", "text": "Oslo and Xyzw."})
    assert isinstance(line, dict)
    first, second = line["toponyms"]
    assert (first["start"], first["end"], first["latitude"], first["country"]) == (0, 4, 59.9, "NOR")
    assert (first["geonames_id"], first["longitude"]) == (3143244, 10.7)
    assert (second["text"], second["latitude"], second["geonames_id"]) == ("Xyzw", None, None)
    assert (first["kind"], first["role"], first["rule"]) == ("city", "place", "place:resolved")
    assert (first["score"], first["reason"]) == (0.9, "is city +0.86")
    assert second["role"] is second["reason"] is None


def test_actors_gives_mentions_with_codes_and_antecedents() -> None:
    norway = Actor(code="NOR", country="NOR", sectors=(Sector.GOV,))
    found = (
        ActorMention(span=Span(0, 6), kind=MentionKind.STATE, actors=(norway,)),
        ActorMention(span=Span(12, 14), kind=MentionKind.REFERENCE, actors=(norway,), antecedent=Span(0, 6)),
    )
    coder = HandCoder(mentions=found)
    stage = LayerStage(coder, "mentions", write_actors, dated=True)
    [line] = run(stage, {"id": "a", "published": "2025-10-02", "text": "Norway said it agreed."})
    assert isinstance(line, dict)
    state, reference = line["mentions"]
    code = {"code": "NOR", "country": "NOR", "sectors": ["GOV"], "name": None, "office": None}
    assert state == {
        "start": 0,
        "end": 6,
        "text": "Norway",
        "kind": "state",
        "actors": [code],
        "antecedent": None,
    }
    assert reference["antecedent"] == {"start": 0, "end": 6}
    assert coder.asked == ["mentions"]


class PairFake:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[int, int] | None, tuple[int, int] | None]] = []

    def classify(self, text: str, actor: tuple[int, int] | None, recipient: tuple[int, int] | None) -> dict[str, float]:
        self.asked.append((text, actor, recipient))
        return {"AGREE": 0.2, "CONSULT": 0.7, "NONE": 0.1}


def test_classify_gives_the_likeliest_type_and_all_probabilities() -> None:
    classifier = PairFake()
    row = {"id": "p", "text": "Norway met Finland.", "actor": {"start": 0, "end": 6}, "recipient": None}
    [line] = run(PairStage(classifier), row)
    assert line == {"id": "p", "event_type": "CONSULT", "probabilities": {"AGREE": 0.2, "CONSULT": 0.7, "NONE": 0.1}}
    assert classifier.asked == [("Norway met Finland.", (0, 6), None)]


@pytest.mark.parametrize(
    "side",
    [{"start": 0, "end": 99}, {"start": 3, "end": 3}, {"start": -1, "end": 3}, {"start": 0.0, "end": 3}, {}, "Norway"],
)
def test_a_side_that_is_no_stretch_of_the_text_is_a_reject(side: object) -> None:
    [reject] = run(PairStage(PairFake()), {"id": "p", "text": "Norway met Finland.", "actor": side})
    assert isinstance(reject, Reject)
    assert reject.fault == "its actor is not a stretch of the text"


def test_a_bad_line_is_a_reject_and_the_others_go_on() -> None:
    stage = LayerStage(HandCoder(), "timexes", write_timexes, dated=True)
    good = {"published": "2025-10-02", "text": "Talks."}
    first, syntax, undated, last = run(stage, good, "{", {"text": "Talks."}, good)
    assert (first, last) == ({"id": "line:1", "timexes": []}, {"id": "line:4", "timexes": []})
    assert isinstance(syntax, Reject)
    assert isinstance(undated, Reject)
    assert str(syntax.error()).startswith("in.jsonl:2: not valid JSON")
    assert str(undated.error()).startswith("in.jsonl:3: it has no date. Give the day")
