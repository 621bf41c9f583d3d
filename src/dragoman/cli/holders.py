"""Persons and offices for the terminal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rich.padding import Padding
from rich.text import Text

from dragoman.cli.answers import head, make_console
from dragoman.cli.clean import clean_line
from dragoman.cli.console import plural
from dragoman.cli.lines import render_lines
from dragoman.tasks.profiles.evidence import shorten_proofs

JsonObject = Mapping[str, Any]

_STYLES = {"stated": "green", "seeded": "green", "inferred": "yellow"}
_SOURCES = {"seed": "shipped table", "import": "imported table"}
_WAYS = {
    "same": "",
    "spelling": "another spelling",
    "order": "in another order",
    "part": "part of the name",
    "script": "by the consonants",
}
"""How a name met the person's."""


def print_office(answer: JsonObject) -> None:
    """The holders of an office on a day, what says so, and what contradicts it."""
    console = make_console()
    on = answer["on"]
    meant = ", ".join(name_office(office) for office in answer["offices"]) or "no office that a table knows"
    console.print(head(Text.assemble((clean_line(answer["asked"]), "bold"), f" on {on}: {meant}")))
    for holder in answer["holders"]:
        console.print(show_tenure(holder, on, with_name=True))
    if len(answer["holders"]) > 1 and all(office["one_holder"] for office in answer["offices"]):
        told = f"{len(answer['holders'])} persons are named for that day"
        console.print(f"{told}: a handover, or sources that contradict each other", style="yellow")
    if not answer["holders"]:
        console.print(f"Nothing says who held it on {on}.")
    for heading in ("before", "after"):
        if answer[heading]:
            console.print(head(heading.capitalize()))
        for tenure in answer[heading]:
            console.print(show_tenure(tenure, on, with_name=True))
    if answer["others"]:
        console.print(head("Named for that day too, by sources that are less sure"))
        for tenure in answer["others"]:
            console.print(show_tenure(tenure, on, with_name=True))
    _print_conflicts(answer["conflicts"])


def print_persons(answer: JsonObject) -> None:
    """Each person whom the name fits."""
    console = make_console()
    for person in answer["persons"]:
        console.print(head(Text.assemble((clean_line(person["name"]), "bold"), f"  {_WAYS[person['how']]}".rstrip())))
        if person["spellings"]:
            console.print(Text(f"also {', '.join(map(clean_line, person['spellings']))}", "dim"))
        for tenure in person["offices"]:
            console.print(show_tenure(tenure, answer["on"]))
        if not person["offices"]:
            console.print("no office is known", style="dim")
        if person["events"]:
            console.print(render_lines(person["events"], console.width))
            console.print(f"the latest {len(person['events'])} of {plural(person['total'], 'event')}", style="dim")
        _print_conflicts(person["conflicts"])
    if not answer["persons"]:
        console.print("nobody of that name is known", style="dim")
    elif len(answer["persons"]) > 1:
        console.print(f"the name fits {plural(len(answer['persons']), 'person')} equally well", style="dim")


def print_imports(answer: JsonObject) -> None:
    """The imported tables."""
    console = make_console()
    for table in answer["tables"]:
        told = f"{clean_line(table['name'])}  {plural(table['offices'], 'tenure')}, kept until {table['kept_until']}"
        console.print(Text(told))
    if not answer["tables"]:
        console.print("no tables were imported", style="dim")


def show_tenure(tenure: JsonObject, on: str, *, with_name: bool = False) -> Padding:
    """Who held what from when until when, how surely on the day asked for, and what says so."""
    told = Text.assemble((clean_line(tenure["name"]), "bold"), ", ") if with_name else Text()
    told.append(name_office(tenure), "" if with_name else "bold")
    told.append(f"\n{say_stretch(tenure)}")
    if tenure["certainty"]:
        told.append(f"; on {on} ")
        told.append(tenure["certainty"], _STYLES[tenure["certainty"]])
    for line in say_proofs(tenure["proofs"], on):
        told.append("\n")
        told.append(line)
    return Padding(told, (0, 0, 1, 0))


def name_office(office: JsonObject) -> str:
    """An office and whose it is: "minister of defence (TUR)"."""
    return f"{clean_line(office['office'])} ({clean_line(office['body'] or office['code'])})"


def say_stretch(tenure: JsonObject) -> str:
    """From when until when: "named from 2025-02-03 to 2025-10-02" where documents alone say so."""
    since, until = tenure["since"], tenure["until"]
    if tenure["is_told"]:
        return f"named on {since}" if since == until else f"named from {since} to {until}"
    return f"from {since or '?'} " + (f"until {until}" if until else "on")


def say_proofs(proofs: Sequence[JsonObject], on: str) -> Iterable[Text]:
    """What says so, a line each: tables, and the documents published nearest to a day."""
    nearest = shorten_proofs({"proofs": proofs}, date.fromisoformat(on))
    further = nearest["papers"]
    for proof in nearest["proofs"]:
        if proof["kind"] in _SOURCES:
            told = f"  {_SOURCES[proof['kind']]} ({clean_line(proof['source'])}), kept until {proof['kept_until']}: "
            yield Text(told + f"{proof['since'] or '?'} to {proof['until'] or 'now'}", "dim")
        else:
            further -= 1
            told = f"  {proof['on']} {clean_line(proof['source'] or proof['document_id'])}: "
            yield Text.assemble((told, "dim"), (f"“{clean_line(proof['words'])}”", "italic"))
    if further:
        yield Text(f"  and {plural(further, 'further document')}", "dim")


def _print_conflicts(conflicts: Sequence[JsonObject]) -> None:
    if not conflicts:
        return
    console = make_console()
    console.print(head("Sources contradict each other"))
    for conflict in conflicts:
        one, other = (clean_line(person["name"]) for person in conflict["persons"])
        told = f"{name_office(conflict)}: both {one} and {other} from {conflict['first']} to {conflict['last']}"
        console.print(Text(told, "yellow"))
