"""Word lists of this stage, read once from `data/words.toml`."""

import tomllib
from functools import cache
from importlib import resources


@cache
def load_words(name: str) -> frozenset[str]:
    """One list of `data/words.toml` as a set of lower-case words.

    Args:
        name: the list's key, such as "titles".

    Returns:
        The words of the list.

    """
    return frozenset(_load_lists()[name])


@cache
def _load_lists() -> dict[str, list[str]]:
    source = resources.files("dragoman.sentences.data").joinpath("words.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
