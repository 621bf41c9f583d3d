"""Numbers in quotes: how many dead, hurt, held."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dragoman.linking.lists import load_lists
from dragoman.linking.words import fold

_DIGITS: Final = re.compile(r"[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,9})?")
_TOKEN: Final = re.compile(rf"{_DIGITS.pattern}|[^\W\d_]+|[^\w\s]")
_NEAR: Final = 4
"""Words from a number to what it counts, at most: "killed at least another 12", "12 Peruvian soldiers were killed"."""
_MAGNITUDES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_TENS: Final = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDED: Final[Mapping[str, int]] = {word: at for at, word in enumerate(_UNITS)} | _TENS
_UNCOUNTED: Final = frozenset(
    {"-", "%", "percent", "km", "kilometers", "kilometres", "miles", "years", "days", "hours"}
)
"""After a number: it is an age, a share, a distance or a time."""
_MONEY: Final = frozenset("$€£¥")
_COMMON: Final = 31
"""Up to here numbers are days of a month, or a few people."""
_ENDS: Final = frozenset(".;:!?")


def find_counts(text: str) -> dict[str, int]:
    """What a text counts, the largest number of each sort.

    Args:
        text: a quote.

    Returns:
        Sort ("dead", "hurt", "held", …) to number: {"dead": 12} for "an attack that killed at least 12".

    """
    tokens = [fold(token) for token in _TOKEN.findall(text)]
    values = {at: value for at in range(len(tokens)) if (value := _read_number(tokens, at)) is not None}
    found: dict[str, int] = {}
    for at, value in values.items():
        what = _find_counted(tokens, at, values)
        if what:
            found[what] = max(value, found.get(what, 0))
    return found


def find_telling_numbers(text: str) -> frozenset[int]:
    """Numbers that are seldom the same by chance: "143 votes", "38,000 meals"; not years, ages or shares."""
    tokens = [fold(token) for token in _TOKEN.findall(text)]
    values = (_read_number(tokens, at, money=True) for at in range(len(tokens)))
    return frozenset(value for value in values if value is not None and value > _COMMON)


def _read_number(tokens: Sequence[str], at: int, *, money: bool = False) -> int | None:
    token = tokens[at]
    before = tokens[at - 1] if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if (before in _MONEY and not money) or after in _UNCOUNTED:
        return None
    if token in _WORDED:
        value = float(_WORDED[token])
    elif _DIGITS.fullmatch(token):
        value = float(token.replace(",", ""))
        if 1900 <= value <= 2100 and "," not in token:
            return None  # more often a year than a toll
    else:
        return None
    return int(value * _MAGNITUDES.get(after, 1))


def _find_counted(tokens: Sequence[str], at: int, values: Mapping[int, int]) -> str | None:
    """The nearest word that says what is counted; of two at equal distance the one after the number."""
    counted = load_lists().counted
    open_ways = {1: True, -1: True}
    for distance in range(1, _NEAR + 1):
        for way in (1, -1):
            here = at + way * distance
            if not open_ways[way] or not 0 <= here < len(tokens):
                continue
            if here in values or tokens[here] in _ENDS:
                open_ways[way] = False
                continue
            for beginning, what in counted.items():
                if tokens[here].startswith(beginning):
                    return what
    return None
