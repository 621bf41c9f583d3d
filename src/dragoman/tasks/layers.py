"""What single stages find, as JSON: the output of `dragoman actors`, `timex`, `places`, and part of `show --json`."""

from dragoman.export import JsonObject, span_to_json
from dragoman.model.actor import Actor, ActorMention
from dragoman.model.place import PlaceMention
from dragoman.model.text import Document
from dragoman.model.timex import Timex


def actor_to_json(actor: Actor) -> JsonObject:
    """A coded actor."""
    return {
        "code": actor.code,
        "country": actor.country,
        "sectors": [sector.value for sector in actor.sectors],
        "name": actor.name,
        "office": actor.office,
    }


def mention_to_json(mention: ActorMention, document: Document) -> JsonObject:
    """A mention of one or more actors, with the mention it refers back to."""
    return {
        **span_to_json(mention.span),
        "text": document.quote(mention.span),
        "kind": mention.kind.value,
        "actors": [actor_to_json(actor) for actor in mention.actors],
        "antecedent": span_to_json(mention.antecedent) if mention.antecedent else None,
    }


def timex_to_json(timex: Timex, document: Document) -> JsonObject:
    """A time expression; `first` and `last` are the days it covers, where it names a stretch of the calendar."""
    return {
        **span_to_json(timex.span),
        "text": document.quote(timex.span),
        "type": timex.type.value,
        "value": timex.value,
        "first": timex.first.isoformat() if timex.first else None,
        "last": timex.last.isoformat() if timex.last else None,
    }


def toponym_to_json(mention: PlaceMention, document: Document) -> JsonObject:
    """A place name, what it does in the text, and why it has its place; that is null where it could not be resolved."""
    place = mention.place
    roles = [e.rule.partition(":")[2] for e in mention.evidence if e.field == "toponym"]
    reasons = [e for e in mention.evidence if e.field == "place"]
    return {
        **span_to_json(mention.span),
        "text": document.quote(mention.span),
        "name": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonames_id": place.geonames_id if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "kind": place.kind if place else None,
        "role": roles[0] if roles else None,
        "rule": reasons[0].rule if reasons else None,
        "score": reasons[0].score if reasons else None,
        "reason": "; ".join(e.reason for e in reasons if e.reason) or None,
    }
