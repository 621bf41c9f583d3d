"""Which words of a sentence tell how, with what and for what the act of a trigger is done."""

from collections.abc import Iterator

from dragoman.events.grammar import LIGHT
from dragoman.events.mode_words import load_lexicon
from dragoman.model.text import Sentence, Token

_CLAUSES = frozenset({"advcl", "ccomp", "conj", "csubj", "parataxis", "relcl"})
"""Links to other clauses: a drone of theirs does not say how this act was done."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_ASIDES = frozenset({"advcl", "csubj", "nsubj", "nsubjpass", "parataxis", "relcl"})
_SIDES = frozenset({"advcl", "agent", "amod", "compound", "conj", "csubj", "nsubj", "parataxis", "poss", "relcl"})
"""Links from a statement to what is no part of what it states."""
_SETTINGS = frozenset("after ahead amid as at before by despite during following in over since through under".split())
"""Prepositions before the setting of a demand: "asked at the talks that …" is no demand for talks."""
_ENTERING = frozenset({"engage", "join", "part", "participate"})
"""Words whose "in" is none of them: "engage in dialogue"."""
_TARGETS = frozenset({"against", "at", "near", "of", "on", "onto", "over", "to", "toward", "towards"})
"""Prepositions before what an act is aimed at: "a raid on a drone base" was not flown by drones."""


def find_clause(sentence: Sentence, head: Token) -> Iterator[int]:
    """Indices of the words of a trigger's clause, in no particular order, without the clauses inside it.

    An event noun takes in a verb that only says that it happened or what it did: "a car bomb caused the blast", "the
    attack was carried out by …"; not one that tells another event: "the attack was condemned by …".
    """
    top = head
    while top.pos != "VERB" and top.head != top.i:
        above = sentence.tokens[top.head]
        if top.dep != "compound" and not (above.lemma in _bearers(top) and top.dep in {"nsubj", "nsubjpass", "dobj"}):
            break
        top = above
    if top.dep == "acl" and top.tag == "VBG":
        yield top.head  # "gunmen attacking the convoy": those who do it
    stack = [top.i]
    while stack:
        index = stack.pop()
        yield index
        for c in sentence.children[index]:
            child = sentence.tokens[c]
            # "with tear gas and rubber bullets": nouns that are joined stay together, verbs do not.
            if child.dep not in _CLAUSES or (child.dep == "conj" and child.pos in _NOUNS) or _is_using(child):
                stack.append(c)


def _bearers(noun: Token) -> frozenset[str]:
    """Verbs whose clause an event noun takes in."""
    return LIGHT | load_lexicon().effects if noun.dep == "nsubj" else LIGHT


def _is_using(token: Token) -> bool:
    """Whether a word begins how something was done, wherever the parser hangs it: "struck the base using drones"."""
    return token.tag == "VBG" and token.lemma in {"employ", "use"}


def find_content(sentence: Sentence, head: Token) -> Iterator[int]:
    """Indices of a trigger and of what it asks for, refuses or threatens, in no particular order.

    Whoever does so or is told so is left out: "The Omani envoy [urged] Peru to end the siege, where talks failed" gives
    "urged … to end the siege".
    """
    yield head.i
    stack = [c for c in sentence.children[head.i] if sentence.tokens[c].dep not in _SIDES]
    while stack:
        token = sentence.tokens[stack.pop()]
        entering = token.lemma == "in" and sentence.tokens[token.head].lemma in _ENTERING
        if token.dep == "prep" and token.lemma.lower() in _SETTINGS and not entering:
            continue
        yield token.i
        stack.extend(c for c in sentence.children[token.i] if sentence.tokens[c].dep not in _ASIDES)


def is_aimed_at(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a word names what an act is aimed at, or belongs to it, rather than what it is done with.

    "Destroyed a drone", "fired on the tank" and "in a drone factory", but not "launched a drone", "in a drone strike".

    Args:
        sentence: the sentence of both words.
        token: the word that may name a tool.
        head: the trigger's highest word.

    """
    lexicon = load_lexicon()
    while token.i != head.i and token.head != token.i and not _is_using(token):
        above = sentence.tokens[token.head]
        belongs = token.dep in {"compound", "nmod", "amod"} and above.i != head.i
        if belongs and above.lemma.lower() not in lexicon.carriers:
            return True
        if token.dep in {"dobj", "nsubjpass"} and above.lemma not in lexicon.wielding | LIGHT:
            return True
        if token.dep == "prep" and token.lemma.lower() in _TARGETS:
            return True
        token = above
    return False
