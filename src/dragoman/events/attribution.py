"""On whose word: the speaker of a statement and the outlet that carries it."""

from collections.abc import Sequence

from dragoman.events.grammar import find_doer
from dragoman.events.reporting import SAYING, find_party
from dragoman.model.actor import ActorMention, MentionKind, find_inside
from dragoman.model.coding import Coding
from dragoman.model.event import Attribution, Party
from dragoman.model.text import Quotation, Sentence, Span, Token, find_touched

LONG_ENOUGH = 4
"""Words a quotation must have to be taken for somebody's speech."""


def find_attribution(
    coding: Coding, sentence: Sentence, trigger: Token | None, speaker: Party | None
) -> Attribution | None:
    """The attribution of an event in `sentence`: the speaker given, the verb that brings the words in, the outlet.

    "He invited the minister, Mehr said": without a speaker the outlet alone is named, by the words of the text.
    """
    cue = _cue(sentence, trigger, speaker.mention if speaker else None)
    inside = find_inside(coding.mentions, sentence.span)
    outlets = (m.span for m in inside if m.kind is MentionKind.OUTLET)
    outlet = next(outlets, None)
    named = speaker.mention if speaker else outlet
    if named is None:
        return None
    return Attribution(
        speaker=speaker,
        cue=cue.text if cue else "",
        span=sentence.token_span(cue.i, cue.i) if cue else named,
        outlet=coding.document.quote(outlet) if outlet else None,
    )


def _cue(sentence: Sentence, trigger: Token | None, speaker: Span | None) -> Token | None:
    """The saying verb above the trigger, or the one whose subject the speaker is."""
    if trigger is not None:
        for i in sentence.ancestors(trigger.i):
            if sentence.tokens[i].lemma in SAYING:
                return sentence.tokens[i]
    verbs = [t for t in sentence.tokens if t.lemma in SAYING and t.pos == "VERB"]
    if speaker is not None:
        for verb in verbs:
            subjects = [c for c in sentence.children[verb.i] if sentence.tokens[c].dep in {"nsubj", "nsubjpass"}]
            if any(sentence.token_span(c, c).overlaps(speaker) for c in subjects):
                return verb
    return None


def find_quoted_speakers(coding: Coding) -> list[tuple[Span, Party]]:
    """For each quotation of the text whose speaker is known: its span and the speaker.

    A quotation that follows another with nobody named between them ("…" the second paragraph of a speech) goes on
    with its speaker.
    """
    voices: list[tuple[Span, Party]] = []
    for quotation in coding.quotations:
        if len(coding.document.quote(quotation.content).split()) < LONG_ENOUGH:
            continue  # a "hated" word or two in quotation marks is no speech
        speaker = _quoted_speaker(quotation, coding.sentences, coding.mentions)
        if speaker is None and voices and voices[-1][0].field == quotation.span.field:
            speaker = voices[-1][1]
        if speaker is not None:
            voices.append((quotation.span, speaker))
    return voices


def _quoted_speaker(
    quotation: Quotation, sentences: Sequence[Sentence], mentions: Sequence[ActorMention]
) -> Party | None:
    """Who speaks a quotation: the subject of a saying verb beside it, in a sentence that it shares.

    "“We will not yield,” the minister told reporters": the minister.
    """
    for sentence in find_touched(sentences, quotation.span):
        outside = [t for t in sentence.tokens if not quotation.span.start <= t.start < quotation.span.end]
        for verb in outside:
            if verb.lemma not in SAYING or verb.pos not in {"VERB", "AUX"}:
                continue
            party = find_sayer(sentence, verb, mentions)
            if party is not None:
                return party
    return None


def find_sayer(sentence: Sentence, verb: Token, mentions: Sequence[ActorMention]) -> Party | None:
    """Who does the act of a verb of saying, where that has a code.

    "The minister referred to the storm, saying that …": the minister.
    """
    doer = find_doer(sentence, verb)
    return find_party(sentence, doer, mentions) if doer else None
