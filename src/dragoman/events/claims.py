"""What the record may not say on its own word: an act that is only laid to somebody's charge."""

from collections.abc import Sequence

from dragoman.codebook import STATEMENTS
from dragoman.events.attribution import find_sayer
from dragoman.model.actor import ActorMention
from dragoman.model.codes import EventType
from dragoman.model.event import Party
from dragoman.model.text import Sentence, Token

TOLD_FIRST_HAND = STATEMENTS | {EventType.CONSULT}
"""Types that words do by themselves, or in which their speaker took part. Any other act told in a quotation or in an
accusation is the speaker's claim: "They have bombed our villages," the minister said."""
_ACCUSING = frozenset({"accuse", "blame", "suspect"})
_ALLEGING = frozenset({"allege", "claim"})
_CHARGE = frozenset({"of", "for"})
_FIRST_PERSON = frozenset({"i", "we"})
_WITHIN = frozenset({"pcomp", "pobj", "dobj", "conj", "compound"})
"""Links by which a word belongs to the charge: "of ordering the rocket attack"."""


def find_accusation(sentence: Sentence, trigger: Token) -> Token | None:
    """The verb of accusing of which a trigger is the charge, or the verb that alleges it; None where there is none.

    "Peru accused Chile of shelling a village, killing two", "Peru blames Chile for a series of raids", "Chile shelled
    the village, Peru claimed". Not the raid of "Peru accused Chile of lying after a raid" nor that of "accused Chile of
    sheltering those who led the raid": these the text itself tells of.
    """
    below = trigger
    for i in sentence.ancestors(trigger.i):
        above = sentence.tokens[i]
        charge = below.dep == "prep" and below.lemma in _CHARGE
        if (charge and above.lemma in _ACCUSING) or (below.dep == "ccomp" and above.lemma in _ALLEGING):
            return above
        if not (charge or below.dep in _WITHIN or (below.dep == "advcl" and below.tag == "VBG")):
            return None
        below = above
    return None


def find_claim(
    sentence: Sentence, trigger: Token | None, quoted: Party | None, mentions: Sequence[ActorMention]
) -> tuple[str, Party | None] | None:
    """The rule by which an act is somebody's claim and, where known, whose; None where the text itself tells it.

    Args:
        sentence: the sentence of the trigger.
        trigger: its highest word, None where it lies outside the parse.
        quoted: who speaks the quotation that the trigger stands in, if it stands in one.
        mentions: of the document.
    """
    verb = find_accusation(sentence, trigger) if trigger else None
    if verb is not None:
        return "accusation:claim", find_sayer(sentence, verb, mentions) or quoted
    return ("quotation:claim", quoted) if quoted else None


def is_performed(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody does by saying so what a verb in the first person names: "we urge Peru to yield".

    Not "we would urge", "we do not urge", "if we urge them".
    """
    if verb.tag != "VBP":
        return False
    children = [sentence.tokens[c] for c in sentence.children[verb.i]]
    speaks = any(c.dep == "nsubj" and c.text.lower() in _FIRST_PERSON for c in children)
    return speaks and not any(c.dep in {"aux", "neg", "mark"} for c in children)
