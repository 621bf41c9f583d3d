"""Events, commitments and quoted words, a few lines each."""

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.export import JsonObject
from dragoman.mcp_server.bounds import clean_words
from dragoman.pages.words import explain_status, join_words, name_act, name_status, plural, say_days

Lines = Iterator[str]


def say(words: Any) -> str:
    """Words on one line, nothing in them hidden."""
    return clean_words(" ".join(str(words).split()))


def quote(words: str, indent: str = "  ") -> Lines:
    """Words of a document, each line marked, so that none can pass for a line of the answer."""
    for line in words.splitlines():
        yield f"{indent}> {clean_words(line)}"


def say_publisher(document: JsonObject) -> str:
    """Who published a document, where that is known."""
    return f"“{say(document['publisher'])}”" if document["publisher"] else "publisher unknown"


def name_side(side: JsonObject) -> str:
    """Code, and who it is in person: "TUR (Recep Tayyip Erdogan, president)"."""
    person = ", ".join(say(one) for one in (side["name"], side["office"]) if one)
    return say(side["code"]) + (f" ({person})" if person else "")


def name_parties(by: Iterable[JsonObject], to: Iterable[JsonObject], *, mutual: bool) -> str:
    """Who towards whom."""
    one, other = [name_side(side) for side in by], [name_side(side) for side in to]
    if mutual:
        return " ↔ ".join([*one, *other])
    return f"{', '.join(one) or 'somebody'} → {', '.join(other)}" if other else ", ".join(one) or "somebody"


def write_event(event: JsonObject) -> Lines:
    """Id, day, act, footing, sides and place; the words; where they stand, and how many tell of it."""
    status = event["status"]
    told = [
        f"{say(event['event_id'])}  {say_days(event['date'])}  {name_act(event)}",
        status if status == "occurred" else f"{name_status(status)} ({explain_status(status)})",
        name_parties(event["actors"], event["recipients"], mutual=event["reciprocal"]),
        *([f"at {name_place(event['place'])}"] if event["place"] else []),
        *([f"announced: {name_act(event['planned'])}"] if event["planned"] else []),
        f"confidence {event['confidence']:.2f}",
    ]
    yield "; ".join(told)
    yield from quote(event["quote"])
    yield f"  document {say(event['document_id'])}{say_span(event['quoted_at'])}; {_say_reports(event)}"
    if event["speaker"] or event["outlet"]:
        yield f"  on the word of {name_side(event['speaker']) if event['speaker'] else say(event['outlet'])}"
    if event["conflicts"]:
        yield f"  the reports differ in {join_words(event['conflicts'])}: see why"
    if event["corrected"] or event["confirmed"] or event["rejected"]:
        yield f"  reviewed by people: {_say_reviewed(event)}"


def name_place(place: JsonObject) -> str:
    """A place and its country."""
    return ", ".join(dict.fromkeys(say(one) for one in (place["name"], place["country"]) if one))


def say_span(span: JsonObject | None) -> str:
    """Where words stand in a document."""
    if span is None or span["start"] is None:
        return ""
    return f", {'' if span['field'] == 'text' else 'title '}{span['start']}:{span['end']}"


def _say_reports(event: JsonObject) -> str:
    publishers = join_words([f"“{say(name)}”" for name in event["publishers"]])
    return f"{plural(event['reports'], 'report')}, {plural(event['voices'], 'voice')}" + (
        f", of {publishers}" if publishers else ""
    )


def _say_reviewed(event: JsonObject) -> str:
    told = [name for name in ("confirmed", "rejected") if event[name]]
    return ", ".join([*told, *(f"{field} corrected" for field in event["corrected"])])


def write_commitment(commitment: JsonObject) -> Lines:
    """Id, day, kind, sides, what and by when; the words; what became of it."""
    act = name_act(commitment)
    due = f"; due {say_days(commitment['due'])}" if commitment["due"] else ""
    parties = name_parties(commitment["by"], commitment["to"], mutual=commitment["mutual"])
    yield (
        f"{say(commitment['commitment_id'])}  {commitment['made_on']}  {commitment['kind']}"
        f"{f' to {act}' if act else ''}, {commitment['status']}; {parties}{due}"
    )
    yield from quote(commitment["quote"])
    speaker = f"; on the word of {say(commitment['speaker'])}" if commitment["speaker"] else ""
    yield f"  document {say(commitment['document_id'])}{speaker}"
    for change in commitment["changes"]:
        by = f" ({say(change['event_id'])})" if change["event_id"] else ""
        yield f"  {change['status']} on {change['on']}{by}:"
        yield from quote(change["because"], "    ")


def write_page(items: list[JsonObject], noun: str, total: int, offset: int) -> str:
    """Which of how many are shown, and how to go on."""
    if not items:
        return f"{plural(total, noun)}, none from {offset} on" if total else f"no {noun}s"
    if len(items) == total:
        return plural(total, noun)
    last = offset + len(items)
    rest = f"; go on with offset {last}" if last < total else ""
    return f"{noun}s {offset + 1:,} to {last:,} of {total:,}{rest}"
