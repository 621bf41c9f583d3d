"""Find triggers: the words that state an event, with its type, from the tagger's reading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dragoman.events.encode import Window
from dragoman.events.onnx import mean_rows
from dragoman.events.tagger import Reading, load_tagger
from dragoman.model.text import Document, Sentence, Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in a window: its word pieces, its words, and the index of its type in the tagger's list."""

    pieces: tuple[int, ...]
    span: Span
    sentence: int
    type_index: int
    score: float
    rule: str = "model:trigger"


def rate_triggers(document: Document, sentences: Iterable[Span]) -> Iterator[float]:
    """How sure the tagger is of the surest trigger in each window of a document, which needs no parse.

    Args:
        document: a document.
        sentences: about its sentences, in order, as code points of its fields.

    Raises:
        ModelError: a file of the model is not the one this version was made with.

    """
    tagger = load_tagger()
    for window in tagger.encoder.windows(document, sentences):
        yield float(_rate_types(tagger.read(window)).max())


def _rate_types(reading: Reading) -> np.ndarray:
    """For each piece, the probability to be in a trigger of each type."""
    return np.asarray(reading.tags[:, 1::2] + reading.tags[:, 2::2])


def find_triggers(window: Window, reading: Reading, threshold: float) -> Iterator[Trigger]:
    """Triggers in order of position; `score` is the mean probability of the type over the pieces.

    A piece belongs to a trigger when the probabilities of begin and inside of one type together pass the
    threshold; neighbours of the same type are one trigger unless a piece says "begin" more strongly than "inside"
    on a new word ("arrested, charged" are two).
    """
    begin, inside = reading.tags[:, 1::2], reading.tags[:, 2::2]
    both = _rate_types(reading)
    best = both.argmax(axis=1)
    likely = [*(both.max(axis=1) >= threshold).tolist(), False]
    run: list[int] = []
    for k in range(len(window.ids) + 1):
        is_in = likely[k] and window.spans[k] is not None
        if run and (not is_in or _breaks(window, run[-1], k, best, begin, inside)):
            yield _trigger(window, run, both)
            run = []
        if is_in:
            run.append(k)


def _breaks(window: Window, last: int, k: int, best: np.ndarray, begin: np.ndarray, inside: np.ndarray) -> bool:
    """Whether piece `k` starts a new trigger rather than going on with the one that ends at `last`."""
    before, here = window.spans[last], window.spans[k]
    if before is None or here is None or before.field != here.field or window.sentences[last] != window.sentences[k]:
        return True
    if here.start == before.end and best[k] != best[last]:
        return False  # inside one word ("counter-attack"): the first piece decides
    return bool(best[k] != best[last] or (here.start > before.end and begin[k, best[k]] > inside[k, best[k]]))


def _trigger(window: Window, run: list[int], both: np.ndarray) -> Trigger:
    total = mean_rows(both, run)
    kind = int(total.argmax())
    return Trigger(
        tuple(run),
        window.span_of(run),
        window.sentences[run[0]],
        kind,
        float(total[kind]),
    )


def join_objects(window: Window, sentences: Sequence[Sentence], triggers: Sequence[Trigger]) -> list[Trigger]:
    """Triggers in order, without those that only go on with the one before.

    A verb and its object of one type are one, where only the object's owner parts them: "he [announced his]
    government's [readiness] to help". What is joined to a word within a trigger is left out: "[stressed the need for
    raising] and [widening] trade".
    """
    joined: list[Trigger] = []
    for trigger in triggers:
        before = joined[-1] if joined else None
        if before is None or (before.sentence, before.type_index) != (trigger.sentence, trigger.type_index):
            joined.append(trigger)
        elif _is_conjunct(sentences[trigger.sentence], before, trigger):
            continue
        elif _is_object(sentences[trigger.sentence], before, trigger):
            pieces = tuple(range(before.pieces[0], trigger.pieces[-1] + 1))
            score = max(before.score, trigger.score)
            joined[-1] = replace(before, pieces=pieces, span=window.span_of(pieces), score=score)
        else:
            joined.append(trigger)
    return joined


def _is_conjunct(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    """Whether the second is joined to a word that the first trigger governs, not to its own highest word."""
    head, conjunct = sentence.head_of(first.span), sentence.head_of(second.span)
    if head is None or conjunct is None or conjunct.dep != "conj" or conjunct.head == head.i:
        return False
    return first.span.overlaps(sentence.token_span(conjunct.head, conjunct.head))


def _is_object(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    verb, noun = sentence.head_of(first.span), sentence.head_of(second.span)
    if verb is None or noun is None or verb.pos != "VERB" or noun.dep != "dobj" or noun.head != verb.i:
        return False
    between = [
        t for t in sentence.tokens[verb.i + 1 : noun.i] if not first.span.overlaps(sentence.token_span(t.i, t.i))
    ]
    return all(noun.i in sentence.ancestors(t.i) for t in between)
