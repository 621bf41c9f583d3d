"""What the parse says of a trigger's sides: who is its subject, and who its object."""

from collections.abc import Container

from dragoman.model.text import Sentence, SentenceKind, Token

LIGHT = frozenset(
    "carry conduct declare express extend give have hold impose issue launch make mount offer pay place sign stage "
    "take voice wage".split()
)
"""Verbs that lend their subject to the event noun they govern: "imposed sanctions", "issued a warning"."""
_SUBJECTS = frozenset({"nsubj", "csubj"})
_OBJECTS = frozenset({"dobj", "dative"})
_SHARED = frozenset({"conj", "xcomp", "advcl"})
"""Links over which a verb without a subject of its own takes that of the verb above it."""


OBLIGATIONS = frozenset({"must", "should", "need", "have", "ought"})


def is_obliged(sentence: Sentence, trigger: Token) -> bool:
    """Whether the trigger says what its subject must do: then somebody else asks it of him.

    "Peru must open the border, says Chile": Chile asks, Peru is asked.
    """
    if trigger.lemma in OBLIGATIONS:
        return True
    return any(
        sentence.tokens[c].dep == "aux" and sentence.tokens[c].lemma in OBLIGATIONS - {"have"}
        for c in sentence.children[trigger.i]
    )


def find_doers_of_noun(sentence: Sentence, noun: Token) -> list[Token]:
    """Words that name who does an act told by a noun, the surest first: "strikes by Peru", "Peru's", "Peruvian"."""
    children = [sentence.tokens[c] for c in sentence.children[noun.i]]
    by = [sentence.tokens[o] for c in children if c.lemma == "by" for o in sentence.children[c.i]]
    return [*by, *(c for c in children if c.dep == "poss"), *(c for c in children if c.pos == "ADJ")]


def find_behind(sentence: Sentence, trigger: Token, prepositions: Container[str]) -> list[Token]:
    """Words behind the given prepositions under a trigger: the "Peru" of "held talks with Peru"."""
    heads = [trigger, *(sentence.tokens[c] for c in sentence.children[trigger.i] if sentence.tokens[c].dep == "dobj")]
    return [
        sentence.tokens[o]
        for head in heads
        for c in sentence.children[head.i]
        if sentence.tokens[c].dep in {"prep", "dative"} and sentence.tokens[c].lemma in prepositions
        for o in sentence.children[c]
    ]


def find_between(sentence: Sentence, trigger: Token) -> list[Token]:
    """Words joined by a "between" below a trigger: Peru and Chile of "widen ties between Peru and Chile"."""
    found: list[Token] = []
    for i in sorted(sentence.subtree(trigger.i)):
        if sentence.tokens[i].lemma != "between":
            continue
        for o in sentence.children[i]:
            if sentence.tokens[o].dep == "pobj":
                found += find_coordinated(sentence, sentence.tokens[o])
    return found


def find_place_modifiers(sentence: Sentence, noun: Token) -> list[Token]:
    """Proper names set before a noun without an ending: the "Lima" of "the Lima attack"."""
    children = [sentence.tokens[c] for c in sentence.children[noun.i]]
    return [c for c in children if c.dep in {"compound", "nmod"} and c.entity in {"GPE", "LOC", "FAC"}]


def find_doer(sentence: Sentence, trigger: Token) -> Token | None:
    """The head word of whoever does the act of a verb, or None for a noun or where the clause does not say.

    "Peru expelled two envoys": Peru. "Two envoys were expelled by Peru": Peru. "Peru summoned the envoy and then
    expelled him": Peru for both. "Peru agreed to expel him": Peru. "Peru urged Chile to withdraw": Chile.
    """
    verb = _verb(sentence, trigger)
    if verb is None:
        return None
    while True:
        children = [sentence.tokens[c] for c in sentence.children[verb.i]]
        if _is_passive(sentence, verb):
            agents = [c for c in children if c.dep == "agent"]
            return next((sentence.tokens[o] for a in agents for o in sentence.children[a.i]), None)
        subject = next((c for c in children if c.dep in _SUBJECTS), None)
        if subject is not None:
            return _antecedent(sentence, verb, subject)
        if verb.dep == "acl" and verb.tag == "VBG":
            return sentence.tokens[verb.head]
        if verb.dep not in _SHARED or verb.head == verb.i:
            return None
        if verb.dep == "xcomp":
            told = [c for c in sentence.children[verb.head] if sentence.tokens[c].dep in _OBJECTS]
            if told:
                return sentence.tokens[told[0]]  # "urged Chile to withdraw": Chile withdraws
        verb = sentence.tokens[verb.head]


def find_coordinated(sentence: Sentence, token: Token) -> list[Token]:
    """A word and all that "and" or a comma joins to it: Peru, Chile and Oman of "Peru, Chile and Oman agreed"."""
    found = [token]
    for head in found:
        found += [sentence.tokens[c] for c in sentence.children[head.i] if sentence.tokens[c].dep == "conj"]
    return found


def find_undergoer(sentence: Sentence, trigger: Token) -> Token | None:
    """The head word of the direct object of a verb, or of the subject of a passive one; None where there is none.

    "Peru expelled two envoys": envoys. "Two envoys were expelled": envoys.
    """
    verb = _verb(sentence, trigger)
    if verb is None:
        return None
    children = [sentence.tokens[c] for c in sentence.children[verb.i]]
    if _is_passive(sentence, verb):
        subject = next((c for c in children if c.dep in {"nsubj", "nsubjpass"}), None)
        if subject is not None:
            return _antecedent(sentence, verb, subject)
        return sentence.tokens[verb.head] if verb.dep == "acl" else None
    return next((c for c in children if c.dep in _OBJECTS), None)


def _verb(sentence: Sentence, trigger: Token) -> Token | None:
    """The trigger itself, or the light verb above an object noun ("imposed sanctions", "issued a warning")."""
    if trigger.pos == "VERB":
        return trigger
    above = sentence.tokens[trigger.head]
    return above if trigger.dep == "dobj" and above.lemma in LIGHT else None


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the subject of a verb, or the noun it belongs to, undergoes the act.

    "was expelled", "the envoy expelled by Peru", and in headlines a past form without an object, where the
    auxiliary is left out: "Envoy expelled over leak" (past events stand in the present there: "Peru expels").
    """
    children = [sentence.tokens[c] for c in sentence.children[verb.i]]
    if any(c.dep in {"nsubjpass", "auxpass", "agent"} for c in children):
        return True
    if any(c.dep in {"aux", *_OBJECTS, "ccomp"} for c in children):
        return False
    if verb.dep in {"acl", "advcl"}:
        return verb.tag == "VBN"
    return sentence.kind is SentenceKind.HEADLINE and verb.tag in {"VBN", "VBD"}


def _antecedent(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """For a relative pronoun the noun that it stands for: "Peru, which expelled him" — Peru."""
    if verb.dep == "relcl" and subject.tag in {"WDT", "WP"}:
        return sentence.tokens[verb.head]
    return subject
