"""The tense of the words around an expression, by the parse."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dragoman.model.text import Sentence, Span, Token
from dragoman.timex.attach import clause_of
from dragoman.timex.lexicon import words
from dragoman.timex.tense import Tense, is_appointed, tense_around

_AHEAD: Final = frozenset({"will", "'ll", "’ll", "wo", "would", "shall", "'d"})
_PLANS: Final = frozenset(words("plans")["lemmas"])


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
        if is_appointed(self._text[sentence.span.start : start]):
            return Tense.FUTURE
        head = sentence.head_of(Span(start, end, sentence.span.field))
        if head is None:
            return tense_around(self._text, start, end)
        verb = sentence.tokens[clause_of(sentence, head.i)]
        found = _tense_of(sentence, verb)
        return tense_around(self._text, start, end) if found is Tense.UNKNOWN else found


def _tense_of(sentence: Sentence, verb: Token) -> Tense:
    before = {sentence.tokens[i].text.lower() for i in sentence.children[verb.i]}
    if before & _AHEAD:
        return Tense.FUTURE
    if "to" in before and verb.tag == "VB":
        above = sentence.tokens[verb.head]
        return Tense.FUTURE if above.lemma.lower() in _PLANS else Tense.UNKNOWN
    if verb.lemma.lower() in {"schedule", "plan", "expect", "slate", "set"} and verb.tag == "VBN":
        return Tense.FUTURE
    if verb.tag == "VBD" or before & {"was", "were", "had", "did"}:
        return Tense.PAST
    return Tense.UNKNOWN
