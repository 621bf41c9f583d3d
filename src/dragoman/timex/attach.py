"""How closely a time expression belongs to the words that state an event, by the parse of their sentence."""

from typing import Final

from dragoman.model.text import Sentence, Span, Token
from dragoman.timex.lexicon import words

SAME_CLAUSE: Final = 0.0
MAIN: Final = 1.2
"""Highest cost at which an expression dates a clause itself, not one beside it."""
FAR: Final = 9.0
"""No relation: the expression tells when something else happened."""

_VERBAL: Final = frozenset({"VERB", "AUX"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_AUXILIARY: Final = frozenset({"aux", "auxpass"})

# What it costs the event to reach up out of its own clause for a date ("he said on Monday that …"), by the
# dependency of the clause left.
_UP: Final = {
    "xcomp": 0.5,
    "ccomp": 1.0,
    "conj": 1.5,
    "advcl": 1.5,
    "pcomp": 1.0,
    "acl": 2.0,
    "relcl": 4.0,
    "csubj": 1.0,
    "parataxis": 1.0,
    "dep": 1.5,
}
# And what it costs to take one from a clause below ("attacked the base, killing three on Monday").
_DOWN: Final = {
    "xcomp": 1.0,
    "ccomp": 4.5,
    "conj": 2.5,
    "advcl": 3.0,
    "pcomp": 2.5,
    "acl": 3.5,
    "relcl": 4.5,
    "csubj": 3.0,
    "parataxis": 2.0,
    "dep": 2.5,
}
_TOLD_OF: Final = 0.8
"""A noun's date is that of the clause that says more of it, and the other way round: "Monday's raid, which killed 12",
"a deal signed in 2015"."""
_ON_OCCASION: Final = 1.0
_OCCASIONS: Final = frozenset(words("occasions")["nouns"])
"""What is said or done on an occasion is of its day: "told a Monday briefing that …"."""
_IN_SETTING: Final = 0.75
_SETTINGS: Final = frozenset(words("occasions")["verbs"])
"""Verbs whose participle tells on what occasion the rest is said: "speaking in Quito on Tuesday, he accused …"."""
OWNING: Final = frozenset({"poss", "compound", "amod", "nmod", "nummod"})


def clause_of(sentence: Sentence, index: int) -> int:
    """Index of the verb whose clause holds a token (itself where it is one); the root where there is none."""
    token = sentence.tokens[index]
    if token.pos in _VERBAL and token.dep not in _AUXILIARY and token.dep not in OWNING:
        return index
    for above in sentence.ancestors(index):
        candidate = sentence.tokens[above]
        if candidate.pos in _VERBAL and candidate.dep not in _AUXILIARY:
            return above
        last = above
    return last if token.head != index else index


def attachment(sentence: Sentence, trigger: Span, timex: Span) -> float:
    """Cost of dating the words of `trigger` by `timex`: 0 within one clause, `FAR` where unrelated.

    Args:
        sentence: the parsed sentence that holds both.
        trigger: span of the words that state the event.
        timex: span of the expression.

    """
    event, when = sentence.head_of(trigger), sentence.head_of(timex)
    if event is None or when is None:
        return FAR
    said = _verb_before(sentence, timex)
    owner = _owner(sentence, when) if said is None else None
    from_event = clause_of(sentence, event.i)
    if _is_dated_by_owner(sentence, from_event, when, owner):
        return _TOLD_OF
    if owner is not None:
        # "Friday's attack", "the Aug. 7 bombings": the noun's own date, and nobody else's.
        if owner == event.i or trigger.contains(sentence.token_span(owner, owner)):
            return SAME_CLAUSE
        spoken = sentence.tokens[owner].lemma.lower() in _OCCASIONS
        return _ON_OCCASION if spoken and clause_of(sentence, owner) == from_event else FAR
    if event.pos == "NOUN" and _phrase_holds(sentence, event, when):
        return SAME_CLAUSE
    from_when = clause_of(sentence, when.i) if said is None else said
    if said is None and _noun_told_of(sentence, from_when) == event.i:
        return _TOLD_OF
    base = 0.0 if event.pos in _VERBAL else 0.75
    return base + _between(sentence, from_event, from_when)


def _is_dated_by_owner(sentence: Sentence, clause: int, when: Token, owner: int | None) -> bool:
    """Whether a clause says more of a noun that an expression dates: "the 2015 deal that ended the sanctions"."""
    noun = _noun_told_of(sentence, clause)
    if noun is None:
        return False
    return owner == noun if owner is not None else _phrase_holds(sentence, sentence.tokens[noun], when)


def _noun_told_of(sentence: Sentence, clause: int) -> int | None:
    """The noun of which a clause tells what it did, or what was done: "the bomb that killed 12", "a deal signed"."""
    verb = sentence.tokens[clause]
    if verb.pos not in _VERBAL or verb.head == verb.i or sentence.tokens[verb.head].pos not in {"NOUN", "PROPN"}:
        return None
    if verb.dep == "acl":
        return verb.head if verb.tag == "VBN" else None
    subjects = (sentence.tokens[i] for i in sentence.children[clause] if sentence.tokens[i].dep in _SUBJECTS)
    return verb.head if verb.dep == "relcl" and any(t.tag in {"WDT", "WP"} for t in subjects) else None


def _owner(sentence: Sentence, when: Token) -> int | None:
    """The noun that an expression directly qualifies, if it does."""
    head = sentence.tokens[when.head]
    if when.dep in OWNING and head.pos in {"NOUN", "PROPN"} and head.i != when.i:
        return head.i
    return None


def _verb_before(sentence: Sentence, timex: Span) -> int | None:
    """The verb that a day right behind it dates, where the parse takes the day for part of the next name.

    "The minister said Sunday Peru would go on": no "Sunday Peru", but said on Sunday.
    """
    inside = sentence.tokens_in(timex)
    if not inside or inside[0].i == 0 or sentence.tokens[inside[0].i - 1].pos != "VERB":
        return None
    owner = _owner(sentence, inside[-1])
    if owner is None or inside[-1].dep == "poss":
        return None
    named = sentence.tokens[owner]
    return inside[0].i - 1 if named.pos == "PROPN" and named.dep in {"nsubj", "nsubjpass"} else None


def _phrase_holds(sentence: Sentence, noun: Token, when: Token) -> bool:
    """Whether a noun governs an expression with no verb between: "the talks in Geneva on Monday"."""
    for above in sentence.ancestors(when.i):
        if above == noun.i:
            return True
        if sentence.tokens[above].pos in _VERBAL:
            return False
    return False


def _between(sentence: Sentence, event: int, when: int) -> float:
    if event == when:
        return SAME_CLAUSE
    above_event = [event, *sentence.ancestors(event)]
    above_when = [when, *sentence.ancestors(when)]
    shared = next((i for i in above_event if i in set(above_when)), None)
    if shared is None:
        return FAR
    up = sum(_UP.get(sentence.tokens[i].dep, 0.0) for i in above_event[: above_event.index(shared)])
    down = sum(_cost_down(sentence.tokens[i]) for i in above_when[: above_when.index(shared)])
    return min(up + down, FAR)


def _cost_down(clause: Token) -> float:
    if clause.dep == "advcl" and clause.tag == "VBG" and clause.lemma.lower() in _SETTINGS:
        return _IN_SETTING
    return _DOWN.get(clause.dep, 0.0)
