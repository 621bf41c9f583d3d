"""Noun phrases: which names modify a head noun, and which follow it ("head of the IAEA")."""

from dragoman.actors.draft import Draft, Link
from dragoman.actors.hostility import DEEDS
from dragoman.actors.scene import Scene
from dragoman.model.actor import MentionKind

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_JOINTS = frozenset({"and", "-", "–", "/", ",", "&", "or"})
_OF = {"of": Link.OF, "for": Link.OF, "from": Link.OF, "in": Link.IN, "at": Link.IN, "across": Link.IN}
_NOT_OWNERS = frozenset({"sponsor", "stance"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
# "head of the general staff of the armed forces of X": three prepositions on is as far as titles go.
_HOPS = 3


def read_modifiers(scene: Scene, first: int, head: int) -> list[tuple[Link, Draft]]:
    """Names and persons that stand before a head noun and say whose it is.

    "Turkish officials", "Israel's army", "US and Russian negotiators" (two), "Putin's forces". What merely sponsors
    ("Russian-backed") or is stood for ("pro-Russian") is left out; of several unjoined the first decides: "a UN
    Syria envoy" is the UN's.

    Args:
        scene: the sentence.
        first: first token of the noun phrase.
        head: its head noun.

    """
    found: list[Draft] = []
    for token in range(first, head):
        draft = scene.person_at[token] or scene.name_at[token]
        if draft is None or draft.role in _NOT_OWNERS or draft.last >= head or draft in found:
            continue
        if draft.kind is MentionKind.OUTLET:
            continue
        if found and not _joined(scene, found[-1].last, draft.first):
            if draft.kind is not MentionKind.GROUP:
                break
            # "a British ISIS fighter" is of the group first.
            found.clear()
        found.append(draft)
    links = []
    for draft in found:
        after = scene.sentence.tokens[draft.last + 1].text if draft.last + 1 < head + 1 else ""
        links.append((Link.POSSESSOR if after in POSSESSIVE else Link.MODIFIER, draft))
    return links


def _joined(scene: Scene, left: int, right: int) -> bool:
    between = scene.sentence.tokens[left + 1 : right]
    return bool(between) and all(t.text.lower() in _JOINTS for t in between)


def read_complements(scene: Scene, last: int) -> list[tuple[Link, Draft]]:
    """Names in the prepositional phrases that follow token `last`: "of the Islamic Republic of Iran", "in Lyon"."""
    tokens = scene.sentence.tokens
    at = last + 1
    for _ in range(_HOPS):
        if at >= len(tokens) or tokens[at].text.lower() not in _OF:
            return []
        link = _OF[tokens[at].text.lower()]
        of_verb = tokens[tokens[at].head].pos == "VERB" and tokens[at].head < last
        if link is Link.OF and of_verb and tokens[last].lemma.lower() != "counterpart":
            # "accused colleagues of crimes in Iraq", "pulled troops from Mali": the phrase is the verb's.
            return []
        at += 1
        while at < len(tokens) and tokens[at].pos in _INSIDE:
            draft = scene.person_at[at] or scene.name_at[at]
            if draft is not None and draft.kind is not MentionKind.OUTLET:
                unowned = draft.role in _NOT_OWNERS or _does_deed(scene, draft)
                return [] if unowned else _with_joined(scene, link, draft)
            at += 1
    return []


def _does_deed(scene: Scene, draft: Draft) -> bool:
    """Whether a name only owns a deed: "victims of Russia's invasion" are not Russia's."""
    tokens = scene.sentence.tokens
    above = tokens[tokens[draft.head].head]
    return above.i > draft.last and above.lemma.lower() in DEEDS


def _with_joined(scene: Scene, link: Link, draft: Draft) -> list[tuple[Link, Draft]]:
    """A name and those joined to it: "the leaders of France, Germany and Poland"."""
    tokens = scene.sentence.tokens
    found = [(link, draft)]
    at = draft.last + 1
    while at < len(tokens) and tokens[at].text.lower() in _JOINTS:
        at += 1
        following = scene.name_at[at] if at < len(tokens) else None
        if following is not None:
            if following.kind is not draft.kind:
                break
            found.append((link, following))
            at = following.last + 1
    return found


def is_stop_of_abbreviation(scene: Scene, at: int) -> bool:
    """Whether a token is the full stop of a shortened name or title inside a phrase: "C.I.A. Director", "Sgt. X"."""
    tokens = scene.sentence.tokens
    if at == 0 or at + 1 >= len(tokens) or tokens[at].text != "." or tokens[at - 1].end != tokens[at].start:
        return False
    return scene.name_at[at - 1] is not None or scene.title_at[at - 1] is not None


def phrase_first(scene: Scene, at: int) -> int:
    """First token of the noun phrase around token `at`.

    The base noun phrase of the parse, taken further left over names, adjectives and possessives that directly
    precede it: parses of headlines often cut "European Parliament | President".
    """
    first = scene.chunk_first[at]
    tokens = scene.sentence.tokens
    if tokens[first].pos == "DET":
        # "In Peru the company's boss fled": an article begins its phrase.
        return first
    reach = first
    while reach > 0:
        before = reach - 1
        name = scene.person_at[before] or scene.name_at[before]
        if name is not None and name.kind is not MentionKind.OUTLET:
            reach = first = name.first
        elif tokens[before].text in POSSESSIVE or tokens[before].pos == "ADJ" or is_stop_of_abbreviation(scene, before):
            reach = before
        else:
            break
    return first
