"""Find all mentions of a document, not yet resolved."""

from collections.abc import Sequence
from datetime import date

from dragoman.actors.bodies import find_bodies
from dragoman.actors.cast import Cast
from dragoman.actors.draft import Draft, Link
from dragoman.actors.generics import find_generics
from dragoman.actors.names import find_names
from dragoman.actors.people import find_people
from dragoman.actors.phrases import POSSESSIVE
from dragoman.actors.places import find_places
from dragoman.actors.pronouns import find_pronouns
from dragoman.actors.scene import Scene, read_scene
from dragoman.actors.words import read_words
from dragoman.gazetteer.nouns import NounKind
from dragoman.model.actor import MentionKind
from dragoman.model.text import Sentence

_OF = frozenset({"of", "for", "from", "at"})
_NAMED_ROLES: dict[MentionKind, frozenset[str]] = {
    MentionKind.STATE: frozenset({NounKind.STATE, NounKind.PLACE}),
    MentionKind.GROUP: frozenset({NounKind.BODY, NounKind.ARMED}),
    MentionKind.ORGANISATION: frozenset({NounKind.BODY, NounKind.COMPANY, NounKind.CHARITY}),
}
_OWNERS = frozenset({NounKind.BODY, NounKind.STATE, NounKind.ARMED, NounKind.COMPANY, NounKind.CHARITY})


def find_mentions(sentences: Sequence[Sentence], day: date) -> tuple[list[Scene], list[Draft]]:
    """All mentions of a document.

    Args:
        sentences: its sentences, those of the title first.
        day: the day of publication.

    Returns:
        The sentences as scenes, and the mentions in order of position.

    """
    scenes = []
    for index, sentence in enumerate(sentences):
        words = read_words(sentence)
        names = list(find_names(index, sentence, words, day))
        scenes.append(read_scene(index, sentence, words, names))
        find_places(scenes[-1])
    cast = Cast(scenes)
    drafts: list[Draft] = []
    for scene in scenes:
        people = list(find_people(scene, day, cast))
        pronouns = list(find_pronouns(scene))
        generics = [*find_generics(scene), *find_bodies(scene)]
        _link_possessors(scene, [*people, *generics], [*pronouns, *generics])
        _link_phrases(scene, generics, people)
        # A state's name inside a person's name is no state: "Michael Jordan", "Paris Hilton".
        kept = [n for n in scene.names if not _in_name(scene, n)]
        found = [*kept, *people, *pronouns, *generics]
        for draft in found:
            draft.joined = _is_joined(scene, draft)
        found.sort(key=lambda d: (d.span.start, -d.span.end))
        drafts.extend(found)
    return scenes, drafts


def _in_name(scene: Scene, name: Draft) -> bool:
    person = scene.person_at[name.head]
    return person is not None and name.first >= person.name_first and name.kind is MentionKind.STATE


def _link_possessors(scene: Scene, owned: Sequence[Draft], owners: Sequence[Draft]) -> None:
    """Link "his forces", "the country's army": the owner decides, where no name before the head does.

    A place that follows gives way: "its forces in Mali" are not Mali's.
    """
    tokens = scene.sentence.tokens
    for owner in owners:
        if tokens[owner.first].tag not in {"PRP$", "WP$"} and not _is_genitive(scene, owner):
            continue
        for draft in owned:
            inside = draft.first <= owner.first and owner.last < draft.head
            if draft is owner or not (inside or tokens[owner.head].head == draft.head):
                continue
            if all(link is Link.IN for link, _ in draft.links):
                draft.links[:] = [(Link.POSSESSOR, owner)]
            elif draft.words == "counterpart":
                draft.links.append((Link.POSSESSOR, owner))


def _is_joined(scene: Scene, draft: Draft) -> bool:
    tokens = scene.sentence.tokens
    joined = scene.sentence.children[draft.head]
    return tokens[draft.head].dep == "conj" or any(tokens[i].dep == "conj" and tokens[i].pos != "VERB" for i in joined)


def _link_phrases(scene: Scene, generics: Sequence[Draft], people: Sequence[Draft]) -> None:
    """Link phrases without a name of their own to the phrase they hang on.

    "Ukraine, a country under attack" is Ukraine, "the head of the agency" the agency's.
    """
    tokens = scene.sentence.tokens
    by_head = {d.head: d for d in (*generics, *people)}
    for draft in generics:
        if draft.links:
            continue
        whole = _set_off_from(scene, draft)
        if whole is not None:
            draft.links.append((Link.APPOSITION, whole))
            continue
        at = draft.last + 1
        if at < len(tokens) and tokens[at].text.lower() in _OF and tokens[at].head == draft.head:
            inner = next((c for c in scene.sentence.children[at] if tokens[c].dep == "pobj"), -1)
            owner = by_head.get(inner)
            if owner is not None and owner.role in _OWNERS and (owner.definite or owner.links):
                draft.links.append((Link.OF, owner))


def _set_off_from(scene: Scene, draft: Draft) -> Draft | None:
    """The name that a phrase of its kind follows after a comma: "Ukraine, a country …", "Hamas, a group …"."""
    tokens = scene.sentence.tokens
    before = draft.first - 2
    if before < 0 or tokens[draft.first - 1].text != "," or tokens[draft.head].dep != "appos":
        return None
    whole = scene.name_at[before]
    return whole if whole is not None and draft.role in _NAMED_ROLES.get(whole.kind, ()) else None


def _is_genitive(scene: Scene, owner: Draft) -> bool:
    """Whether a phrase other than a pronoun stands before "'s": "the country's", "the group's"."""
    tokens = scene.sentence.tokens
    after = owner.last + 1
    return tokens[owner.head].dep == "poss" and after < len(tokens) and tokens[after].text in POSSESSIVE
