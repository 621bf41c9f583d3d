"""What the parse says about whom a pronoun may stand for: the binding of names and pronouns within a sentence.

The constraints are those of syntax (Chomsky, Lectures on Government and Binding, 1981, principles B and C), as far as a
dependency parse shows them.
"""

from dragoman.actors.draft import Draft
from dragoman.actors.pronouns import REFLEXIVE
from dragoman.model.text import Sentence

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "pobj", "iobj"})
# "He vowed to punish X", "she met and praised X": the verb has the subject of the one above it.
_SHARING = frozenset({"xcomp", "conj", "pcomp", "advcl", "aux", "auxpass"})
_FRONTED = frozenset({"advcl", "prep", "pcomp", "pobj", "nsubj", "nsubjpass", "dobj", "poss", "mark", "acl", "amod"})
_LONGEST_CHAIN = 6


def find_barred(sentence: Sentence, reference: Draft) -> frozenset[int]:
    """Tokens of the sentence whose mentions the reference cannot stand for.

    "Biden called Putin a dictator and vowed to punish him": not Biden, who does the punishing. "Any deal depends on
    Putin, he says": not Putin, who stands in what "he" says. Possessives and reflexives are free.

    Args:
        sentence: the sentence of the reference.
        reference: a pronoun or definite phrase in it.

    """
    if reference.words in REFLEXIVE:
        return frozenset()
    token = sentence.tokens[reference.head]
    if token.dep in _OBJECTS:
        subject = _subject_above(sentence, token.i)
        return frozenset() if subject is None else frozenset({subject, *find_joined(sentence, subject)})
    if token.dep in _SUBJECTS:
        contents = (c for c in sentence.children[token.head] if sentence.tokens[c].dep == "ccomp" and c < token.i)
        return frozenset(i for c in contents for i in _within(sentence, c))
    return frozenset()


def find_later_subject(sentence: Sentence, reference: Draft) -> int | None:
    """The subject after a pronoun in an opening clause: "After he landed in Rabat, the minister spoke".

    Args:
        sentence: the sentence of the pronoun.
        reference: the pronoun.

    Returns:
        The head token of the main clause's subject; None where the pronoun does not stand before it in a clause or
        phrase of its own.

    """
    at = reference.head
    for _ in range(_LONGEST_CHAIN):
        token = sentence.tokens[at]
        if token.head == at or token.dep not in _FRONTED:
            return None
        at = token.head
        if token.dep in {"advcl", "prep"} and sentence.tokens[at].pos in _VERBS and at > reference.head:
            subject = _own_subject(sentence, at)
            return subject if subject is not None and subject > reference.head else None
    return None


def find_joined(sentence: Sentence, head: int) -> list[int]:
    """Heads of the phrases joined by "and" to the one headed by `head`, without itself: "Peru, Chile and Bolivia"."""
    first = head
    while sentence.tokens[first].dep == "conj" and sentence.tokens[first].head != first:
        first = sentence.tokens[first].head
    found = [first]
    while joined := [c for c in sentence.children[found[-1]] if sentence.tokens[c].dep == "conj"]:
        found.extend(joined)
    return [i for i in found if i != head and sentence.tokens[i].pos not in _VERBS]


def _within(sentence: Sentence, verb: int) -> set[int]:
    """A clause without its subject: "the minister was held for a day, he said" may be of the minister himself."""
    subject = _own_subject(sentence, verb)
    return set(sentence.subtree(verb)) - ({subject} if subject is not None else set())


def _subject_above(sentence: Sentence, at: int) -> int | None:
    """The subject of the verb that governs a token."""
    token = sentence.tokens[at]
    for _ in range(_LONGEST_CHAIN):
        if token.head == token.i:
            return None
        token = sentence.tokens[token.head]
        if token.pos in _VERBS:
            subject = _own_subject(sentence, token.i)
            if subject is not None:
                return subject if subject != at else None
            if token.dep not in _SHARING:
                return None
        elif token.pos != "ADP":
            # "X hailed the man who freed him", "X read a letter to her": inside another phrase all is open.
            return None
    return None


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    return next((c for c in sentence.children[verb] if sentence.tokens[c].dep in _SUBJECTS), None)
