"""All that a page about two sides shows: their relation, and beside it promises, persons, voices and sources."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.export import JsonObject
from dragoman.export.atomic import open_replacing
from dragoman.gazetteer.register import Register, load_register
from dragoman.model.codes import Status
from dragoman.store import EventFilter, SourceDocument, count_events, find_sources
from dragoman.tasks.offices import find_register
from dragoman.tasks.participants import list_persons, list_speakers
from dragoman.tasks.periods import Period
from dragoman.tasks.promises import list_commitments
from dragoman.tasks.relation import relate
from dragoman.tasks.sides import name_side
from dragoman.version import __version__

Line = Mapping[str, Any]


def compile_dossier(
    connection: sqlite3.Connection,
    one: str,
    other: str,
    *,
    first: date | None = None,
    last: date | None = None,
    as_of: date | None = None,
    among: EventFilter | None = None,
    against: Period | None = None,
    limit: int | None = None,
    latest: int | None = None,
) -> JsonObject:
    """The relation of two sides with all that somebody needs who does not have the record.

    Args:
        connection: of the record.
        one: code of a side.
        other: code of the other.
        first: of the period; without it the record's beginning.
        last: of the period; without it `as_of`, or today.
        as_of: only what had been published by that day.
        among: further conditions on the events; commitments are told whatever it says.
        against: the period to compare with; without it the one before.
        limit: how many events, the latest, are told one by one; None for all.
        latest: how many events that make commitments, the latest, are followed up; None for all.

    Returns:
        `relation` as `relate` gives it; `statuses`, events by status; `commitments` with what became of each;
        `persons`, `speakers` and `publishers` of the events told; `sources`, the documents they rest on, each with its
        events; `reviews`, how many events people confirmed, corrected and rejected; `names` of all codes; `coders`,
        `codebooks` and the `version` of the program.

    Raises:
        InputError: both sides are one, or the period ends before it begins.

    """
    wanted = replace(among or EventFilter(), dyad=(one, other), first=first, last=last, as_of=as_of)
    days = {"first": first, "last": last, "as_of": as_of}
    relation = relate(connection, one, other, **days, among=wanted, against=against, limit=limit)
    lines = relation["chronology"]
    listed = list_commitments(
        connection, (one, other), on=date.fromisoformat(relation["on"]), as_of=as_of, latest=latest
    )
    sources = find_sources(connection, [line["event_id"] for line in lines], as_of=as_of)
    return {
        "relation": relation,
        "statuses": _count_statuses(relation["by_month"]),
        "commitments": listed["commitments"],
        "commitment_counts": listed["counts"],
        "persons": list_persons(lines, (one, other), _find_register(connection, lines, as_of)),
        "speakers": list_speakers(lines),
        "publishers": list_publishers(sources),
        "sources": [{**asdict(source), "events": list(source.events)} for source in sources],
        "reviews": {
            "confirmed": sum(line["confirmed"] for line in lines),
            "corrected": sum(bool(line["corrected"]) for line in lines),
            "rejected": count_events(connection, replace(wanted, with_rejected=True)) - relation["events"],
        },
        "names": {code: name_side(code) for code in sorted(_find_codes(lines, listed["commitments"]) | {one, other})},
        "coders": sorted({source.coder for source in sources}),
        "codebooks": sorted({source.codebook for source in sources}),
        "version": __version__,
    }


def _find_register(connection: sqlite3.Connection, lines: Iterable[Line], as_of: date | None) -> Register:
    """What tables and documents know of the persons named; as of a day the shipped tables alone, which tell no news."""
    if as_of is not None:
        return load_register()
    sides = [side for line in lines for side in (*line["actors"], *line["recipients"])]
    return find_register(connection, names={side["name"] for side in sides if side["name"]})


def _count_statuses(by_month: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in by_month:
        counts[row["status"]] = counts.get(row["status"], 0) + row["events"]
    return {status.value: counts[status] for status in Status if status in counts}


def _find_codes(lines: Iterable[Line], commitments: Iterable[Line]) -> set[str]:
    sides = [side for line in lines for side in (*line["actors"], *line["recipients"], line["speaker"]) if side]
    return {side["code"] for side in (*sides, *(s for c in commitments for s in (*c["by"], *c["to"])))}


def list_publishers(sources: Sequence[SourceDocument]) -> list[JsonObject]:
    """Who published the documents, those with most events first; those that name no publisher come as one, last."""
    names = dict.fromkeys(source.publisher for source in sources)
    told = []
    for name in names:
        theirs = [source for source in sources if source.publisher == name]
        told.append(
            {
                "publisher": name or None,
                "documents": len(theirs),
                "events": len({event for source in theirs for event in source.events}),
                "first": theirs[0].published,
                "last": theirs[-1].published,
            }
        )
    return sorted(told, key=lambda row: (row["publisher"] is None, -row["events"], row["publisher"] or ""))


def write_dossier(dossier: Mapping[str, Any], page: Path) -> None:
    """Write a dossier as an HTML page, whole or not at all.

    Raises:
        InputError: the file can't be written, or the libraries that make pages are not installed.

    """
    from dragoman.pages import compose_dossier

    html = compose_dossier(dossier)
    with open_replacing(page) as stream:
        stream.write(html.encode())
