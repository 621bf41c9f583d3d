"""Whether the words around an expression speak of what was or of what is to come, without a parse."""

import re
from enum import StrEnum
from typing import Final

from dragoman.timex.lexicon import words

_BREAK: Final = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘']?[A-Z])|\n\s*\n")
_REACH: Final = 260
"""Characters looked at on either side: longer than most sentences of news."""

_ADVERBS: Final = r"(?:\s(?:\w+ly|not|still|also|now|then|never|again|soon|both|all|first))*"
_CUES: Final = re.compile(
    rf"\b(?:(?P<future>(?:will|won['’]t|shall|going to|(?:is|are|be) to){_ADVERBS}"
    r"(?:\s(?:be|have)(?:\s\w+(?:ed|en|ing|t|ld))?|\s[a-z]+)?|['’]ll\s[a-z]+|next|upcoming|forthcoming)"
    rf"|(?P<planned>(?:(?:would|should|could|may|might)(?!\shave\s(?!to\b))|must|(?:was|were|been) to){_ADVERBS}"
    r"(?:\s(?:be|have)(?:\s\w+(?:ed|en|ing|t|ld))?|\s[a-z]+)?"
    r"|(?:due|set|scheduled|slated|expected|planned|poised|likely|ready|about|supposed|plans?|planning|expects?|hopes?"
    r"|intends?|aims?|agreed|promised|vowed|pledged|invited|wants?|need|asked|urged|ordered|preparing)"
    r"(?:\s(?:him|her|it|them|[A-Z]\w+))*\sto(?:\sbe)?\s(?!(?:an?|the|this|that|his|her|its|their)\b)[a-z]+"
    r"|scheduled|due|slated|expected|planned|payable|effective|redeemable|deadline|set\sfor|date\sof"
    rf"|to\sbe\s(?:[a-z]+ed|shown|{'|'.join(words('past_forms')['words'])})"
    rf"|{'|'.join(words('schedules')['phrases'])})"
    rf"|(?P<past>{'|'.join(words('past_forms')['words'])}|[a-z]{{2,}}ed))\b"
)

_DEADLINE: Final = re.compile(
    r"(?<!not )\b(?:(?:until|till)(?:\safter)?|as (?:early|soon) as|no later than|starting|beginning|ahead of)"
    r"\s(?:on\s|at\s|in\s|the\s)?$"
)
"""Words right before an expression that make it a day to come; "not until Tuesday" tells of a day gone by."""

_APPOINTED: Final = re.compile(
    r"\b(?:invit|postpon|reschedul|schedul|adjourn|plann?|book|defer|delay|push|mov|put off)[a-z]*\b"
    r"[^.!?;]{0,80}\b(?:for|until|to)\s$"
)
"""An act that sets a time, and "for" right before the expression: "invited his host to Lima for the spring"."""

_SINCE: Final = re.compile(r"\b(?:since|in the wake of|following)\s(?:early\s|late\s|mid-|the\s)?$", re.IGNORECASE)
"""Words right before an expression that make it a day gone by."""
_REPORTED: Final = re.compile(
    r"\b(?:said|announced|reported|confirmed|acknowledged|stated|tweeted|wrote|insisted|warned|told\s[A-Za-z]+)"
    r"\s(?:late\s|early\s|on\s|earlier\s|in\s)*$"
)
"""A past verb of saying right before an expression, whatever is said: "said on Monday the army will stay"."""


class Tense(StrEnum):
    """What the text around an expression speaks of."""

    PAST = "past"
    FUTURE = "future"
    PLANNED = "planned"
    """Ahead of a moment that may itself lie back ("would open in May"), or by a timetable ("opens on Monday")."""
    UNKNOWN = "unknown"

    @property
    def ahead(self) -> bool:
        """Whether it speaks of what was or is to come."""
        return self in {Tense.FUTURE, Tense.PLANNED}


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the verb that words at `[start, end)` most likely belong to.

    The nearest verb before them in their sentence, else the first after them: "The king, who arrived on Monday,
    will leave on Thursday". At the head of a sentence the verb comes after: "On Thursday the court will rule".
    """
    low = max(0, start - _REACH)
    breaks = [m.end() for m in _BREAK.finditer(text, low, start)]
    low = breaks[-1] if breaks else low
    before = text[low:start]
    set_by = tense_set_before(before)
    if set_by is not None:
        return set_by
    cues = list(_CUES.finditer(before))
    cue = cues[-1] if cues else None
    if cue is None:
        stop = _BREAK.search(text, end, min(len(text), end + _REACH))
        cue = _CUES.search(text, end, stop.start() if stop else min(len(text), end + _REACH))
    if cue is None:
        return Tense.UNKNOWN
    return Tense.FUTURE if cue["future"] else Tense.PLANNED if cue["planned"] else Tense.PAST


def tense_set_before(before: str) -> Tense | None:
    """The tense that the words right before an expression set, whatever the verb's; None where they set none.

    "Until Monday" and "postponed to Monday" look ahead; "since Monday", "in the wake of Monday's vote" and "said on
    Monday" (that something will be) do not.
    """
    if _SINCE.search(before) or _REPORTED.search(before):
        return Tense.PAST
    return Tense.FUTURE if _DEADLINE.search(before) or _APPOINTED.search(before) else None
