"""Weights of what speaks for a country, by the sort of mention."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dragoman.actors.draft import Draft, Number
from dragoman.actors.hostility import is_victim
from dragoman.actors.scene import Scene
from dragoman.gazetteer.nouns import NounKind
from dragoman.model.actor import MentionKind
from dragoman.model.codes import Sector

_RULERS = frozenset({Sector.GOV, Sector.LEG, Sector.JUD, Sector.PTY, Sector.COP, Sector.SPY})
# "The PM" of a paper's own country needs no name.
_CHIEFS = frozenset({"president", "prime minister", "chancellor", "minister of finance", "minister of the interior"})
_FIGHTERS = frozenset({Sector.MIL, Sector.REB})


def sort_of(draft: Draft, scene: Scene) -> str:
    """The sort of an unmarked mention in its sentence: a key of `data/focus.toml`."""
    if draft.kind is MentionKind.PERSON:
        return "person"
    if draft.kind is MentionKind.OFFICE:
        return "chief" if draft.office in _CHIEFS and draft.number is Number.ONE else "office"
    if draft.kind is MentionKind.ORGANISATION:
        return "things"
    if is_victim(scene, draft):
        return "victims"
    if _FIGHTERS.intersection(draft.sectors):
        return "fighters"
    if _RULERS.intersection(draft.sectors):
        return "rulers"
    if draft.role in {NounKind.PERSON, NounKind.QUANTITY}:
        return "people"
    return "things"


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """Weights by sort of mention and name of part, from `data/focus.toml`."""
    text = files("dragoman.actors").joinpath("data", "focus.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
