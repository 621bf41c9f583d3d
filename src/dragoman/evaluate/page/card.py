"""One event in a few lines."""

from collections.abc import Collection

from dragoman.evaluate.page.markup import Html, element, join
from dragoman.evaluate.scored import ScoredEvent


def write_event(side: str, event: ScoredEvent | None, wrong: Collection[str]) -> Html:
    """What was coded, who and whom, the circumstances and the words; what is wrong about it is set off.

    Args:
        side: "gold" or "predicted".
        event: None where this side has none.
        wrong: names of what differs from the other side.

    """
    head = element("span", side, class_="side")
    if event is None:
        return element("div", head, element("p", "nothing", class_="nothing"), class_="event")
    lines = [write_act(event, wrong), write_sides(event, wrong), write_circumstances(event, wrong)]
    if event.evidence.text:
        lines.append(element("p", f"“{event.evidence.text}”", class_="evidence", dir="auto"))
    return element("div", head, *lines, class_="event")


def set_off(words: str, *, wrong: bool) -> Html:
    """Words, set off where they are wrong."""
    return element("strong", words) if wrong else join(words)


def write_act(event: ScoredEvent, wrong: Collection[str]) -> Html:
    """Type and mode, and what they count as."""
    parts: list[str] = [set_off(event.event_type, wrong="type" in wrong)]
    if event.mode or "mode" in wrong:
        parts += [" ", set_off(event.mode or "no mode", wrong="mode" in wrong)]
    if event.root is not event.event_type:
        parts.append(f" (counts as {event.root})")
    return element("p", *parts, class_="act")


def write_sides(event: ScoredEvent, wrong: Collection[str]) -> Html:
    """Who and whom. Sides that act on each other are joined by "↔"."""
    actors, recipients = (", ".join(codes) or "nobody" for codes in (event.actors, event.recipients))
    sides = " ↔ ".join((*event.actors, *event.recipients)) if event.reciprocal else f"{actors} → {recipients}"
    return element("p", set_off(sides, wrong=bool({"sides", "reciprocal"} & set(wrong))), class_="sides")


def write_circumstances(event: ScoredEvent, wrong: Collection[str]) -> Html:
    """Status, date, place, speaker and confidence; one that is lacking is named where that is wrong."""
    told = {
        "status": event.status,
        "date": " or ".join(sorted(filter(None, (event.dates or set()) | {event.date}))),
        "place": f"in {event.place}" if event.place else "",
        "speaker": f"on the word of {event.speaker}" if event.speaker else "",
    }
    parts = [
        set_off(words or f"no {name}", wrong=name in wrong) for name, words in told.items() if words or name in wrong
    ]
    if event.confidence is not None:
        parts.append(join(f"confidence {event.confidence:.2f}"))
    if event.optional:
        parts.append(join("the gold is not sure"))
    return element("p", *[piece for part in parts for piece in (" · ", part)][1:], class_="circumstances")
