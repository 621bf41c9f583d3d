"""Keeping answers short and their words visible."""

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from dragoman.export import JsonObject
from dragoman.pages.clean import clean

LONGEST = 50_000
"""Bytes of an answer as JSON: models pay for each, and clients cut what is longer."""

_STEPS = ((100, 20_000), (50, 20_000), (20, 20_000), (10, 2_000), (5, 500), (2, 200), (1, 100))
"""Items of a list and characters of a text that are kept, tried until the answer is short enough."""

_NOTED = 20
"""Cuts that are told one by one."""

# Tags and further selectors of variants, which show nothing and can spell hidden words.
_HIDDEN = dict.fromkeys((*range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)), "\N{REPLACEMENT CHARACTER}")


def clean_words(words: str) -> str:
    """Words with a visible sign for each character that hides or turns; as many characters, so that offsets hold."""
    cleaned: str = clean(words.translate(_HIDDEN))
    return cleaned


def bound(answer: JsonObject) -> JsonObject:
    """An answer with its words made visible, cut to `LONGEST`; `left_out` tells what was cut."""
    cleaned = _clean(answer)
    for items, characters in _STEPS:
        cuts: list[JsonObject] = []
        kept = {name: _cut(value, (name,), items, characters, cuts) for name, value in cleaned.items()}
        kept["left_out"] = cuts[:_NOTED]
        if len(to_json(kept)) <= LONGEST:
            break
    return kept


def _clean(value: Any, name: str = "") -> Any:
    """Ids stay as they are: they are asked with."""
    if isinstance(value, dict):
        return {key: _clean(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_clean(one, name) for one in value]
    return clean_words(value) if isinstance(value, str) and not name.endswith("_id") else value


def _cut(value: Any, place: tuple[str, ...], items: int, characters: int, cuts: list[JsonObject]) -> Any:
    if isinstance(value, str) and len(value) > characters and not place[-1].endswith("_id"):
        cuts.append(_note(place, characters, len(value), "characters"))
        return value[:characters]
    if isinstance(value, dict):
        return {name: _cut(one, (*place, name), items, characters, cuts) for name, one in value.items()}
    if isinstance(value, list):
        if len(value) > items:
            cuts.append(_note(place, items, len(value), "items"))
        return [_cut(one, (*place, str(at)), items, characters, cuts) for at, one in enumerate(value[:items])]
    return value


def _note(place: tuple[str, ...], shown: int, of: int, what: str) -> JsonObject:
    return {"where": ".".join(place), "shown": shown, "of": of, "what": what}


def say_cuts(answer: JsonObject) -> Iterator[str]:
    """What was cut, a line each."""
    for cut in answer["left_out"]:
        yield f"left out: of {cut['where']} the first {cut['shown']:,} of {cut['of']:,} {cut['what']} are shown"
