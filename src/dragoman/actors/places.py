"""Toponyms beyond the table of states: "Lyon" is France, by the gazetteer of places."""

from collections.abc import Sequence

from dragoman.actors.draft import Draft
from dragoman.actors.names import SUBJECTS
from dragoman.actors.scene import Scene
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.nouns import NounKind, load_nouns
from dragoman.gazetteer.places import load_places
from dragoman.model.actor import Actor, MentionKind
from dragoman.model.text import Span, Token

_PLACES = frozenset({"GPE", "LOC"})
_BEFORE_PLACES = frozenset("in near at from around outside inside capture captured seize seized shell shelled".split())
_SITES = frozenset("airport airbase port harbour harbor".split())
# Parts of the compass name divisions of several states: "the West" is no region of Cameroon.
_DIRECTIONS = frozenset(
    "west east north south centre center central western eastern northern southern northeast northwest southeast "
    "southwest".split()
)
# Below this many people a bare name is too often a person or a firm.
_SMALLEST = 15_000


def host_of(draft: Draft) -> tuple[Actor, ...]:
    """Whose people are meant by "in" a name: "police in Brussels" are Belgium's, not the European Union's."""
    if draft.kind is MentionKind.ORGANISATION and draft.actors and draft.actors[0].country is None:
        entry = next((e for e in load_places().lookup(draft.words.title()) if e.country), None)
        if entry is not None and entry.country:
            return (Actor(code=entry.country, country=entry.country),)
    return draft.actors


def find_places(scene: Scene) -> None:
    """Add the toponyms of a sentence to its names, as regions of their state."""
    tokens = scene.sentence.tokens
    at = 0
    while at < len(tokens):
        if not _is_free(scene, at) or not (tokens[at].entity in _PLACES or _is_named_place(scene, at)):
            at += 1
            continue
        last = at
        while (
            last + 1 < len(tokens)
            and tokens[at].entity in _PLACES
            and tokens[last + 1].entity in _PLACES
            and not tokens[last + 1].entity_start
            and _is_free(scene, last + 1)
        ):
            last += 1
        first = at + 1 if tokens[at].text.lower() == "the" and last > at else at
        _add(scene, first, last)
        at = last + 1


def _is_named_place(scene: Scene, at: int) -> bool:
    """Whether a name that the entity recogniser missed follows a preposition of place: "near Severodonetsk"."""
    tokens = scene.sentence.tokens
    token = tokens[at]
    if token.pos != "PROPN" or at == 0 or (at + 1 < len(tokens) and tokens[at + 1].pos == "PROPN"):
        return False
    if tokens[at - 1].text.lower() in _BEFORE_PLACES:
        return token.entity in {"", "ORG", "FAC"}
    return _names_place(tokens, at)


def _names_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name says which place is meant, whatever the recogniser took it for: "the airport of Goma"."""
    if at < 2 or tokens[at - 1].text.lower() != "of":
        return False
    word = tokens[at - 2].lemma.lower()
    noun = load_nouns().get(word)
    return word in _SITES or (noun is not None and noun.kind is NounKind.PLACE)


def _is_free(scene: Scene, token: int) -> bool:
    return scene.name_at[token] is None and scene.title_at[token] is None


def _add(scene: Scene, first: int, last: int) -> None:
    tokens = scene.sentence.tokens
    start, end = tokens[first].start, tokens[last].end
    text = scene.sentence_text(first, last)
    if text.lower() in _DIRECTIONS or (text.isupper() and not scene.words.shouted):
        # "The National Archives (NARA)" are not in Japan.
        return
    found = load_places().lookup(text)
    if found and found[0].country is None:
        # "Africa" is the continent, not a town of that name in Tunisia.
        return
    entry = next((e for e in found if e.country and (e.population >= _SMALLEST or e.kind != "city")), None)
    if entry is None or entry.country is None:
        return
    head = tokens[last]
    draft = Draft(
        sentence=scene.index,
        first=first,
        last=last,
        head=last,
        span=Span(start, end, scene.sentence.span.field),
        kind=MentionKind.STATE,
        form=Form.REGION,
        words=text.lower(),
        subject=head.dep in SUBJECTS,
        actors=(Actor(code=entry.country, country=entry.country),),
        score=0.8,
    )
    draft.explain("actor", "gazetteer:place", 0.8)
    scene.names.append(draft)
    for token in range(first, last + 1):
        scene.name_at[token] = draft
