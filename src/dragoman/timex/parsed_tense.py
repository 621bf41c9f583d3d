"""The tense of the words around an expression, by the parse."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dragoman.model.text import Sentence, SentenceKind, Span, Token
from dragoman.timex.attach import clause_of
from dragoman.timex.lexicon import words
from dragoman.timex.tense import Tense, tense_around, tense_set_before

_AHEAD: Final = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_MODALS: Final = frozenset({"would", "'d", "should", "could", "may", "might"})
_PLANS: Final = frozenset(words("plans")["lemmas"])
_SETTING: Final = frozenset({"schedule", "plan", "slate"})
_PAST_FORMS: Final = frozenset(words("past_forms")["words"])
_STATES: Final = frozenset(words("states")["lemmas"])


class ParsedTense:
    """Callable for `tag_times`: the tense at `[start, end)` of one field of a parsed document."""

    def __init__(self, sentences: Sequence[Sentence], text: str) -> None:
        self._sentences = sentences
        self._starts = [s.span.start for s in sentences]
        self._text = text

    def __call__(self, start: int, end: int) -> Tense:
        """Tense of the clause that the words belong to; by the words around them where the parse says nothing."""
        position = bisect_right(self._starts, start) - 1
        if position < 0:
            return tense_around(self._text, start, end)
        sentence = self._sentences[position]
        set_by = tense_set_before(self._text[sentence.span.start : start])
        if set_by is not None:
            return set_by
        head = sentence.head_of(Span(start, end, sentence.span.field))
        if head is None:
            return tense_around(self._text, start, end)
        verb = sentence.tokens[clause_of(sentence, head.i)]
        found = _tense_of(sentence, verb)
        if (
            found is Tense.UNKNOWN
            and sentence.kind is not SentenceKind.HEADLINE
            and _is_timetable(sentence, verb, head)
        ):
            return Tense.PLANNED
        return tense_around(self._text, start, end) if found is Tense.UNKNOWN else found


def _tense_of(sentence: Sentence, verb: Token) -> Tense:
    before = {sentence.tokens[i].text.lower() for i in sentence.children[verb.i]}
    if before & _AHEAD:
        return Tense.FUTURE
    if before & _MODALS and "have" not in before:  # "would have met" is told of, if it never was
        return Tense.PLANNED
    if "to" in before and verb.tag == "VB":
        above = sentence.tokens[verb.head]
        return Tense.PLANNED if above.lemma.lower() in _PLANS else Tense.UNKNOWN
    lemma = verb.lemma.lower()
    if lemma in _SETTING or (lemma in {"expect", "set"} and verb.tag == "VBN"):
        return Tense.PLANNED
    if verb.tag == "VBD" or before & {"was", "were", "had", "did"}:
        return Tense.PAST
    return Tense.UNKNOWN


def _is_timetable(sentence: Sentence, verb: Token, when: Token) -> bool:
    """Whether a present sets the time: "the council meets on Monday"; not "the army says on Monday"."""
    above = sentence.tokens[when.head]
    direct = above.i == verb.i or (above.head == verb.i and above.text.lower() in {"on", "in", "at"})
    if not direct or verb.lemma.lower() in _STATES:
        return False
    below = {sentence.tokens[i].text.lower() for i in sentence.children[verb.i]}
    if verb.tag == "VBN":
        return bool(below & {"is", "are"})
    # "hurt" and "put" are taken for the present where they are the past.
    return verb.tag in {"VBZ", "VBP"} and verb.text.lower() not in _PAST_FORMS and not below & {"has", "have"}
