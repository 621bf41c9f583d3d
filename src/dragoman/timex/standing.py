"""How the words of an event stand in their sentence: tense, part of speech, what governs them."""

from collections.abc import Iterator
from typing import Final

from dragoman.model.text import Sentence, Token
from dragoman.timex.attach import clause_of

VERBAL: Final = frozenset({"VERB", "AUX"})
UNTENSED: Final = "no finite verb"
_NOW: Final = frozenset({"VBZ", "VBP"})
_FINITE: Final = frozenset({*_NOW, "VBD", "MD"})
_HAVE: Final = frozenset({"has", "have", "'ve", "’ve"})
_PRESENT: Final = frozenset({"present", "progressive", "perfect", "perfect progressive"})
_AHEAD: Final = frozenset({"modal", "infinitive"})
_UNMARKED: Final = {"VBG": "gerund", "VBN": "participle", "VB": "bare form"}


def tense_of(sentence: Sentence, verb: Token) -> str:
    """The tense of a verb in a word or two, such as "past perfect", "modal" or "participle before a noun"."""
    if verb.dep in {"amod", "acl"}:
        return "participle before a noun" if verb.dep == "amod" else "participle after a noun"
    finite = _finite(sentence, verb)
    helping = {
        sentence.tokens[i].text.lower()
        for i in sentence.children[verb.i]
        if sentence.tokens[i].dep in {"aux", "auxpass"}
    }
    if finite.tag == "MD":
        return "modal"
    if "had" in helping:
        return "past perfect"
    progressive = verb.tag == "VBG"
    if helping & _HAVE:
        return "perfect progressive" if progressive else "perfect"
    if finite.tag in _NOW:
        return "progressive" if progressive else "present"
    if finite.tag == "VBD":
        return "past progressive" if progressive else "past"
    return "infinitive" if "to" in helping else _UNMARKED.get(verb.tag, "no tense")


def in_present(sentence: Sentence, verb: Token) -> bool:
    """Whether a main verb stands in the present or the perfect, which tell of the day of publication."""
    if any(sentence.tokens[i].dep == "mark" for i in sentence.children[verb.i]):
        return False
    return _finite(sentence, verb).tag in _NOW


def looks_ahead(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what is to come: "will meet", "to meet"."""
    return tense_of(sentence, verb) in _AHEAD


def time_of(sentence: Sentence, verb: Token) -> str:
    """The tense of a clause, in the four kinds that matter to what a story goes on telling."""
    if verb.pos not in VERBAL:
        return UNTENSED
    tense = tense_of(sentence, verb)
    if tense in _PRESENT:
        return "in the present"
    return {"past": "in the past", "past perfect": "in the past perfect"}.get(tense, UNTENSED)


def find_standing(sentence: Sentence, head: Token) -> Iterator[str]:
    """Signs of how the highest word of a trigger stands in its sentence.

    Args:
        sentence: the parsed sentence.
        head: that word.

    Yields:
        "tense past", "clause relcl" for verbs; "as pobj", "after since", "with the", "bare noun" for others.

    """
    if head.pos in VERBAL:
        yield f"tense {tense_of(sentence, head)}"
        yield f"clause {head.dep}"
        return
    yield "adjective" if head.pos == "ADJ" else "noun"
    yield f"as {head.dep}"
    above = sentence.tokens[head.head]
    if head.dep == "pobj":
        yield f"after {above.text.lower()}"
    below = [sentence.tokens[i] for i in sentence.children[head.i]]
    determiners = [t for t in below if t.dep in {"det", "poss"}]
    yield from ("with a possessor" if t.dep == "poss" else f"with {t.lemma.lower()}" for t in determiners)
    if not determiners:
        yield "bare noun"
    verb = sentence.tokens[clause_of(sentence, head.i)]
    if verb.i != head.i and verb.pos in VERBAL:
        yield f"under tense {tense_of(sentence, verb)}"


def _finite(sentence: Sentence, verb: Token) -> Token:
    helping = (sentence.tokens[i] for i in sentence.children[verb.i] if sentence.tokens[i].dep in {"aux", "auxpass"})
    return next((t for t in helping if t.tag in _FINITE), verb)
