"""References to several actors at once: "both ministers", "the two sides", "the three countries", "the pair"."""

from collections.abc import Mapping, Sequence

from dragoman.actors.antecedents import REACH
from dragoman.actors.binding import find_joined
from dragoman.actors.compose import compose_in_country
from dragoman.actors.draft import Draft, Number
from dragoman.actors.scene import Scene
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.nouns import NounKind
from dragoman.model.actor import Actor, MentionKind
from dragoman.model.text import Sentence

_SIDES = frozenset(
    {MentionKind.STATE, MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP, MentionKind.ORGANISATION}
)
_PAIRED = frozenset(
    "government military army leader party neighbour neighbor ally rival foe delegation team counterpart".split()
)
# "The Iranian met his Saudi counterpart in Beijing": the place is no side.
_PLACES = frozenset({Form.CAPITAL, Form.REGION})
_RESTRICTING = frozenset("that which who whose where with in of at from to involved concerned".split())
# A country with a smaller part of the text's votes is no side of "the two countries".
_SHARE = 0.15


def is_set(draft: Draft, sentence: Sentence) -> bool:
    """Whether a phrase stands for the actors the text speaks of: "both leaders", "our two countries", "the pair"."""
    if draft.kind not in {MentionKind.GENERIC, MentionKind.OFFICE}:
        return False
    if any(target.role != "pronoun" for _, target in draft.links):
        return False
    if draft.role == NounKind.SIDE:
        return draft.number is Number.MANY and (draft.definite or draft.count > 1)
    if not draft.count and draft.number is Number.MANY and _is_bare(draft, sentence):
        return draft.role == NounKind.STATE or draft.kind is MentionKind.OFFICE
    if draft.count < 2 or not (draft.definite or draft.links):
        return False
    return draft.role == NounKind.STATE or draft.kind is MentionKind.OFFICE or draft.words in _PAIRED


def _is_bare(draft: Draft, sentence: Sentence) -> bool:
    """Whether an article and a noun are all: "the countries", not "the Nordic countries" or "the countries that …"."""
    after = sentence.tokens[draft.head + 1].text.lower() if draft.head + 1 < len(sentence.tokens) else ""
    alone = draft.first + 1 == draft.head or (draft.kind is MentionKind.OFFICE and not draft.foreign)
    return draft.definite and alone and after not in _RESTRICTING


def find_members(
    draft: Draft, earlier: Sequence[Draft], votes: Mapping[str, float], scenes: Sequence[Scene]
) -> list[Actor]:
    """The actors a phrase stands for: two, or as many as it says.

    Salient is what was named lately, outside of other people's quoted words, and what the whole text is about:
    "the two countries" after a quotation that lists five others are still the visitor's and the host's.

    Args:
        draft: the phrase.
        earlier: mentions before it, in order, resolved.
        votes: how much the document speaks of each country.
        scenes: the sentences of the document.

    Returns:
        As many actors, in the order of their first mention within reach; persons for "both ministers", states for
        "the two countries". Empty where so many cannot be found.

    """
    size = draft.count or 2
    people = draft.kind is MentionKind.OFFICE or draft.role == NounKind.PERSON
    total = sum(votes.values()) or 1.0
    salience: dict[str, float] = {}
    actors: dict[str, Actor] = {}
    for other in earlier:
        if draft.sentence - other.sentence > REACH or not _suits(other, people):
            continue
        weight = 1.0 / (1 + draft.sentence - other.sentence)
        if other.quoted >= 0 and other.quoted != draft.quoted:
            weight *= 0.3
        if other.form in _PLACES and not other.subject:
            weight *= 0.5
        if len(find_joined(scenes[other.sentence].sentence, other.head)) + 1 == size:
            # "Mali, Niger and Chad left. The three …": so many were named in one breath.
            weight += 0.4
        for actor in other.actors:
            same_office = bool(draft.office and actor.office and draft.office in actor.office.split())
            if people and same_office:
                weight += 0.5
            elif not draft.count and draft.office:
                continue
            salience[actor.code] = max(salience.get(actor.code, 0.0), weight)
            actors[actor.code] = actor if people else Actor(code=actor.code, country=actor.country)
    if not people:
        for country, number in votes.items():
            if number / total >= _SHARE:
                actors.setdefault(country, compose_in_country(draft, country))
                salience.setdefault(country, 0.0)
    for code in salience:
        salience[code] += 1.5 * votes.get(actors[code].country or "", 0.0) / total
    best = sorted(salience, key=lambda c: (-salience[c], c))[:size]
    return [actors[code] for code in actors if code in best] if len(best) == size else []


def _suits(other: Draft, people: bool) -> bool:
    if (other.kind is MentionKind.REFERENCE and other.role == "pronoun") or len(other.actors) > 2:
        return False
    if people:
        # "The Polish and Lithuanian presidents" are both leaders in one phrase.
        return other.person and (len(other.actors) == 2 or (other.number is Number.ONE and len(other.actors) == 1))
    return other.kind in _SIDES and other.role not in {"stance", "sponsor"}
