"""Events as JSON objects, made by hand."""

import io
from typing import Any

from dragoman.export import JsonObject
from dragoman.export.formats import ExportFormat, load_layouts, read_format, write_format


def make_side(code: str, **fields: Any) -> JsonObject:
    """A side of an event: `make_side("TUR", sectors=["GOV"])`."""
    country = code if len(code) == 3 else code.partition("/")[2] or None
    empty: JsonObject = {"sectors": [], "name": None, "office": None}
    words: JsonObject = {"mention": f"those of {code}", "start": 4, "end": 9}
    return {"code": code, "country": country, **empty, **words, **fields}


def make_place(name: str = "Ankara", **fields: Any) -> JsonObject:
    """A place, a city in Türkiye unless told otherwise."""
    here: JsonObject = {
        "name": name,
        "country": "TUR",
        "admin1": "Ankara",
        "latitude": 39.91987,
        "longitude": 32.85427,
        "geonames_id": 323786,
        "kind": "city",
        "mention": name,
        "start": 60,
        "end": 66,
    }
    return {**here, **fields}


def make_date(start: str, end: str | None = None, granularity: str = "day") -> JsonObject:
    """A date that words of the text name."""
    span = {"timex": "then", "start_char": 1, "end_char": 5}
    return {"start": start, "end": end or start, "granularity": granularity, "approximate": False, **span}


def make_event(**changes: Any) -> JsonObject:
    """A minister's visit, coded from one report and not composed."""
    event: JsonObject = {
        "event_id": "ev_0123456789abcdef",
        "document_id": "doc-1",
        "published": "2025-10-02",
        "publisher": "Harbour Post",
        "event_type": "CONSULT",
        "mode": "visit",
        "contexts": ["military", "diplomatic"],
        "quad_class": "verbal cooperation",
        "cameo": "042",
        "goldstein": 1.9,
        "actors": [
            make_side("IRN", sectors=["GOV", "MIL"], name="Aziz Nasirzadeh", office="minister of defence")
        ],
        "recipients": [make_side("TUR", start=30, end=36)],
        "reciprocal": False,
        "date": make_date("2025-10-01"),
        "retold": False,
        "status": "occurred",
        "planned": None,
        "attribution": None,
        "place": make_place(),
        "evidence": {
            "text": "The minister visited Türkiye", "start": 0, "end": 36, "trigger": "visited", "trigger_start": 21,
            "trigger_end": 28,
        },
        "mentions": [],
        "confidence": 0.93,
        "explanation": [],
        "coder": {"name": "dragoman", "version": "0.1.0", "codebook": "plover-2.0d", "models": {"b": "sha256:2"}},
    }  # fmt: skip
    return {**event, **changes}


def make_report(number: int, **fields: Any) -> JsonObject:
    """One of the reports of a composed event."""
    report: JsonObject = {
        "report_id": f"ev_{number}",
        "document_id": f"doc-{number}",
        "published": f"2025-10-{number + 1:02}",
        "publisher": f"Paper {number}",
        "quote": f"telling {number}",
        "date": make_date("2025-10-01"),
        "place": None,
        "confidence": 0.5,
        "voice": number,
    }
    return {**report, **fields}


def make_composed(**changes: Any) -> JsonObject:
    """The visit, told by three reports of two voices; the second is the one whose words the event has."""
    joint = {
        "report_id": "ev_2", "other_id": "ev_1", "score": 0.97,
        "parts": [{"name": "place", "value": 1.0, "weight": 1.5, "reason": "both name Ankara"}],
    }  # fmt: skip
    conflict = {
        "field": "actors",
        "values": [{"value": ["IRN"], "reports": ["ev_1"]}, {"value": ["IRQ", "IRN"], "reports": ["ev_2"]}],
    }
    event = make_event(
        document_id="doc-2",
        published="2025-10-03",
        reports=[
            make_report(1),
            make_report(2),
            make_report(3, publisher="Paper 1", voice=1, url="https://x.example/3"),
        ],
        voices=2,
        publishers=["Paper 1", "Paper 2"],
        conflicts=[conflict],
        joined=[joint],
        taken_from={"place": "ev_1"},
    )
    return {**event, **changes}


def write(to: ExportFormat, *events: JsonObject) -> bytes:
    """What a file of these events holds."""
    stream = io.BytesIO()
    write_format(events, to, stream)
    return stream.getvalue()


def read(of: ExportFormat, content: bytes) -> list[dict[str, Any]]:
    """What a file holds, read back."""
    return list(read_format(io.BytesIO(content), of))


def rows_of(to: ExportFormat, *events: JsonObject) -> list[dict[str, Any]]:
    """The rows or records that events have in a format, read back from it."""
    return read(to, write(to, *events))


def columns_of(to: ExportFormat) -> tuple[str, ...]:
    """The columns of a format that is a table."""
    return load_layouts()[to].columns
