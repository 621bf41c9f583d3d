"""Decide where each event happened: in an area that the text names or that a side belongs to, or nowhere stated.

Two readings. In the first each event stands alone: the scores of the areas and of "no place named" are sums of fitted
weights, of features (`area_features.py`) and of what the tagger makes of the event's words (`leanings.py`). In the
second the places found for the other events of the document speak too (`other_frames.py`). Then the words that name the
area are chosen (`words.py`). Adjectives count only before a word for a place ("the Syrian border", "two Indian
cities"); names inside those of bodies never do.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.places import PlaceIndex, load_places
from dragoman.model.coding import Coding
from dragoman.model.place import EventPlace
from dragoman.places.area_features import find_absence_features, find_area_features
from dragoman.places.cues import load_cues
from dragoman.places.features import find_preposition
from dragoman.places.find import Role, Toponym
from dragoman.places.leanings import ALONE, AMONG_OTHERS, find_leanings, load_leanings
from dragoman.places.meeting import share_meeting_place
from dragoman.places.named import NamedPlaces, find_area
from dragoman.places.other_frames import PlacedFrames
from dragoman.places.scene import Scene, compose_scene, is_ground
from dragoman.places.weights import load_event_weights, sum_weights
from dragoman.places.words import compose_event_place

_PLAIN = frozenset({"in", "at", "near", "outside"})

Choice = tuple[str | None, float]
"""An area, or None for no place, and its likelihood."""
Options = tuple[set[str], dict[str, set[str]]]
"""The features of "no place named", and those of each area."""


def locate_frames(
    coding: Coding, toponyms: Sequence[Toponym], *, places: PlaceIndex | None = None
) -> tuple[EventPlace | None, ...]:
    """The place of every frame.

    Args:
        coding: a coding with sentences and frames.
        toponyms: as `find_toponyms` gives them for its document.
        places: the gazetteer; None for the package's.

    Returns:
        One place or None for each frame, in their order.

    """
    if not coding.frames:
        return ()
    index = places or load_places()
    named = NamedPlaces(coding.sentences, find_usable(coding, toponyms))
    scenes = [compose_scene(frame, coding.sentences, named) for frame in coding.frames]
    weights, fitted = load_event_weights(), load_leanings()
    options = [find_options(scene, index) for scene in scenes]
    first = [
        choose_area(option, weights.alone, find_leanings(frame.state, fitted[ALONE]))
        for option, frame in zip(options, coding.frames, strict=True)
    ]
    others = PlacedFrames(coding.frames, find_known(first, index))
    found: list[EventPlace | None] = []
    for number, scene in enumerate(scenes):
        option = add_frame_features(options[number], scene, others.find_features(number))
        leanings = find_leanings(scene.frame.state, fitted[AMONG_OTHERS])
        area, likelihood = choose_area(option, weights.among_others, leanings)
        found.append(compose_event_place(scene, area, likelihood, index) if area else None)
    return tuple(share_meeting_place(coding, _share(coding, found)))


def find_options(scene: Scene, places: PlaceIndex) -> Options:
    """The choices for a scene, as its own sentence and the toponyms speak for them.

    A telephone call has two places, and neither is where it happened. Where states meet each other or speak of each
    other, being on one side says nothing about the place.
    """
    nowhere = find_absence_features(scene)
    if scene.mode == "phone":
        return nowhere, {}
    if scene.is_placeless:
        areas = find_area_features(scene, ())
        grounded = {find_area(t) for t in scene.toponyms if is_ground(scene, t)}
        return nowhere, {area: features for area, features in areas.items() if area in grounded}
    own = [country for country in sorted(scene.actors | scene.recipients) if places.country(country)]
    return nowhere, find_area_features(scene, own)


def find_known(choices: Iterable[Choice], places: PlaceIndex) -> list[str | None]:
    """The countries among the areas chosen: seas and regions say nothing about the next event's place."""
    return [area if area is not None and places.country(area) else None for area, _ in choices]


def add_frame_features(options: Options, scene: Scene, known: Mapping[str, set[str]]) -> Options:
    """The choices with what the other events' places say; those places are choices too."""
    nowhere, areas = options
    if scene.mode == "phone":
        return options
    if known:
        nowhere = {*nowhere, "none:others placed", f"none:others placed:{scene.group}"}
    found: dict[str, set[str]] = {}
    for area in [*areas, *(a for a in known if a not in areas)]:
        said = known.get(area, {"no frame here"})
        own = areas.get(area) or {"named nowhere", "no side"}
        found[area] = own | {f"others: {s}" for s in said} | {f"others: {s}:{scene.group}" for s in said}
    return nowhere, found


def choose_area(options: Options, weights: Mapping[str, float], leanings: Mapping[str, float]) -> Choice:
    """The likeliest area if it is likelier than no place, with its likelihood.

    Args:
        options: the features of no place and of each area.
        weights: by feature.
        leanings: what the tagger's state of the event adds to some of them.

    """
    nowhere, areas = options
    if not areas:
        return None, 1.0
    scores = {a: sum_weights(features, weights) + sum_weights(features, leanings) for a, features in areas.items()}
    absent = sum_weights(nowhere, weights) + sum_weights(nowhere, leanings)
    best = max(scores, key=lambda area: scores[area])
    most = max(absent, scores[best])
    total = math.exp(absent - most) + math.fsum(math.exp(s - most) for s in scores.values())
    chosen, score = (best, scores[best]) if scores[best] > absent else (None, absent)
    return chosen, math.exp(score - most) / total


def _share(coding: Coding, found: Sequence[EventPlace | None]) -> list[EventPlace | None]:
    """Frames that tell one happening share its place: the surest one's, where a frame has none of its own."""
    first = [i if f.same_as is None else f.same_as for i, f in enumerate(coding.frames)]
    calls = {group for group, frame in zip(first, coding.frames, strict=True) if frame.mode == "phone"}
    best: dict[int, EventPlace] = {}
    for group, place in zip(first, found, strict=True):
        if place and group not in calls and (group not in best or place.evidence.score > best[group].evidence.score):
            best[group] = place
    return [None if group in calls else place or best.get(group) for group, place in zip(first, found, strict=True)]


def find_usable(coding: Coding, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The toponyms that could say where something happened; where the text belies a reading, the place around it."""
    larger = [*toponyms[1:], None]
    read = [
        replace(t, entry=around.entry, rule="within") if around and _belies(coding, t, around) else t
        for t, around in zip(toponyms, larger, strict=False)
    ]
    return [t for t in read if is_usable(coding, t)]


def _belies(coding: Coding, inner: Toponym, outer: Toponym) -> bool:
    """Whether a place was taken for one abroad: "Kenton, Ontario," is in Canada, whatever Kenton is known."""
    if inner.entry is None or outer.entry is None or outer.entry.kind not in {"country", "admin1"}:
        return False
    first, last = inner.candidate.last, outer.candidate.last
    same = inner.candidate.sentence == outer.candidate.sentence >= 0
    if not same or outer.candidate.first != first + 2 or inner.entry.kind == "country":
        return False
    tokens = coding.sentences[inner.candidate.sentence].tokens
    ends = last + 1 == len(tokens) or tokens[last + 1].text in {",", ".", ")"}
    # "in Oslo, Finland and Estonia" is a list
    return tokens[first + 1].text == "," and ends and inner.entry.country != outer.entry.country


def is_usable(coding: Coding, toponym: Toponym) -> bool:
    """Whether a toponym could say where something happened at all."""
    if toponym.entry is None or toponym.role is Role.PART:
        return False
    candidate = toponym.candidate
    tokens = coding.sentences[candidate.sentence].tokens if candidate.sentence >= 0 else ()
    cues = load_cues()
    if toponym.role is Role.PLACE:
        if fold_name(candidate.name) not in cues.seat:
            return True
        return candidate.sentence >= 0 and find_preposition(tokens, candidate.first) in _PLAIN
    for token in tokens[candidate.last + 1 : candidate.last + 4]:
        # "the Syrian border", "two Indian cities", "the Ukrainian port city"
        if token.lemma.lower() in cues.site:
            return True
        if token.pos not in {"ADJ", "NOUN"}:
            break
    return False
