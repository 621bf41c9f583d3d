"""Tenures with what says so, as pages and the terminal show them: tables, and the documents nearest to a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dragoman.export import JsonObject

_SHOWN = 3
"""Documents quoted for a tenure."""


def shorten_proofs(tenure: Mapping[str, Any], on: date) -> JsonObject:
    """A tenure with all tables that know it and the documents published nearest to a day.

    Args:
        tenure: as `dragoman.tasks.offices.tell_tenure` tells it.
        on: the day.

    Returns:
        The tenure; `papers` says how many documents there are of which the record knows.

    """
    proofs: Sequence[Mapping[str, Any]] = tenure["proofs"]
    tables = [proof for proof in proofs if proof["kind"] != "document"]
    papers = [proof for proof in proofs if proof["kind"] == "document"]
    near = sorted(papers, key=lambda p: (abs(date.fromisoformat(p["on"]) - on), p["document_id"], p["start"]))
    shown = sorted(near[:_SHOWN], key=lambda p: (p["on"], p["document_id"]))
    return {**tenure, "proofs": [*tables, *shown], "papers": len(papers)}
