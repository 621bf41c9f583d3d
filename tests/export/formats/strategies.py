"""Events as Hypothesis makes them, coded or composed, with codes that exist."""

from typing import Any

from hypothesis import strategies as st

from dragoman.codebook import load_codebook, load_crosswalk
from dragoman.export import JsonObject, event_to_json
from dragoman.model.codes import EventType
from tests.export.strategies import days, events, stamps, words

CODES = sorted({row["cameo"] for row in load_crosswalk()})
ACTORS = "TUR IRN USA XKX PSE ATA QQQ IGO:UN IGO:NEW IGO:OTHER MNC:OTHER NSA:ISIS NSA:OTHER/SOM".split()
PLACES = ["TUR", "USA", "PSE", "GBR", "QQQ", None]

json_values = st.none() | st.booleans() | st.integers(-9, 9) | words | st.lists(words, max_size=2)
dates = days.map(lambda day: day.isoformat())


@st.composite
def coded(draw: st.DrawFn) -> JsonObject:
    """A coded event: all fields as the coder writes them."""
    record, document = draw(events())
    body = event_to_json(record, document, draw(stamps))
    event_type = draw(st.sampled_from(EventType))
    body["event_type"] = event_type.value
    body["mode"] = draw(st.sampled_from([None, *load_codebook().types[event_type].modes]))
    body["cameo"] = draw(st.sampled_from(CODES))
    for side in [*body["actors"], *body["recipients"]]:
        side["code"] = draw(st.sampled_from(ACTORS))
        side["country"] = (
            side["code"].rpartition("/")[2][:3] if ":" not in side["code"] or "/" in side["code"] else None
        )
    if body["place"]:
        body["place"]["country"] = draw(st.sampled_from(PLACES))
        body["place"]["admin1"] = draw(st.sampled_from([None, "Ankara", "Texas", "West Bank", "England"]))
        body["place"]["kind"] = draw(st.sampled_from(["country", "admin1", "admin2", "city", "region"]))
    return body


@st.composite
def composed(draw: st.DrawFn) -> JsonObject:
    """An event of a record, perhaps with a side and a place that a person set."""
    body = draw(coded())
    report = st.fixed_dictionaries(
        {
            "report_id": words, "document_id": words, "published": dates, "publisher": words, "quote": words,
            "date": st.just(body["date"]), "place": st.just(body["place"]), "confidence": st.floats(0, 1),
            "voice": st.integers(0, 9),
        },
        optional={"url": words},
    )  # fmt: skip
    value = st.fixed_dictionaries({"value": json_values, "reports": st.lists(words, max_size=2)})
    part = st.fixed_dictionaries({"name": words, "value": st.floats(-1, 1), "weight": st.floats(0, 9), "reason": words})
    body["reports"] = draw(st.lists(report, min_size=1, max_size=3))
    body["voices"] = draw(st.integers(1, 3))
    body["publishers"] = draw(st.lists(words, max_size=2))
    body["conflicts"] = draw(
        st.lists(st.fixed_dictionaries({"field": words, "values": st.lists(value, max_size=2)}), max_size=2)
    )
    body["joined"] = draw(
        st.lists(
            st.fixed_dictionaries(
                {"report_id": words, "other_id": words, "score": st.floats(0, 1), "parts": st.lists(part, max_size=2)}
            ),
            max_size=2,
        )
    )
    body["taken_from"] = draw(st.dictionaries(st.sampled_from(["date", "place", "mode"]), words))
    if draw(st.booleans()):
        body |= {"rejected": draw(st.booleans()), "confirmed": draw(st.booleans())}
        body["reviews"] = draw(st.lists(st.dictionaries(words, json_values, max_size=3), max_size=2))
    return _correct(body) if draw(st.booleans()) else body


def _correct(body: JsonObject) -> JsonObject:
    nowhere: dict[str, Any] = {"sectors": [], "name": None, "office": None, "mention": None, "start": None, "end": None}
    side = {"code": "TUR", "country": "TUR", **nowhere}
    place = {
        "name": "Ankara", "country": "TUR", "admin1": None, "latitude": None, "longitude": None, "geonames_id": None,
        "kind": "city", "mention": None, "start": None, "end": None,
    }  # fmt: skip
    speaker = {"speaker": side, "cue": None, "outlet": None, "start": None, "end": None}
    return {**body, "actors": [side], "place": place, "attribution": speaker, "corrected": ["actors", "place"]}


any_events = coded() | composed()
