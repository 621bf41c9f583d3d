"""Lists as text."""

from dragoman.export import JsonObject
from dragoman.mcp_server.written.lines import (
    Lines,
    quote,
    say,
    say_publisher,
    write_commitment,
    write_event,
    write_page,
)
from dragoman.pages.words import plural


def write_events(answer: JsonObject) -> Lines:
    """Events, and which of how many they are."""
    yield write_page(answer["events"], "event", answer["total"], answer["offset"])
    for event in answer["events"]:
        yield from write_event(event)


def write_commitments(answer: JsonObject) -> Lines:
    """Commitments, how many of each status there are, and which of them these are."""
    counts = ", ".join(f"{count:,} {status}" for status, count in answer["counts"].items() if count)
    yield f"on {answer['on']}: {counts or 'no commitments'}"
    if answer["latest"]:
        yield (
            f"only the latest {plural(answer['latest'], 'event')} that make commitments were followed; "
            "name two sides for all of theirs"
        )
    yield write_page(answer["commitments"], "commitment", answer["total"], answer["offset"])
    for commitment in answer["commitments"]:
        yield from write_commitment(commitment)


def write_found(answer: JsonObject) -> Lines:
    """Documents with the words in their surroundings, and events."""
    documents, offset = answer["documents"], answer["offset"]
    yield f"documents {offset + 1:,} to {offset + len(documents):,}:" if documents else "no documents"
    for document in documents:
        yield f"{say(document['document_id'])}  {document['published']}  {say_publisher(document)}"
        yield from quote(say(document["title"]))
        yield from quote(say("".join(piece["text"] for piece in document["snippet"])))
    yield write_page(answer["events"], "event", answer["total"], offset)
    for event in answer["events"]:
        yield from write_event(event)
