"""Paragraphs of a field: breaks between them always end a sentence."""

import re
from typing import Final

# Every line end Unicode knows; "\r\n" counts once.
_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TERMINAL: Final = re.compile("[.!?…:;][\"'”’»)\\]]*\\s*$")

_WRAP_WIDTH: Final = 100
"""Longest line, in code points, of text that was wrapped by hand or by a mail program."""


def find_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the paragraphs of a text, without the white space around them.

    An empty line ends a paragraph. A single line end does too, unless the line it ends was wrapped: all lines
    of the text are short, or the next begins with a small letter after no full stop.

    Args:
        text: a field of a document, as given.

    Returns:
        Half-open ranges `(start, end)` in code points, in order; none is empty.

    """
    lines = _find_lines(text)
    wrapped = len(lines) > 1 and all(end - start <= _WRAP_WIDTH for start, end in lines)
    ranges: list[tuple[int, int]] = []
    joinable = False
    for start, end in lines:
        first, last = _strip(text, start, end)
        if first == last:
            joinable = False
            continue
        if joinable and ranges and _runs_on(text, ranges[-1], (first, last), wrapped=wrapped):
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((first, last))
        joinable = True
    return tuple(ranges)


def _find_lines(text: str) -> list[tuple[int, int]]:
    lines = []
    start = 0
    for end in _LINE_END.finditer(text):
        lines.append((start, end.start()))
        start = end.end()
    lines.append((start, len(text)))
    return lines


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _runs_on(text: str, before: tuple[int, int], after: tuple[int, int], *, wrapped: bool) -> bool:
    """Whether the line `after` continues the paragraph `before`."""
    if _TERMINAL.search(text, max(before[0], before[1] - 4), before[1]):
        # "… in Ankara.\nHe said": only text known to be wrapped goes on after a full stop.
        return wrapped and _last_line_is_full(text, before)
    return text[after[0]].islower() or (wrapped and _last_line_is_full(text, before))


def _last_line_is_full(text: str, paragraph: tuple[int, int]) -> bool:
    """Whether the last line of a paragraph is long enough to have been wrapped, not ended on purpose."""
    breaks = list(_LINE_END.finditer(text, paragraph[0], paragraph[1]))
    start = breaks[-1].end() if breaks else paragraph[0]
    return paragraph[1] - start >= _WRAP_WIDTH // 2
