"""How an event is done, where plain words say it: "phoned", "a car bomb", "hunger strike".

The tagger proposes a mode for every trigger. Of the codebook's 67 its labels hold many a handful of times or never, and
those are the ones that a word or two settle; `data/modes.toml` lists them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.codebook import rename_mode
from dragoman.events.clauses import find_clause, find_content, is_aimed_at
from dragoman.events.mode_words import Cue, Words, find_phrases, load_lexicon, read_words
from dragoman.model.codes import EventType
from dragoman.model.text import Sentence, Span, Token

MINIMUM_SCORE = 0.4
"""Probability below which a proposed mode is left out; on the held-out twelfth of the labelled items wrong modes become
fewer up to here, and right ones hardly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeReading:
    """The mode of one event, None where none applies, and what read it."""

    mode: str | None
    rule: str
    score: float
    span: Span | None = None
    """The words that show it, where words did."""


def settle_mode(
    event_type: EventType, proposed: Iterable[tuple[str | None, float]], sentence: Sentence, trigger: Span
) -> ModeReading:
    """The mode that words show, or else the likeliest of those proposed.

    Args:
        event_type: the event's type.
        proposed: names of modes, None for no mode, with their probabilities. Names of other types and unknown ones
            are passed over; those of earlier drafts count for the mode that they became.
        sentence: the sentence of the trigger.
        trigger: the words that state the event, in code points of the sentence's field.

    """
    cue = find_mode_cue(event_type, sentence, trigger)
    if cue is not None:
        return cue
    best = ModeReading(mode=None, rule="model:mode", score=0.0)
    for name, score in proposed:
        if score <= best.score:
            continue
        mode = rename_mode(event_type, name) if name else None
        if mode is not None or name is None:
            best = ModeReading(mode=mode, rule="model:mode", score=score)
    # A guess is no support: two modes that share the probability leave the field empty.
    return best if best.score >= MINIMUM_SCORE else ModeReading(mode=None, rule="model:mode", score=best.score)


def find_mode_cue(event_type: EventType, sentence: Sentence, trigger: Span) -> ModeReading | None:
    """The mode that words of the trigger or of its clause show; None where none do.

    Words of the trigger count before those of the clause, and cues in the order of `data/modes.toml`.
    """
    cues = load_lexicon().cues.get(event_type, ())
    inside = sentence.tokens_in(trigger)
    if not cues or not inside:
        return None
    head = sentence.head_of(trigger) or inside[-1]
    for find in (_find_in_trigger, _find_in_clause):
        for mode, words in find(sentence, inside, head, cues):
            span = sentence.token_span(words[0].i, words[-1].i)
            return ModeReading(mode=mode, rule="lexicon:mode", score=1.0, span=span)
    return None


def _find_in_trigger(
    sentence: Sentence, inside: Sequence[Token], head: Token, cues: Iterable[Cue]
) -> Iterator[tuple[str, Sequence[Token]]]:
    # "hunger [strike]": what stands before a noun belongs to it.
    children = (sentence.tokens[c] for t in inside for c in sentence.children[t.i])
    own = read_words(sorted({*inside, *(c for c in children if c.dep == "compound")}))
    for cue in cues:
        for words in (*find_phrases(own, cue.own), *_find_tools(sentence, own, head, cue)):
            yield cue.mode, words


def _find_in_clause(
    sentence: Sentence, inside: Sequence[Token], head: Token, cues: Iterable[Cue]
) -> Iterator[tuple[str, Sequence[Token]]]:
    clause = read_words(sentence.tokens[i] for i in sorted({*find_clause(sentence, head), *(t.i for t in inside)}))
    content = read_words(sentence.tokens[i] for i in sorted(find_content(sentence, head)))
    for cue in cues:
        shown = (*find_phrases(clause, cue.clause), *find_phrases(content, cue.content))
        for words in (*shown, *_find_tools(sentence, clause, head, cue)):
            yield cue.mode, words


def _find_tools(sentence: Sentence, within: Words, head: Token, cue: Cue) -> Iterator[Sequence[Token]]:
    """Words for the cue's tools that do not name what the act is aimed at."""
    for words in find_phrases(within, cue.tool):
        inside = {t.i for t in words}
        top = next((t for t in reversed(words) if t.head not in inside), words[-1])
        if not is_aimed_at(sentence, top, head):
            yield words
