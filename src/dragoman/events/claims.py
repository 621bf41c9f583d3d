"""What the record may not say on its own word: an act that is only laid to somebody's charge."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook import STATEMENTS
from dragoman.events.attribution import find_sayer
from dragoman.events.grammar import LIGHT, find_doer
from dragoman.events.reporting import FIRST_PERSON
from dragoman.model.actor import ActorMention
from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.text import Quotation, Sentence, Token

TOLD_FIRST_HAND = STATEMENTS | {EventType.CONSULT}
"""Types that words do by themselves, or in which their speaker took part. Any other act told in a quotation or in an
accusation is the speaker's claim: "They have bombed our villages," the minister said."""
_ACCUSING = frozenset({"accuse", "blame", "suspect"})
_ALLEGING = frozenset({"allege", "claim"})
_CHARGE = frozenset({"of", "for"})
_WILL = frozenset("commitment desire eagerness hope intention interest preparedness readiness willingness wish".split())
"""Nouns for what somebody is willing to do."""
_WISHING = frozenset("hope hopes offer pledge promise vow want wish".split())
"""Verbs that say so themselves; "hopes" as written, since at the head of a news line the parser reads it as "hop"."""
_VOICING = frozenset(
    "affirm announce convey declare emphasize emphasise express reaffirm reiterate repeat state stress underline "
    "underscore voice".split()
)
"""Verbs by which it becomes known."""
_OF_WILL = frozenset({"acl", "compound", "conj", "pcomp", "pobj", "prep"})
"""Links from what somebody is willing to do up to the word for it: "readiness for talks", "a wish to trade"."""
_PASSING = frozenset({"acl", "advcl", "relcl"})
"""Links to what is told in passing: "we freed the farmers whom they had seized"."""
_WITNESSING = LIGHT | frozenset({"endure", "experience", "face", "receive", "see", "suffer", "witness"})
"""Verbs whose object is what happened: "we suffered a raid", "they carried out attacks"."""
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
    if quoted is None or trigger is None or not _is_laid_on_somebody(sentence, trigger):
        return None
    doer = find_sayer(sentence, trigger, mentions)
    return None if doer and doer.actor.code == quoted.actor.code else ("quotation:claim", quoted)


def _is_laid_on_somebody(sentence: Sentence, trigger: Token) -> bool:
    """Whether words state that somebody else did an act, and do not only mention it as known.

    "They bombed our villages", "Peru witnessed their attacks"; not "the bombing of villages is a crime", "the raid must
    be answered", "we caught those who bombed them", "we bombed them", "five were killed".
    """
    if trigger.pos != "VERB":
        return trigger.dep == "dobj" and sentence.tokens[trigger.head].lemma in _WITNESSING
    doer = find_doer(sentence, trigger)
    return trigger.dep not in _PASSING and doer is not None and doer.text.lower() not in FIRST_PERSON


def extend_claims(frames: Sequence[EventFrame], quotations: Sequence[Quotation]) -> list[EventFrame]:
    """The frames, with what a quotation states as a claim a claim wherever the same quotation mentions it.

    "“They have shelled Gao for weeks. Such attacks are a crime,” she said": the attacks are those that she tells of.
    Where nobody is said to have done it the claim is of an act of the same type; else of the same actor too.

    Args:
        frames: of a document, in order.
        quotations: of the document.
    """
    claims = [f for f in frames if f.status is Status.CLAIMED and f.attribution and f.attribution.speaker]
    return [_extend(frame, claims, quotations) for frame in frames]


def _extend(frame: EventFrame, claims: Sequence[EventFrame], quotations: Sequence[Quotation]) -> EventFrame:
    if frame.status is not Status.OCCURRED or frame.event_type in TOLD_FIRST_HAND:
        return frame
    around = [q.span for q in quotations if q.span.contains(frame.trigger)]
    doers = {p.actor.code for p in frame.actors}
    for claim in claims:
        said = any(span.contains(claim.trigger) for span in around)
        if said and claim.event_type is frame.event_type and doers <= {p.actor.code for p in claim.actors}:
            why = (replace(e, rule="quotation:claim") if e.field == "status" else e for e in frame.evidence)
            return replace(frame, status=Status.CLAIMED, attribution=claim.attribution, evidence=tuple(why))
    return frame


def is_performed(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody does by saying so what a verb in the first person names: "we urge Peru to yield".

    Not "we would urge", "we do not urge", "if we urge them".
    """
    if verb.tag != "VBP":
        return False
    children = [sentence.tokens[c] for c in sentence.children[verb.i]]
    speaks = any(c.dep == "nsubj" and c.text.lower() in FIRST_PERSON for c in children)
    return speaks and not any(c.dep in {"aux", "neg", "mark"} for c in children)


def is_voiced(sentence: Sentence, trigger: Token) -> bool:
    """Whether a trigger is what somebody says to be willing to do: "they hope to widen trade", "expressed a desire to".

    To say so is the whole event, however the deed itself may turn out. Not "they lack the will to widen trade", "Peru
    would announce its readiness", "they failed to express interest in talks", "talks that they had hoped for".
    """
    above = sentence.tokens[trigger.head]
    if trigger.dep == "xcomp" and not _WISHING.isdisjoint({above.lemma.lower(), above.text.lower()}):
        return _is_plain(sentence, above)
    word = trigger
    while word.lemma.lower() not in _WILL:
        if word.dep not in _OF_WILL:
            return False
        word = sentence.tokens[word.head]
    while word.dep == "conj":
        word = sentence.tokens[word.head]
    verb = sentence.tokens[word.head]
    return word.dep == "dobj" and verb.lemma.lower() in _VOICING and _is_plain(sentence, verb)


def _is_plain(sentence: Sentence, verb: Token) -> bool:
    """Whether nothing takes back what a verb says: no "would", no "not", no "if", no "failed to"."""
    children = (sentence.tokens[c] for c in sentence.children[verb.i])
    return verb.dep != "xcomp" and not any(
        c.dep in {"neg", "mark"} or (c.dep == "aux" and c.lemma.lower() not in {"be", "have"}) for c in children
    )
