"""Which words say that an event happened in the area chosen for it, and which place of the area they name."""

from collections.abc import Sequence

from dragoman.gazetteer.places import PlaceIndex
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace
from dragoman.model.text import Span
from dragoman.places.area_features import find_side
from dragoman.places.find import Role, Toponym
from dragoman.places.locate_features import find_toponym_features
from dragoman.places.named import find_area, is_locative
from dragoman.places.placing import compose_place
from dragoman.places.scene import Scene, is_side
from dragoman.places.weights import load_event_weights, sum_weights

_AT_HOME = "no place is named; such acts are done in the country of this side"


def compose_event_place(scene: Scene, area: str, likelihood: float, places: PlaceIndex) -> EventPlace | None:
    """The place of an event that happened in `area`, with the words that say so.

    A place that the sentence names comes first; then one named with a preposition just before or in the other field;
    then the side whose country the area is, which stands for that country as a whole, or for the city that was visited;
    then any place named elsewhere.

    Args:
        scene: the event.
        area: a country or the name of a region, as `find_area` gives it.
        likelihood: how sure the choice is.
        places: the gazetteer.

    Returns:
        The place; None where the area is the gazetteer's no more.

    """
    inside = [t for t in scene.toponyms if find_area(t) == area]
    here = [t for t in inside if t.candidate.sentence == scene.frame.sentence and not is_side(scene, t)]
    nearby = [t for t in inside if _is_nearby(scene, t)]
    mention = _mention_of(scene, area)
    if here or (nearby and mention is not None):
        return _from_toponym(scene, _best(scene, here or nearby), likelihood)
    country = places.country(area)
    if mention is not None and country is not None:
        side, span = mention
        visited = [t for t in inside if span.contains(t.candidate.span) and t.role is not Role.ADJECTIVE]
        if side == "recipient" and scene.frame.mode == "visit" and visited:
            return _from_toponym(scene, _best(scene, visited), likelihood)  # "visited Athens": the state, and the city
        why = Evidence(field="place", rule=f"places:{side}", score=round(likelihood, 4), span=span, reason=_AT_HOME)
        return EventPlace(place=compose_place(country), mention=span, evidence=why)
    return _from_toponym(scene, _best(scene, inside), likelihood) if inside else None


def _is_nearby(scene: Scene, toponym: Toponym) -> bool:
    """Whether a toponym of the sentence before, or of the other field, is where something happened."""
    number = toponym.candidate.sentence
    if number < 0 or not is_locative(scene.sentences, toponym):
        return False
    other = scene.sentences[number].span.field is not scene.sentence.span.field
    return other or scene.frame.sentence - number == 1


def _mention_of(scene: Scene, area: str) -> tuple[str, Span] | None:
    side = find_side(scene, area)
    if side is None:
        return None
    parties = scene.frame.recipients if side == "country of recipient" else scene.frame.actors
    name = "recipient" if side == "country of recipient" else "actor"
    return name, next(p.mention for p in parties if p.actor.country == area)


def _best(scene: Scene, toponyms: Sequence[Toponym]) -> Toponym:
    weights = load_event_weights().among_others
    return max(toponyms, key=lambda t: sum_weights(find_toponym_features(scene, t), weights))


def _from_toponym(scene: Scene, chosen: Toponym, likelihood: float) -> EventPlace | None:
    if chosen.entry is None:
        return None
    span = chosen.candidate.span
    same = chosen.candidate.sentence == scene.frame.sentence
    where = "sentence" if same else "dateline" if chosen.candidate.sentence < 0 else "discourse"
    evidence = Evidence(field="place", rule=f"places:{where}", score=round(likelihood, 4), span=span)
    return EventPlace(place=compose_place(chosen.entry), mention=span, evidence=evidence)
