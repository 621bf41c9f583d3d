from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dragoman.copies import retell, retell_marks
from dragoman.export import JsonObject
from dragoman.export.event_faults import check_event
from dragoman.model.text import Document

LEAD = "LIMA (Wire) – Peru's army said on Tuesday that Chile “shelled” a village near Tacna."
ORIGINAL = Document(
    id="one",
    published=date(2024, 5, 2),
    publisher="Wire",
    title="Peru accuses Chile",
    text=f"{LEAD}\n\nThe attack was the third in a week, and nobody was hurt, the mayor told reporters.",
)


def place(words: str, **more: Any) -> JsonObject:
    """Where words stand in the original."""
    field = ORIGINAL.title if more.get("field") == "title" else ORIGINAL.text
    return {"start": field.index(words), "end": field.index(words) + len(words), **more}


def side(code: str, words: str, **more: Any) -> JsonObject:
    described = {"code": code, "country": code, "sectors": ["GOV"], "name": None, "office": None}
    return {**described, "mention": words, **place(words, **more)}


def make_event(**changes: Any) -> JsonObject:
    """Chile shells a village, as Peru's army says."""
    trigger = place("shelled")
    return {
        "event_id": "ev_0123456789abcdef",
        "document_id": "one",
        "published": "2024-05-02",
        "publisher": "Wire",
        "event_type": "ASSAULT",
        "mode": "heavy-weapons",
        "contexts": [],
        "quad_class": "material conflict",
        "cameo": "194",
        "goldstein": -10.0,
        "actors": [side("CHL", "Chile")],
        "recipients": [side("PER", "Peru's army")],
        "reciprocal": False,
        "date": {
            "start": "2024-04-30", "end": "2024-04-30", "granularity": "day", "approximate": False,
            "timex": "Tuesday", "start_char": place("Tuesday")["start"], "end_char": place("Tuesday")["end"],
        },
        "retold": False,
        "status": "claimed",
        "planned": None,
        "attribution": {"speaker": side("PER", "Peru's army"), "cue": "said", "outlet": None, **place("said")},
        "place": {
            "name": "Tacna", "country": "PER", "admin1": None, "latitude": -18.0, "longitude": -70.2,
            "geonames_id": 1, "kind": "city", "mention": "Tacna", **place("Tacna"),
        },
        "evidence": {
            "text": "Chile “shelled” a village", **place("Chile “shelled” a village"),
            "trigger": "shelled", "trigger_start": trigger["start"], "trigger_end": trigger["end"],
        },
        "mentions": [{"text": "attack", **place("attack")}],
        "confidence": 0.9,
        "explanation": [{"field": "actors", "rule": "model:role", "score": 0.9, **place("Chile")}],
        "coder": {"name": "dragoman", "version": "1", "codebook": "plover-2.0d", "models": {}},
        **changes,
    }  # fmt: skip


def copy_with(text: str, title: str = ORIGINAL.title) -> Document:
    return Document(id="two", published=date(2024, 5, 3), publisher="The Post", title=title, text=text)


def list_words(event: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    yield event["evidence"]["text"], event["evidence"]
    for party in (*event["actors"], *event["recipients"], event["attribution"]["speaker"]):
        yield party["mention"], party
    yield from ((mention["text"], mention) for mention in event["mentions"])
    if event["place"]:
        yield event["place"]["mention"], event["place"]


COPIES = {
    "the same": ORIGINAL.text,
    "without a dateline": ORIGINAL.text.partition("– ")[2],
    "other marks": ORIGINAL.text.replace("'", "’").replace("“", '"').replace("”", '"'),
    "a by-line": f"By Jane Muir\n\n{ORIGINAL.text}",
    "accents": ORIGINAL.text.replace("Tacna", "Tacná"),
    "one line": ORIGINAL.text.replace("\n\n", "  "),
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_every_word_is_the_copys_own_at_its_own_place(text: str) -> None:
    copy = copy_with(text)
    (event,) = retell([make_event()], ORIGINAL, copy)
    check_event(event)
    for words, at in list_words(event):
        assert copy.text[at["start"] : at["end"]] == words
    evidence = event["evidence"]
    assert copy.text[evidence["trigger_start"] : evidence["trigger_end"]] == evidence["trigger"] == "shelled"
    assert copy.text[event["date"]["start_char"] : event["date"]["end_char"]] == event["date"]["timex"] == "Tuesday"


def test_what_was_coded_stays_and_what_is_the_copys_is_its_own() -> None:
    (event,) = retell([make_event()], ORIGINAL, copy_with(ORIGINAL.text))
    assert (event["document_id"], event["published"], event["publisher"]) == ("two", "2024-05-03", "The Post")
    assert event["copy_of"] == "one"
    same = ("event_type", "mode", "status", "confidence", "coder", "cameo")
    assert {name: event[name] for name in same} == {name: make_event()[name] for name in same}
    assert event["date"]["start"] == "2024-04-30"
    assert event["event_id"] != make_event()["event_id"]
    assert event["explanation"][-1] == {
        "field": "document_id", "rule": "copy:original", "score": 1.0, "start": None, "end": None,
        "reason": "a copy of one, with the events of that document",
    }  # fmt: skip


def test_ids_are_the_same_each_time_and_tell_equal_events_apart() -> None:
    copy = copy_with(ORIGINAL.text)
    first = [event["event_id"] for event in retell([make_event(), make_event()], ORIGINAL, copy)]
    assert len(set(first)) == 2
    assert first == [event["event_id"] for event in retell([make_event(), make_event()], ORIGINAL, copy)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chile “shelled” a village", "Chile “shelled” the village"),  # its evidence
        ("Peru's army said", "The army said"),  # a side, and the speaker
        (" said on Tuesday that", " told us on Tuesday that"),  # the cue: on whose word
        (LEAD, "In Tacna all was quiet again."),
    ],
)
def test_an_event_whose_words_the_copy_lacks_is_left_out(old: str, new: str) -> None:
    assert old in ORIGINAL.text
    assert retell([make_event()], ORIGINAL, copy_with(ORIGINAL.text.replace(old, new))) == ()


def test_a_date_stays_without_its_words_and_a_place_goes() -> None:
    text = ORIGINAL.text.replace(" on Tuesday", "").replace(" near Tacna", "").replace("attack", "raid")
    (event,) = retell([make_event()], ORIGINAL, copy_with(text))
    check_event(event)
    assert (event["date"]["start"], event["date"]["timex"], event["date"]["start_char"]) == ("2024-04-30", None, None)
    assert (event["place"], event["mentions"]) == (None, [])
    assert {reason["field"]: reason["reason"] for reason in event["explanation"][-2:]} == {
        "date": "“Tuesday” stands in one only",
        "place": "“Tacna” stands in one only",
    }


def test_an_event_of_the_headline_needs_that_headline() -> None:
    told = {"text": "Peru accuses Chile", "start": 0, "end": 18, "field": "title"}
    event = make_event(
        evidence=told | {"trigger": "accuses", "trigger_start": 5, "trigger_end": 12},
        actors=[side("PER", "Peru", field="title")],
        recipients=[side("CHL", "Chile", field="title")],
    )
    assert len(retell([event], ORIGINAL, copy_with(ORIGINAL.text))) == 1
    assert retell([event], ORIGINAL, copy_with(ORIGINAL.text, title="A village is hit")) == ()


def test_marks_go_where_their_words_stand() -> None:
    marks = [
        ("actor", {"text": "Chile", "antecedent": None, **place("Chile")}),
        ("actor", {"text": "the mayor", "antecedent": place("Tacna"), **place("the mayor")}),
        ("quotation", place("“shelled”")),
    ]
    copy = copy_with(ORIGINAL.text.partition("– ")[2].replace("Tacna", "the border"))
    moved = retell_marks(marks, ORIGINAL, copy)
    assert [copy.text[mark["start"] : mark["end"]] for _, mark in moved] == ["Chile", "the mayor", "“shelled”"]
    assert moved[1][1]["antecedent"] is None
    assert moved[0][1]["start"] == place("Chile")["start"] - len("LIMA (Wire) – ")


def test_other_words_of_the_same_letters_are_not_taken() -> None:
    marks = [("actor", {"text": "US", "start": 4, "end": 6})]
    original = replace(ORIGINAL, text="The USA thanked Peru.")
    assert retell_marks(marks, original, replace(original, id="two", text="The US thanked Peru.")) == ()
