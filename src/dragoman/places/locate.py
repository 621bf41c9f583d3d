"""Decide where each event happened: one of the document's toponyms, or none.

A toponym's score is the sum of the fitted weights of its features, and so is that of "no place named". The
likelihoods of the toponyms of one country are added up first ("in Bucha, near Kyiv" speaks twice for Ukraine); then the
best toponym of the likeliest country is taken. Adjectives count only before a word for a place ("the Syrian border",
"two Indian cities"); names inside those of bodies never do.
"""

import math
from collections.abc import Mapping, Sequence

from dragoman.gazetteer.place_names import fold_name
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace
from dragoman.places.cues import load_cues
from dragoman.places.features import find_preposition
from dragoman.places.find import Role, Toponym
from dragoman.places.locate_features import Scene, find_absence_features, find_place_features
from dragoman.places.meeting import share_meeting_place
from dragoman.places.placing import compose_place
from dragoman.places.weights import load_weights

_PLAIN = frozenset({"in", "at", "near", "outside"})


def locate_frames(coding: Coding, toponyms: Sequence[Toponym]) -> tuple[EventPlace | None, ...]:
    """The place of every frame.

    Args:
        coding: a coding with sentences and frames.
        toponyms: as `find_toponyms` gives them for its document.

    Returns:
        One place or None for each frame, in their order.

    """
    usable = [t for t in toponyms if is_usable(coding, t)]
    weights = load_weights().locate
    found = [
        _locate(Scene(frame=frame, sentences=coding.sentences, toponyms=_in_reach(coding, frame, usable)), weights)
        for frame in coding.frames
    ]
    return tuple(share_meeting_place(coding.frames, _share(coding, found)))


def _in_reach(coding: Coding, frame: EventFrame, usable: Sequence[Toponym]) -> list[Toponym]:
    """The toponyms that can be a frame's place: the dateline's only if the sentence says "here".

    "TEHRAN – The president phoned …" tells where the dispatch was written; "PARIS – Delegates met here" where they met.
    """
    here = any(t.text.lower() == "here" for t in coding.sentences[frame.sentence].tokens)
    return [t for t in usable if here or t.candidate.sentence >= 0]


def _share(coding: Coding, found: Sequence[EventPlace | None]) -> list[EventPlace | None]:
    """Frames that tell one happening share its place: the surest one's, where a frame has none of its own."""
    first = [i if f.same_as is None else f.same_as for i, f in enumerate(coding.frames)]
    best: dict[int, EventPlace] = {}
    for group, place in zip(first, found, strict=True):
        if place and (group not in best or place.evidence.score > best[group].evidence.score):
            best[group] = place
    return [place or best.get(group) for group, place in zip(first, found, strict=True)]


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


def _locate(scene: Scene, weights: Mapping[str, float]) -> EventPlace | None:
    nowhere = sum_weights(find_absence_features(scene), weights)
    scores = [sum_weights(find_place_features(scene, t), weights) for t in scene.toponyms]
    powers = [math.exp(s - max([nowhere, *scores])) for s in scores]
    total = math.exp(nowhere - max([nowhere, *scores])) + sum(powers)
    by_country: dict[str | None, float] = {}
    for toponym, power in zip(scene.toponyms, powers, strict=True):
        country = toponym.entry.country if toponym.entry else None
        by_country[country] = by_country.get(country, 0.0) + power / total
    if not by_country:
        return None
    best = max(by_country, key=lambda c: by_country[c])
    if by_country[best] <= 1.0 - sum(by_country.values()):
        return None
    inside = [i for i, t in enumerate(scene.toponyms) if t.entry and t.entry.country == best]
    chosen = scene.toponyms[max(inside, key=lambda i: (scores[i], -i))]
    return _compose(scene, chosen, by_country[best])


def _compose(scene: Scene, chosen: Toponym, likelihood: float) -> EventPlace | None:
    if chosen.entry is None:
        return None
    span = chosen.candidate.span
    same = chosen.candidate.sentence == scene.frame.sentence
    where = "sentence" if same else "dateline" if chosen.candidate.sentence < 0 else "discourse"
    evidence = Evidence(field="place", rule=f"places:{where}", score=round(likelihood, 4), span=span)
    return EventPlace(place=compose_place(chosen.entry), mention=span, evidence=evidence)


def sum_weights(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The score of a choice: its features' values times their weights."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())
