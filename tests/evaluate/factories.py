"""Events to compare, and the files they are read from."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dragoman.evaluate import Evaluation, GoldDocument, Quote, ScoredEvent, evaluate
from dragoman.model.codes import EventType


def make_event(what: str, who: str = "KEN", whom: str = "GHA", *, words: str = "", **fields: Any) -> ScoredEvent:
    """An event of a type between sides of codes, "KEN GHA" being two."""
    given = {"date": "2024-05-16", "status": "occurred", "evidence": Quote(text=words), **fields}
    given.setdefault("dates", frozenset({given["date"]}))
    return ScoredEvent(event_type=EventType(what), actors=tuple(who.split()), recipients=tuple(whom.split()), **given)


def make_gold(*events: ScoredEvent, text: str = "", title: str = "", document_id: str = "d1") -> GoldDocument:
    return GoldDocument(id=document_id, events=events, published="2024-05-16", title=title, text=text)


def compare(gold: Iterable[ScoredEvent], predicted: Iterable[ScoredEvent], *, text: str = "") -> Evaluation:
    """One document of gold against what was predicted in it."""
    return evaluate([make_gold(*gold, text=text)], {"d1": tuple(predicted)})


def gold_row(*events: Mapping[str, Any], **row: Any) -> dict[str, Any]:
    return {"id": "d1", "events": list(events), **row}


def gold_values(what: str = "CONSULT", who: str = "KEN", whom: str = "GHA", **values: Any) -> dict[str, Any]:
    """An event in the form of gold."""
    return {
        "type": what,
        "actor": [{"code": code} for code in who.split()],
        "recipient": [{"code": code} for code in whom.split()],
        "date": "2024-05-16",
        "status": "occurred",
        **values,
    }


def predicted_values(what: str = "CONSULT", who: str = "KEN", whom: str = "GHA", **values: Any) -> dict[str, Any]:
    """An event in the form of `dragoman code`, no more of it than is compared."""
    return {
        "document_id": "d1",
        "event_type": what,
        "actors": [{"code": code} for code in who.split()],
        "recipients": [{"code": code} for code in whom.split()],
        "reciprocal": False,
        "date": {"start": "2024-05-16"},
        "status": "occurred",
        "place": None,
        "attribution": None,
        "evidence": {"text": "", "start": 0, "end": 0},
        "confidence": 0.9,
        **values,
    }


def write_lines(path: Path, *rows: object) -> Path:
    """A JSON Lines file; a string is written as it is."""
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
