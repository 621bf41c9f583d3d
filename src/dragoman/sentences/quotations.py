"""Quotations: what stands between quotation marks, also where a mark is missing."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from dragoman.model.text import Field, Quotation, Span
from dragoman.sentences.words import load_words

_OPENERS_BEFORE: Final = frozenset("([{-–—―/\"“„‘'«")
_CLOSERS_AFTER: Final = frozenset(".,;:!?)]}-–—―…/\"”’'»")

_LONGEST_SINGLE: Final = 600
"""Farthest a closing single mark is looked for, in code points: beyond, ' is an apostrophe."""

_ELISION: Final = re.compile(r"['‘’](?:\d0s|em|tis|twas|til|cause|n|bout)\b", re.IGNORECASE)


class _Mark(NamedTuple):
    at: int
    opens: bool | None
    """None where only what came before can tell (a straight mark between two letters or two spaces)."""


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]], field: Field) -> tuple[Quotation, ...]:
    """All quotations of a field, nested ones included, ordered by where they start.

    A quotation may run over sentences and paragraphs. Where the closing mark is missing, the end is inferred:
    before the clause that names the speaker, else at the next opening mark, else at the end of the paragraph.
    Where the opening mark is missing, it begins after the words that bring in the speech ("saying that, …"),
    and `span` and `content` start together. Apostrophes are not marks.

    Args:
        text: the field, as given.
        paragraphs: its paragraphs as ranges of code points.
        field: which field it is.

    Returns:
        The quotations; offsets are code points of the field.

    """
    found = [
        *_pair_marks(text, paragraphs, field, _read_double_marks),
        *_pair_marks(text, paragraphs, field, _read_guillemets),
        *(q for start, end in paragraphs for q in _pair_single_marks(text, start, end, field)),
    ]
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _pair_marks(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    field: Field,
    read: Callable[[str, int, int], Iterator[_Mark]],
) -> Iterator[Quotation]:
    """Pair opening with closing marks of one family over all paragraphs."""
    marks = [list(read(text, start, end)) for start, end in paragraphs]
    following = _look_ahead(marks)
    opened: int | None = None
    for number, (start, end) in enumerate(paragraphs):
        floor = start
        for mark in marks[number]:
            opens = mark.opens if mark.opens is not None else opened is None
            if opens:
                if opened is not None:
                    yield _infer_end(text, opened, mark.at, field)
                opened = mark.at
                continue
            if opened is None:
                guessed = _infer_start(text, floor, mark.at)
                if guessed is not None:
                    yield Quotation(span=Span(guessed, mark.at + 1, field), content=Span(guessed, mark.at, field))
            else:
                yield Quotation(span=Span(opened, mark.at + 1, field), content=Span(opened + 1, mark.at, field))
            opened, floor = None, mark.at + 1
        ahead = following[number]
        if opened is not None and (ahead is None or ahead.opens is not False):
            # The next paragraph opens anew (or none does): by the rule of print this one just leaves the mark
            # out.
            yield _infer_end(text, opened, end, field)
            opened = None


def _look_ahead(marks: Sequence[Sequence[_Mark]]) -> list[_Mark | None]:
    """For each paragraph, of whose marks a list is given, the first mark of those after it."""
    following: list[_Mark | None] = []
    ahead = None
    for found in reversed(marks):
        following.append(ahead)
        ahead = found[0] if found else ahead
    return following[::-1]


def _infer_end(text: str, opened: int, limit: int, field: Field) -> Quotation:
    """The quotation opened at `opened`, whose closing mark is missing before `limit`."""
    clause = _reporting_clause().search(text, opened, limit)
    end = clause.start() + 1 if clause else limit
    while end > opened + 1 and text[end - 1].isspace():
        end -= 1
    return Quotation(span=Span(opened, end, field), content=Span(opened + 1, end, field), closed=False)


def _infer_start(text: str, floor: int, closed: int) -> int | None:
    """Where a quotation closed at `closed` begins, when no mark opened it; None where nothing tells."""
    cue = _speech_cue().search(text, floor, closed)
    return cue.end() if cue and len(text[cue.end() : closed].split()) > 2 else None


@cache
def _speech_cue() -> re.Pattern[str]:
    verbs = "|".join(sorted(load_words("speech")))
    return re.compile(rf"\b(?:{verbs})(?:\s+(?!that\b)\w+){{0,2}}(?:\s+that)?\s*[,:]\s*(?:that\s*,?\s*)?(?=\S)")


@cache
def _reporting_clause() -> re.Pattern[str]:
    # ", Mr Guler told reporters": the comma belongs to the quotation, the clause does not.
    verbs = "|".join(sorted(load_words("speech")))
    return re.compile(rf",\s+(?:[\w.’'-]+\s+){{1,4}}(?:{verbs})\b")


def _read_double_marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    opened = False
    for found in re.compile('[“”„"]').finditer(text, start, end):
        at = found.start()
        before, after = _is_edge_before(text, at, start), _is_edge_after(text, at, end)
        opens: bool | None
        if found[0] == '"':
            if not opened and at > start and text[at - 1].isdigit():
                continue  # a measure: 24" pipes
            opens = None if before == after else before
        elif found[0] == "”":
            opens = not opened and before and not after
        else:
            opens = not (opened and after and not before)
        opened = not opened if opens is None else opens
        yield _Mark(at, opens)


def _read_guillemets(text: str, start: int, end: int) -> Iterator[_Mark]:
    for found in re.compile("[«»]").finditer(text, start, end):
        yield _Mark(found.start(), found[0] == "«")


def _pair_single_marks(text: str, start: int, end: int, field: Field) -> Iterator[Quotation]:
    at = start
    while at < end:
        if not (text[at] in "'‘" and _opens_single(text, at, start, end)):
            at += 1
            continue
        close = _find_single_close(text, at, min(end, at + _LONGEST_SINGLE))
        if close is None:
            at += 1
            continue
        yield Quotation(span=Span(at, close + 1, field), content=Span(at + 1, close, field))
        at = close + 1


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    return (
        at + 1 < end
        and _is_edge_before(text, at, start)
        and not text[at + 1].isspace()
        and not _is_edge_after(text, at, end)
        and not _ELISION.match(text, at, end)
    )


def _find_single_close(text: str, opened: int, end: int) -> int | None:
    """The closing mark for a single opening one, or None where there is only an apostrophe."""
    fallback = None
    for at in range(opened + 2, end):
        if text[at] not in "'’‘" or text[at - 1].isspace():
            continue
        if _opens_single(text, at, opened, end):
            break
        if at + 1 < len(text) and text[at + 1].isalnum():
            continue  # an apostrophe: don't
        if text[at - 1] == "s" and re.match(r"\s[a-z]", text[at + 1 : at + 3]):
            # "'the ministers' visit'": a possessive, unless no other mark follows.
            fallback = fallback if fallback is not None else at
            continue
        return at
    return fallback


def _is_edge_before(text: str, at: int, start: int) -> bool:
    return at <= start or text[at - 1].isspace() or text[at - 1] in _OPENERS_BEFORE


def _is_edge_after(text: str, at: int, end: int) -> bool:
    return at + 1 >= end or text[at + 1].isspace() or text[at + 1] in _CLOSERS_AFTER
