"""Builders of reports."""

from typing import Any

from dragoman.model.report import Report, read_report


def make_side(code: str, **fields: Any) -> dict[str, Any]:
    country = code if len(code) == 3 else code.partition("/")[2] or None
    empty: dict[str, Any] = {"sectors": [], "name": None, "office": None, "mention": "", "start": 0, "end": 1}
    return {"code": code, "country": country, **empty, **fields}


def make_place(name: str, country: str, latitude: float, longitude: float, **fields: Any) -> dict[str, Any]:
    return {
        "name": name,
        "country": country,
        "admin1": None,
        "latitude": latitude,
        "longitude": longitude,
        "geonames_id": None,
        "kind": "city",
        "mention": name,
        **fields,
    }


def make_report(report_id: str, *, day: str | tuple[str, str] | None = None, **fields: Any) -> Report:
    """An attack on the day of publication, unless told otherwise.

    Args:
        report_id: its id; it makes a document of its own.
        day: the day or the interval that words of the text name.
        fields: of the body; actors and recipients may be given as codes.
    """
    quote = fields.pop("quote", "an attack")
    trigger = fields.pop("trigger", quote)
    published = fields.pop("published", "2024-05-16")
    start, end = (published, published) if day is None else (day, day) if isinstance(day, str) else day
    timex = None if day is None else "then"
    body: dict[str, Any] = {
        "event_id": report_id,
        "document_id": f"doc-{report_id}",
        "published": published,
        "publisher": f"Paper {report_id}",
        "event_type": "ASSAULT",
        "mode": None,
        "contexts": [],
        "quad_class": "material conflict",
        "cameo": "190",
        "goldstein": -10.0,
        "actors": [],
        "recipients": [],
        "reciprocal": False,
        "date": {"start": start, "end": end, "granularity": "day", "approximate": False, "timex": timex},
        "retold": False,
        "status": "occurred",
        "planned": None,
        "attribution": None,
        "place": None,
        "evidence": {"text": quote, "start": 0, "end": len(quote), "trigger": trigger},
        "mentions": [],
        "confidence": 0.8,
        "explanation": [],
        **fields,
    }
    for role in ("actors", "recipients"):
        told = body[role]
        body[role] = [
            make_side(s) if isinstance(s, str) else make_side(**s)
            for s in (told.split() if isinstance(told, str) else told)
        ]
    return read_report(body)
