"""What speaks for and against an area (a country, a sea, a region) being where an event happened.

An area has the features of all its toponyms together, and those of the area itself: how much of the document it is, and
which side it is the country of. Police arrest at home, courts sentence at home, a shelled state is shelled at home; who
condemns whom is asked in vain.
"""

from collections.abc import Iterable, Iterator

from dragoman.model.codes import Status
from dragoman.places.locate_features import find_toponym_features
from dragoman.places.named import find_area
from dragoman.places.scene import Scene

_LONG = 8
"""Sentences above which a text is a story, in which most places are another event's."""


def find_absence_features(scene: Scene) -> set[str]:
    """Features of the choice that the text names no place for the event."""
    frame = scene.frame
    kinds = ["", f":{scene.kind}"]
    if scene.mode:
        kinds.append(f":{scene.kind}:{scene.mode}")
    found = {f"none{kind}{shape}" for kind in kinds for shape in ("", f", {scene.shape}")}
    if frame.status is not Status.OCCURRED:
        found |= {f"none:{frame.status}", f"none:{scene.kind}:{frame.status}"}
    if len(scene.counts) != 1:
        found.add("none:several areas" if scene.counts else "none:no toponym")
    if scene.stated:
        found |= {"none:place in sentence", f"none:place in sentence:{scene.group}"}
    if len(scene.sentences) > _LONG:
        found.add("none:long")
    return found


def find_area_features(scene: Scene, areas: Iterable[str]) -> dict[str, set[str]]:
    """For each area that could be the place, the features that hold: those of its toponyms and its own.

    Args:
        scene: the event.
        areas: areas to weigh beside those of the toponyms; the gazetteer must have them.
    """
    found: dict[str, set[str]] = {}
    for toponym in scene.toponyms:
        found.setdefault(find_area(toponym), set()).update(find_toponym_features(scene, toponym))
    for area in areas:
        found.setdefault(area, set())
    for area, features in found.items():
        features.update(_standing(scene, area), _sides(scene, area))
    return found


def _share(scene: Scene, area: str) -> float:
    return scene.counts[area] / scene.counts.total() if scene.counts else 0.0


def _standing(scene: Scene, area: str) -> Iterator[str]:
    share = _share(scene, area)
    yield "named nowhere" if not share else "only area" if share == 1 else "main area" if share > 0.5 else "minor area"


def _sides(scene: Scene, area: str) -> Iterator[str]:
    frame, kind = scene.frame, scene.kind
    side = find_side(scene, area)
    if side is None:
        yield from ("no side", f"no side:{kind}", f"no side, {scene.shape}")
        return
    for name in (side, f"{side}, {scene.shape}"):
        yield from (name, f"{name}:{kind}")
        if scene.mode:
            yield f"{name}:{kind}:{scene.mode}"
    if frame.status is not Status.OCCURRED:
        yield from (f"{side}:{frame.status}", f"{side}:{kind}:{frame.status}")
    if scene.stated - {area}:
        yield f"{side}, another stated"
    if not scene.counts[area]:
        yield f"{side}, named nowhere"
    if _share(scene, area) > 0.5:
        yield f"{side}, main area"


def find_side(scene: Scene, area: str) -> str | None:
    """Whose country an area is: "country of actor", "country of recipient", "country of both", or None."""
    if area in scene.actors:
        return "country of both" if area in scene.recipients else "country of actor"
    return "country of recipient" if area in scene.recipients else None
