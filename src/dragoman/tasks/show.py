"""Coding documents to look at them: what `dragoman show` and, later, pages are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.config import CoderConfig
from dragoman.documents import Reject, Sourced
from dragoman.export import CoderStamp, JsonObject, event_to_json, span_to_json
from dragoman.model.coding import Coding
from dragoman.tasks.coders import make_coder
from dragoman.tasks.layers import mention_to_json, timex_to_json, toponym_to_json
from dragoman.tasks.outcomes import CoderMaker, DocumentCoder, code_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A coded document, all layers kept."""

    coding: Coding
    stamp: CoderStamp


def show_documents(
    items: Iterable[Sourced | Reject], config: CoderConfig, *, maker: CoderMaker = make_coder
) -> Iterator[Shown | Reject]:
    """Code documents one by one, keeping what the stages found; rejects pass through."""
    # The coder is made when the first document comes, so that a run of rejects does not wait for it.
    made: tuple[DocumentCoder, CoderStamp] | None = None
    for item in items:
        if isinstance(item, Reject):
            yield item
            continue
        made = made or maker(config)
        coder, stamp = made
        outcome = code_whole(coder, item)
        yield outcome if isinstance(outcome, Reject) else Shown(coding=outcome, stamp=stamp)


def shown_to_json(shown: Shown) -> JsonObject:
    """A document with everything found in it, as one JSON object: text, layers, events."""
    coding, document = shown.coding, shown.coding.document
    return {
        "id": document.id,
        "published": document.published.isoformat(),
        "publisher": document.publisher,
        "url": document.url,
        "title": document.title,
        "text": document.text,
        "mentions": [mention_to_json(mention, document) for mention in coding.mentions],
        "triggers": [{**span_to_json(f.trigger), "text": document.quote(f.trigger)} for f in coding.frames],
        "quotations": [span_to_json(quotation.span) for quotation in coding.quotations],
        "timexes": [timex_to_json(timex, document) for timex in coding.timexes],
        "toponyms": [toponym_to_json(place, document) for place in coding.places],
        "events": [event_to_json(event, document, shown.stamp) for event in coding.events],
    }
