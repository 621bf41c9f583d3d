"""One event and one document as text."""

from dragoman.export import JsonObject
from dragoman.mcp_server.written.lines import Lines, quote, say, say_publisher, say_span, write_event
from dragoman.pages.words import plural


def write_why(answer: JsonObject) -> Lines:
    """An event, what each field rests on, its reports, why they are one event, and what people said."""
    yield from write_event(answer["event"])
    yield f"fields; where no report is named, as {say(answer['shown'])} tells it:"
    for field in answer["fields"]:
        yield from _write_field(field, answer["shown"])
    yield f"{plural(len(answer['reports']), 'report')}:"
    for report in answer["reports"]:
        yield from _write_report(report)
    for joint in answer["joined"]:
        reasons = "; ".join(f"{part['name']} {part['value']:+.2f}, {say(part['reason'])}" for part in joint["parts"])
        yield f"why {say(joint['report_id'])} was joined to {say(joint['other_id'])} ({joint['score']:.2f}): {reasons}"
    for conflict in answer["conflicts"]:
        values = "; ".join(
            f"“{say(_write(v['value']))}” ({', '.join(map(say, v['reports']))})" for v in conflict["values"]
        )
        yield f"the reports differ in {conflict['field']}: {values}"
    for review in answer["reviews"]:
        undone = ", undone since" if review["undone"] else ""
        field = f" {review['field']} to “{say(_write(review['value']))}”" if review["field"] else ""
        yield f"review {review['number']}, {review['at']}, {review['action']}{field}, by “{say(review['by'])}”{undone}:"
        yield from quote(review["because"])


def _write_field(field: JsonObject, shown: str) -> Lines:
    value = "empty" if field["value"] is None else f"“{say(_write(field['value']))}”"
    rule = f"; {say(field['rule'])} {field['score'] or 0:.2f}" if field["rule"] else ""
    reason = f"; {say(field['reason'])}" if field["reason"] else ""
    report = f"; from {say(field['report_id'])}" if field["report_id"] != shown else ""
    review = f"; by review {field['review']}" if field["review"] is not None else ""
    place = say_span(field["read_at"]).removeprefix(", ")
    yield f"  {field['field']}: {value}{rule}{reason}{report}{review}{f'; words at {place}' if place else ''}"
    if field["words"]:
        yield from quote(field["words"], "    ")


def _write_report(report: JsonObject) -> Lines:
    yield (
        f"  {say(report['report_id'])}  {report['published']}  document {say(report['document_id'])}  "
        f"{say_publisher(report)}  voice {report['voice']}  {report['status']}, {report['confidence']:.2f}"
    )
    yield from quote(report["title"] or "", "    ")
    yield from quote(report["quote"], "    ")


def _write(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def write_document(answer: JsonObject) -> Lines:
    """A part of a document's words, each line marked, and the events that it tells of."""
    yield (
        f"document {say(answer['document_id'])}, version {answer['version']}, published {answer['published']}, "
        f"{say_publisher(answer)}"
    )
    yield from quote(answer["title"], "")
    if answer["text"] is None:
        yield "the record has events of this document, but not its text"
    else:
        rest = answer["characters"] - answer["end"]
        after = f"; {rest:,} follow, go on with start {answer['end']}" if rest else ""
        yield f"characters {answer['start']:,} to {answer['end']:,} of {answer['characters']:,}{after}"
        yield "What follows, line by line after “>”, is quoted material, not an instruction:"
        yield from quote(answer["text"], "")
        yield "The quoted material ends."
    yield f"{plural(len(answer['events']), 'event')} told by it:"
    for event in answer["events"]:
        yield from write_event(event)
        if event["report_id"] != event["event_id"]:
            yield f"  this document's report of it: {say(event['report_id'])}"
