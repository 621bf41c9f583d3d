"""Single comparisons of two reports, each from -1 (against) over 0 (nothing to say) to 1 (for)."""

from typing import Final

from dragoman.linking.lists import load_lists
from dragoman.linking.traits import Traits

AGAINST: Final = -1.0
_THIN: Final = (0.3, 0.6, 0.85)
"""How far a comparison counts where a quote has but one, two or three words of meaning."""
_COPY_WORDS: Final = 6
"""Words that a quote needs before being repeated says that it was copied."""
_COPY_SHARE: Final = 0.75


def compare_modes(one: Traits, other: Traits) -> float:
    """Equal 1, one unknown 0, alike -0.2, different -1."""
    if one.mode is None or other.mode is None:
        return 0.0
    if one.mode == other.mode:
        return 1.0
    near = load_lists().near_modes.get((one.report.event_type, one.mode), frozenset())
    return -0.2 if other.mode in near else AGAINST


def compare_days(one: Traits, other: Traits) -> float:
    """Both dated by their words on one day 1; less where a day of publication stands in, or days lie apart."""
    if one.ordinal is None or other.ordinal is None:
        return _compare_intervals(one, other)
    apart = abs(one.ordinal - other.ordinal)
    dated = one.report.is_dated + other.report.is_dated
    if apart == 0:
        return (0.1, 0.6, 1.0)[dated]
    if dated == 2:
        return AGAINST
    return {1: 0.2, 2: -0.4}.get(apart, AGAINST)


def _compare_intervals(one: Traits, other: Traits) -> float:
    """The wider the interval, the more may have happened in it."""
    width = max(_width(one), _width(other))
    if width < 0:
        apart = abs((one.report.published - other.report.published).days)
        return -0.3 if apart <= 3 else AGAINST
    if width <= 8:
        return 0.5
    return -0.2 if width <= 31 else -0.8


def _width(traits: Traits) -> int:
    """Days of the interval; -1 where nothing is known."""
    first, last = traits.report.first, traits.report.last
    return (last - first).days + 1 if first and last else -1


def compare_words(one: Traits, other: Traits) -> float:
    """How much the quotes say the same, the sides' names aside.

    Returns:
        1 for a copy or all of many words, -1 for no word in common; one word in five is a little against, two are a
        little for. Nearer 0 where a quote has but a word or two to compare.

    """
    if is_copy(one.all_words, other.all_words) or is_retold(one, other):
        return 1.0
    alike = len(one.numbers & other.numbers)  # tolls differ from paper to paper; the same number is no chance
    least = min(len(one.words), len(other.words))
    if not least:
        return 0.35 * min(alike, 1)
    shared = len(one.words & other.words) + alike
    value = min(1.0, min(shared / least, 1.0) + 0.35 * shared - 1.0)
    return value if least > len(_THIN) else value * _THIN[least - 1]


def compare_scale(one: Traits, other: Traits) -> float:
    """Both tell of a whole war 0.5, of a single act 0, one of this and one of that -1.

    "Since Peru invaded Chile" is not the shell that hit a school that day. Nor, likely, is "under Peruvian attack" one
    certain attack of many.
    """
    if one.is_whole != other.is_whole:
        act = other if one.is_whole else one
        return AGAINST if act.mode or not act.is_vague else -0.3
    if one.is_whole:
        return 0.5
    if one.is_vague == other.is_vague or one.words & other.words or one.numbers & other.numbers:
        return 0.0
    return -0.6


def is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two quotes are one text with small edits at most.

    Args:
        one: all words of a quote.
        other: all words of the other.

    """
    if min(len(one), len(other)) < _COPY_WORDS:
        return False
    return len(one & other) >= _COPY_SHARE * len(one | other)


def is_retold(one: Traits, other: Traits) -> bool:
    """Whether one quote stands in both documents because one document is a copy of the other, or both of a third."""
    return one.report.source == other.report.source and one.all_words == other.all_words


def compare_sectors(one: Traits, other: Traits) -> float:
    """-1 where both say what sort of people acted, or were acted on, and not the same."""
    value = 0.0
    for mine, theirs in zip(one.sectors, other.sectors, strict=True):
        if mine and theirs:
            value += 0.2 if mine & theirs else -0.5
    return value
