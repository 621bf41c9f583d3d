"""Who takes part in events: persons with the office they held that day, and those on whose word events are told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dragoman.export import JsonObject
from dragoman.gazetteer.register import Register
from dragoman.model.codes import Status
from dragoman.model.tenure import PartialDate, Tenure

Line = Mapping[str, Any]


def list_persons(lines: Iterable[Line], codes: Sequence[str], register: Register) -> list[JsonObject]:
    """The persons named on either side of events, by side, those in most events first.

    Args:
        lines: events in short.
        codes: of the two sides.
        register: which knows the offices of persons.

    Returns:
        `code`, `name`, `named_as` (the offices by which the events call the person), how many `events`, their `first`
        and `last` day, and `offices` that the register knows for these days, as `find_offices` gives them.

    """
    seen: dict[tuple[str, str], list[tuple[str, Line]]] = defaultdict(list)
    for line in lines:
        for side in (*line["actors"], *line["recipients"]):
            if side["name"] and side["code"] in codes:
                seen[side["code"], side["name"]].append((side["office"] or "", line))
    told = [_tell_person(code, name, found, register) for (code, name), found in seen.items()]
    return sorted(told, key=lambda p: (codes.index(p["code"]), -p["events"], p["first"] or "", p["name"]))


def _tell_person(code: str, name: str, found: Sequence[tuple[str, Line]], register: Register) -> JsonObject:
    days = sorted(when["end"] or when["start"] for _, line in found if (when := line["date"]))
    begun = sorted(when["start"] or when["end"] for _, line in found if (when := line["date"]))
    return {
        "code": code,
        "name": name,
        "named_as": list(dict.fromkeys(office for office, _ in found if office)),
        "events": len({line["event_id"] for _, line in found}),
        "first": begun[0] if begun else None,
        "last": days[-1] if days else None,
        "offices": find_offices(register, name, code, days),
    }


def find_offices(register: Register, name: str, code: str, days: Iterable[str]) -> list[JsonObject]:
    """The offices that one person of that name held for a state or organisation on any of some days.

    Args:
        register: which knows them.
        name: in full; a name that fits several persons of that side has no offices.
        code: of the side.
        days: of events, ISO 8601; one on which several happened stands there for each.

    Returns:
        Each `office` with `since`, `until`, how sure it is at the last of the days (`certainty`), and on how many of
        them it was held (`events`).

    """
    tenures: dict[str, list[Tenure]] = {}
    for match in register.find_person(name):
        if theirs := [tenure for tenure in register.tenures_of(match.person.person_id) if tenure.code == code]:
            tenures[match.person.person_id] = theirs
    if len(tenures) != 1:
        return []
    (held,) = tenures.values()
    told = []
    for tenure in held:
        sure = [certainty for day in days if (certainty := tenure.certainty_on(date.fromisoformat(day)))]
        if sure:
            told.append(
                {
                    "office": tenure.office,
                    "since": _text(tenure.since),
                    "until": _text(tenure.until),
                    "certainty": sure[-1].value,
                    "events": len(sure),
                }
            )
    return told


def list_speakers(lines: Iterable[Line]) -> list[JsonObject]:
    """On whose word events are told, those with most events first: `code`, `name`, `office`, and events by status."""
    told: dict[tuple[str, str], JsonObject] = {}
    for line in lines:
        speaker = line["speaker"]
        if not speaker:
            continue
        name = speaker["name"] or speaker["office"] or ""
        row = told.setdefault(
            (speaker["code"], name),
            {
                "code": speaker["code"],
                "name": speaker["name"],
                "office": speaker["office"],
                "events": 0,
                "statuses": {},
            },
        )
        row["events"] += 1
        row["statuses"][line["status"]] = row["statuses"].get(line["status"], 0) + 1
    for row in told.values():
        row["statuses"] = {status.value: count for status in Status if (count := row["statuses"].get(status))}
    return sorted(told.values(), key=lambda row: (-row["events"], row["code"], row["name"] or row["office"] or ""))


def _text(when: PartialDate | None) -> str | None:
    return when.text if when else None
