"""Expressions that give the earliest day rather than the day: "since the vote on 28 May", "after Monday"."""

import re
from typing import Final

from dragoman.model.text import Sentence, Span

_OPENERS: Final = frozenset({"since", "after", "following"})
_OPENING: Final = re.compile(r"(?:since|after)\b", re.IGNORECASE)


def is_lower_bound(sentence: Sentence, timex: Span, words: str) -> bool:
    """Whether the expression stands under "since" or "after": the event is on or some time after its day."""
    head = sentence.head_of(timex)
    if head is None:
        return bool(_OPENING.match(words))
    above = [head.i, *sentence.ancestors(head.i)]
    for index in above:
        token = sentence.tokens[index]
        if token.text.lower() in _OPENERS and token.dep in {"prep", "mark"}:
            return True
        marked = any(
            sentence.tokens[c].dep == "mark" and sentence.tokens[c].text.lower() in _OPENERS
            for c in sentence.children[index]
        )
        if marked:
            return True
    return False
