"""Persons and offices as text."""

from collections.abc import Iterable

from dragoman.export import JsonObject
from dragoman.mcp_server.written.lines import Lines, quote, say, say_span, write_event
from dragoman.pages.words import plural

_GROUPS = (
    ("holders", "held it"),
    ("others", "named for that day too, by sources that are less sure"),
    ("before", "before"),
    ("after", "after"),
)


def write_office(answer: JsonObject) -> Lines:
    """The holders of an office on a day, and what says so."""
    meant = ", ".join(_name_office(office) for office in answer["offices"]) or "no office that a table knows"
    yield f"“{say(answer['asked'])}” on {answer['on']}: {meant}"
    if not answer["holders"]:
        yield f"Nothing says who held it on {answer['on']}."
    for group, heading in _GROUPS:
        for tenure in answer[group]:
            yield f"{heading}: {say(tenure['name'])}, {_name_office(tenure)}, {_say_stretch(tenure, answer['on'])}"
            yield from _write_proofs(tenure["proofs"])
    yield from _write_rivals(answer["conflicts"])


def write_persons(answer: JsonObject) -> Lines:
    """Each person whom the name fits: offices, and the latest events."""
    persons = answer["persons"]
    yield (
        f"“{say(answer['name'])}” fits {plural(len(persons), 'person')}" if persons else "nobody of that name is known"
    )
    for person in persons:
        also = f", also {', '.join(map(say, person['spellings']))}" if person["spellings"] else ""
        yield f"{say(person['name'])}{also}"
        for tenure in person["offices"]:
            yield f"  {_name_office(tenure)}, {_say_stretch(tenure, answer['on'])}"
            yield from _write_proofs(tenure["proofs"])
        yield from _write_rivals(person["conflicts"])
        yield f"the latest {len(person['events'])} of {plural(person['total'], 'event')}:"
        for event in person["events"]:
            yield from write_event(event)


def _name_office(office: JsonObject) -> str:
    return f"{say(office['office'])} ({say(office['body'] or office['code'])})"


def _say_stretch(tenure: JsonObject, on: str) -> str:
    since, until = say(tenure["since"] or "?"), say(tenure["until"] or "now")
    stretch = f"named in documents from {since} to {until}" if tenure["is_told"] else f"from {since} until {until}"
    return f"{stretch}; on {on} {tenure['certainty']}" if tenure["certainty"] else f"{stretch}; not on {on}"


def _write_proofs(proofs: Iterable[JsonObject]) -> Lines:
    for proof in proofs:
        if proof["words"] is None:
            yield f"    {proof['kind']} “{say(proof['source'])}”, kept until {proof['kept_until']}"
        else:
            yield f"    {proof['on']} document {say(proof['document_id'])}{say_span(proof)}"
            yield from quote(say(proof["words"]), "    ")


def _write_rivals(conflicts: Iterable[JsonObject]) -> Lines:
    for conflict in conflicts:
        names = " and ".join(say(person["name"]) for person in conflict["persons"])
        told = f"{_name_office(conflict)} from {conflict['first']} to {conflict['last']}"
        yield f"sources contradict each other: both {names} are named {told}"
