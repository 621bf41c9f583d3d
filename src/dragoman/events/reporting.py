"""Who tells what a sentence states: the subject of the verb that brings it in, or whoever "according to" names."""

from collections.abc import Iterator, Sequence

from dragoman.events.grammar import find_doer
from dragoman.model.actor import ActorMention, MentionKind, find_inside
from dragoman.model.event import Party
from dragoman.model.text import Sentence, Token

SAYING = frozenset(
    "say tell add note stress state announce declare claim allege report warn write insist argue explain "
    "emphasize emphasise underline underscore affirm reiterate confirm deny acknowledge suggest believe describe "
    "comment reply respond assert maintain tweet remark observe reveal disclose point accuse call urge express "
    "recall highlight mention condemn quote".split()
)
"""Lemmas of verbs that bring in somebody's words."""
TELLING = (SAYING - {"believe", "quote", "suggest"}) | frozenset(
    "admit assess boast brief complain conclude concede estimate forecast inform predict testify vow".split()
)
"""Those behind which the subject answers for what is said. Of subjects of "believe" or "think" it is told what they
hold true: "she says they fled since they believe that rebels are near" is her word."""
FIRST_PERSON = frozenset({"i", "we"})
_BACKGROUND = frozenset({"acl", "advcl", "relcl"})
"""Links to what is told in passing: "Peru said the envoy, who was expelled in May, may come back"."""
_ORIGINS = frozenset({"by", "from", "of"})
"""Prepositions between a document and whoever issued it: "a statement from the ministry"."""


def find_reporter(sentence: Sentence, trigger: Token, mentions: Sequence[ActorMention]) -> Party | None:
    """Who says, in the trigger's own sentence, that the event is so; None where nobody with a code does.

    "Peru said that Chile had shelled a village", "Chile shelled a village, Peru's army said", "according to Peru": all
    give Peru. Of several the nearest: "Oman said that Peru had confirmed the raid" gives Peru. Who speaks of himself in
    the first person is known from the quotation, not from here.

    Args:
        sentence: the sentence of the trigger.
        trigger: its highest word.
        mentions: of the document.
    """
    for teller in (*_find_tellers(sentence, trigger), *_find_authorities(sentence)):
        if teller.text.lower() not in FIRST_PERSON:
            return find_party(sentence, teller, mentions)
    return None


def _find_tellers(sentence: Sentence, trigger: Token) -> Iterator[Token]:
    """Subjects of verbs of telling, from the nearest to the farthest."""
    below = trigger
    for i in sentence.ancestors(trigger.i):
        above = sentence.tokens[i]
        if below.dep in _BACKGROUND and not _tells(below):
            return
        # "Chile shelled it, Peru said": the parser hangs the told words on the telling ones, or the other way round.
        tellers = [above] if below.dep == "ccomp" and _tells(above) else []
        for verb in (*tellers, *_find_asides(sentence, below)):
            doer = find_doer(sentence, verb)
            if doer is not None:
                yield doer
        below = above
    for verb in _find_asides(sentence, below):
        doer = find_doer(sentence, verb)
        if doer is not None:
            yield doer


def _tells(verb: Token) -> bool:
    return verb.pos == "VERB" and verb.lemma.lower() in TELLING


def _find_asides(sentence: Sentence, told: Token) -> Iterator[Token]:
    """Verbs of telling set beside what is told, without words of their own to bring in."""
    for c in sentence.children[told.i]:
        verb = sentence.tokens[c]
        if verb.dep in {"ccomp", "parataxis"} and _tells(verb):
            own = {sentence.tokens[k].dep for k in sentence.children[c]}
            if "nsubj" in own and own.isdisjoint({"ccomp", "dobj", "mark"}):
                yield verb


def _find_authorities(sentence: Sentence) -> Iterator[Token]:
    """Words behind "according to"."""
    for token in sentence.tokens[:-1]:
        if token.text.lower() == "according" and sentence.tokens[token.i + 1].text.lower() == "to":
            objects = (sentence.tokens[o] for o in sentence.children[token.i + 1])
            yield from (o for o in objects if o.dep == "pobj")


def find_party(sentence: Sentence, named: Token, mentions: Sequence[ActorMention]) -> Party | None:
    """Whom the phrase of a word stands for, or for a document whoever issued it: "a report by Peru's army"."""
    origins = (
        sentence.tokens[o]
        for c in sentence.children[named.i]
        if sentence.tokens[c].dep in {"prep", "agent"} and sentence.tokens[c].lemma in _ORIGINS
        for o in sentence.children[c]
    )
    owners = (sentence.tokens[c] for c in sentence.children[named.i] if sentence.tokens[c].dep in {"compound", "poss"})
    inside = find_inside(mentions, sentence.span)
    for word in (named, *origins, *owners):
        head = sentence.token_span(word.i, word.i)
        covering = [m for m in inside if m.actors and m.kind is not MentionKind.OUTLET and m.span.contains(head)]
        if covering:
            best = max(covering, key=lambda m: len(m.span))
            return Party(actor=best.actors[0], mention=best.span)
    return None
