"""Which day each sentence tells of, and of whom: what a later sentence that names no day goes on from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.model.codes import Granularity
from dragoman.model.coding import Coding
from dragoman.model.text import Sentence, SentenceKind, Span
from dragoman.model.timex import EventDate, Timex
from dragoman.timex.attach import MAIN, attachment
from dragoman.timex.bounds import compose_bound_date, is_lower_bound
from dragoman.timex.compose import compose_date
from dragoman.timex.standing import in_present

EXACT: Final = frozenset({Granularity.DAY, Granularity.HOUR})
_NEWS_DAYS: Final = 7
"""How far back a day may lie to be what the report is about."""
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_BESIDE: Final = frozenset({"ccomp", "conj", "parataxis"})
_PRONOUNS: Final = frozenset({"PRON", "DET"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of."""

    subjects: frozenset[str]
    """Who acts or speaks in it, by the last words of its subjects ("okafor", "ministry"); where these are pronouns,
    those of the sentence before."""
    day: EventDate | None
    """The day of its main clause, where it names one of the last week."""


def find_told(coding: Coding, timexes: Sequence[Timex]) -> tuple[Told, ...]:
    """What each sentence tells of.

    Args:
        coding: with sentences and quotations.
        timexes: the document's expressions.

    Returns:
        One for each sentence, in order; headlines name no day.

    """
    found: list[Told] = []
    for sentence in coding.sentences:
        subjects = frozenset(_find_subjects(sentence)) or (found[-1].subjects if found else frozenset())
        day = None if sentence.kind is SentenceKind.HEADLINE else _find_main_day(coding, sentence, timexes)
        found.append(Told(subjects, day))
    return tuple(found)


def _find_subjects(sentence: Sentence) -> Iterator[str]:
    """Of the main clause and of those beside it, since either may be the one that says: "…," Okafor said."""
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None:
        return
    for verb in (root.i, *(i for i in sentence.children[root.i] if sentence.tokens[i].dep in _BESIDE)):
        for token in (sentence.tokens[i] for i in sentence.children[verb]):
            if token.dep in _SUBJECTS and token.pos not in _PRONOUNS:
                yield token.text.lower()


def find_main_clause(sentence: Sentence) -> Span | None:
    """The verb of a sentence that tells a happening; None for the present: "Today all countries agree"."""
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    return None if root is None or in_present(sentence, root) else sentence.token_span(root.i, root.i)


def dates_main_clause(coding: Coding, sentence: Sentence, main: Span, timex: Timex) -> bool:
    """Whether an expression of a sentence says when its main clause happened, in the report's own words.

    Args:
        coding: with quotations.
        sentence: the sentence.
        main: as `find_main_clause` gives it.
        timex: the expression.

    """
    quoted = any(q.span.contains(timex.span) for q in coding.quotations)
    near = not quoted and attachment(sentence, main, timex.span) < MAIN
    return near and not is_lower_bound(sentence, main, timex.span)


def _find_main_day(coding: Coding, sentence: Sentence, timexes: Sequence[Timex]) -> EventDate | None:
    main = find_main_clause(sentence)
    if main is None:
        return None
    for timex in timexes:
        if timex.first is None or timex.granularity not in EXACT or not sentence.span.contains(timex.span):
            continue
        near = 0 <= (coding.document.published - timex.first).days <= _NEWS_DAYS
        if near and dates_main_clause(coding, sentence, main, timex):
            return compose_date(timex, "timex:discourse", 0.6)
    return compose_bound_date(sentence, main, timexes, coding.document.published)
