"""Why an event is as it is, for the terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from dragoman.cli.answers import head, make_console
from dragoman.cli.clean import clean_line
from dragoman.cli.console import plural
from dragoman.cli.figures import make_table
from dragoman.cli.lines import make_grid, render_lines, say_days
from dragoman.cli.render import WIDE, stack
from dragoman.cli.reviews import render_reviews

JsonObject = Mapping[str, Any]

_FIELD_COLUMNS = (("field", 14), ("value", 22), ("words", 30), ("why", 30))
_NARROW_FIELD_COLUMNS = (("field, value", 26), ("words, why", 44))


def print_why(why: JsonObject) -> None:
    """An event, and all that stands behind it."""
    console = make_console()
    event = why["event"]
    label = f"  {clean_line(event['label'])} (CAMEO {clean_line(event['cameo'])})" if event["label"] else ""
    console.print(head(Text.assemble((clean_line(event["event_id"]), "bold"), label)))
    console.print(render_lines([event], console.width))
    console.print(head(f"Why each field has its value, as {clean_line(event['document_id'])} tells it"))
    console.print(render_fields(why["fields"], why["shown"], console.width))
    console.print(head(f"Reports: {len(why['reports'])} in {plural(event['voices'], 'voice')}"))
    for report in why["reports"]:
        console.print(show_report(report))
        console.print()
    for joint in why["joined"]:
        one, other = clean_line(joint["report_id"]), clean_line(joint["other_id"])
        console.print(head(f"Why {one} was joined to {other}: {joint['score']:.2f}"))
        console.print(render_parts(joint))
    if why["conflicts"]:
        console.print(head("In what the reports differ"))
        for conflict in why["conflicts"]:
            console.print(show_conflict(conflict))
        console.print()
    if why["reviews"]:
        console.print(head("Reviews"))
        console.print(render_reviews(why["reviews"]))


def render_fields(fields: Sequence[JsonObject], shown: str, width: int) -> Table:
    """Value, words, rule and score of each field; of one that was taken from another report than `shown`, which."""
    table = make_grid(_FIELD_COLUMNS if width >= WIDE else _NARROW_FIELD_COLUMNS)
    table.leading = 0
    for field in fields:
        name = Text(clean_line(field["field"]), "dim")
        value = Text("–" if field["value"] is None else clean_line(str(field["value"])))
        words = Text(f"“{clean_line(field['words'])}”" if field["words"] else "", "italic")
        why = explain(field)
        if field["report_id"] != shown and field["review"] is None:
            why.append(f" from {clean_line(field['report_id'])}", "dim")
        if width >= WIDE:
            table.add_row(name, value, words, why)
        else:
            table.add_row(name + Text(" ") + value, stack(words, why))
    return table


def explain(field: JsonObject) -> Text:
    """Rule and score, or why it is empty; of a review its number and reason."""
    if field["review"] is not None:
        return Text.assemble((f"review {field['review']}: ", "green"), clean_line(field["reason"]))
    told = Text(f"{clean_line(field['rule'])} {field['score']:.2f}" if field["score"] and field["rule"] else "")
    if field["reason"]:
        told.append(f" ({clean_line(field['reason'])})" if told.plain else clean_line(field["reason"]))
    return told


def show_report(report: JsonObject) -> Text:
    """One report: where and when it was published, its words, and what it says of date and place."""
    publisher = clean_line(report["publisher"]) or "publisher unknown"
    heading = Text.assemble(
        (clean_line(report["document_id"]), "bold"), f"  {report['published']}  {publisher}  voice {report['voice']}"
    )
    if report.get("copy_of"):
        heading.append(f"  a copy of {clean_line(report['copy_of'])}")
    if report["held"]:
        heading.append("  kept for its review, no longer coded", "yellow")
    when, place = report["date"], report["place"]
    told = [
        say_days(when["start"], when["end"]) if when else "no date",
        clean_line(place["name"]) if place else "no place",
        f"{report['status']}, {report['confidence']:.2f}",
    ]
    return stack(
        heading,
        Text(clean_line(report["title"] or "")),
        Text(f"“{clean_line(report['quote'])}”", "italic"),
        Text(", ".join(told)),
        Text(clean_line(report["url"] or ""), "dim"),
        Text(clean_line(report["report_id"]), "dim"),
    )


def render_parts(joint: JsonObject) -> Table:
    """The parts of a reason to join, each with its points: value times weight."""
    rows = [
        (clean_line(part["name"]), clean_line(part["reason"]), f"{part['value']:+.2f}", f"{part['weight']:.2f}",
         f"{part['value'] * part['weight']:+.2f}")
        for part in joint["parts"]
    ]  # fmt: skip
    return make_table(("part", "reason", "value", "weight", "points"), rows, words=2)


def show_conflict(conflict: JsonObject) -> Text:
    """A field, and who says what of it."""
    told = Text(f"{clean_line(conflict['field'])}: ", "bold")
    values = [
        Text.assemble(say_value(entry["value"]), (f" ({', '.join(map(clean_line, entry['reports']))})", "dim"))
        for entry in conflict["values"]
    ]
    return told + Text("; ").join(values)


def say_value(value: Any) -> str:
    """A value of a field in words."""
    return clean_line(" ".join(map(str, value)) if isinstance(value, list) else str(value))
