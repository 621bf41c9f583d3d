"""Visits have a direction of their own: the visitor is the actor and the host the recipient, whichever the verb."""

from collections.abc import Iterable, Sequence

from dragoman.model.event import Party
from dragoman.model.text import Sentence, Span, Token

HOSTING = frozenset({"receive", "host", "welcome", "greet"})
"""Verbs whose subject is the host: "Kenya's president received the Omani minister"."""
VISITING = frozenset({"visit", "arrive", "travel", "come", "fly", "go", "tour", "pay", "make", "head", "land"})
"""Verbs whose subject is the visitor, light verbs ("paid a visit") included."""
VISIT_NOUNS = frozenset({"visit", "trip", "tour", "arrival", "stay"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def direct_visit(
    sentence: Sentence, trigger: Token, parties: Sequence[Party]
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Visitors and hosts among the parties of a visit, or None where the grammar does not tell.

    Args:
        sentence: the sentence of the trigger.
        trigger: the highest word of the trigger.
        parties: everybody the event has been linked to, on either side.

    Returns:
        Parties that visit and parties that are visited, both non-empty and without a code in common.
    """
    guests, hosts = _places_of(sentence, trigger)
    visitors = _inside(parties, guests, sentence)
    visited = _inside(parties, hosts, sentence)
    if visitors and not visited:
        visited = [p for p in parties if p not in visitors]
    elif visited and not visitors:
        visitors = [p for p in parties if p not in visited]
    codes = {p.actor.code for p in visitors}
    visited = [p for p in visited if p.actor.code not in codes]
    return (tuple(visitors), tuple(visited)) if visitors and visited else None


def _places_of(sentence: Sentence, trigger: Token) -> tuple[set[int], set[int]]:
    """Words in which visitors stand, and words in which hosts stand."""
    if trigger.lemma in VISIT_NOUNS and trigger.pos in {"NOUN", "PROPN"}:
        guests = _under(sentence, trigger, {"poss", "amod", "compound"}, {"by", "of"})
        hosts = _under(sentence, trigger, set(), {"to", "in"})
        above = next((sentence.tokens[i] for i in sentence.ancestors(trigger.i)), trigger)
        if not guests and above.lemma in VISITING:
            guests = _under(sentence, above, SUBJECTS, set())
        return guests, hosts
    subject = _under(sentence, trigger, SUBJECTS, set())
    rest = {*sentence.subtree(trigger.i)} - subject
    passive = any(sentence.tokens[c].dep == "nsubjpass" for c in sentence.children[trigger.i])
    if trigger.lemma in HOSTING:
        return (subject, rest) if passive else (rest, subject)
    if trigger.lemma in VISITING:
        return subject, rest
    return set(), set()


def _under(sentence: Sentence, head: Token, labels: Iterable[str], prepositions: Iterable[str]) -> set[int]:
    """Words under the children of `head` with these labels, or behind these prepositions."""
    found: set[int] = set()
    for c in sentence.children[head.i]:
        child = sentence.tokens[c]
        if child.dep in labels or (child.dep in {"prep", "agent"} and child.lemma in prepositions):
            found.update(sentence.subtree(c))
    return found


def _inside(parties: Sequence[Party], places: set[int], sentence: Sentence) -> list[Party]:
    """The parties whose head word stands among `places`."""
    return [p for p in parties if (head := _head(sentence, p.mention)) is not None and head.i in places]


def _head(sentence: Sentence, span: Span) -> Token | None:
    return sentence.head_of(span) if sentence.span.contains(span) else None
