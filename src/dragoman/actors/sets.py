"""References to two actors at once: "both ministers", "the two sides", "the two countries"."""

from collections.abc import Sequence

from dragoman.actors.antecedents import REACH
from dragoman.actors.compose import compose_in_country
from dragoman.actors.draft import Draft, Number
from dragoman.gazetteer.nouns import NounKind
from dragoman.model.actor import Actor, MentionKind

_SIDES = frozenset({NounKind.SIDE, NounKind.STATE})
_PLAIN_SETS = frozenset({"side", "party"})


def is_set(draft: Draft) -> bool:
    """Whether a phrase stands for the two actors the text speaks of: "both leaders", "the sides"; never "two men"."""
    if draft.kind not in {MentionKind.GENERIC, MentionKind.OFFICE} or draft.links:
        return False
    if draft.role == NounKind.SIDE:
        return draft.number is Number.MANY and (draft.definite or draft.count == 2)
    if draft.count != 2 or not draft.definite:
        return False
    return draft.role in _SIDES or draft.kind is MentionKind.OFFICE or draft.words in {"leader", "party", "neighbour"}


def find_members(draft: Draft, earlier: Sequence[Draft], ranked: Sequence[str]) -> list[Actor]:
    """The two latest different actors before the phrase that it can stand for.

    Args:
        draft: the phrase.
        earlier: mentions before it, in order, resolved.
        ranked: countries of the document by votes, to fill up.

    Returns:
        Two actors; persons for "both ministers", states for "the two countries". Empty where two cannot be found.

    """
    people = draft.kind is MentionKind.OFFICE or draft.role == NounKind.PERSON
    found: list[Actor] = []
    for wanted in (True, False):
        for other in reversed(earlier):
            if draft.sentence - other.sentence > REACH or len(found) == 2:
                break
            if wanted and not _suits(other, people):
                continue
            for actor in other.actors:
                if len(other.actors) <= 2 and all(actor.code != a.code for a in found) and len(found) < 2:
                    found.append(actor if people else Actor(code=actor.code, country=actor.country))
        if len(found) == 2:
            break
    for country in ranked:
        if len(found) < 2 and all(country != a.country for a in found):
            found.append(compose_in_country(draft, country))
    return found[::-1] if len(found) == 2 else []


def _suits(other: Draft, people: bool) -> bool:
    if other.kind is MentionKind.REFERENCE and other.role == "pronoun":
        return False
    if people:
        return other.person and other.number is Number.ONE
    return other.kind in {MentionKind.STATE, MentionKind.PERSON, MentionKind.OFFICE} and other.role != "stance"
