"""Contexts of an event, from the words of its sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from dragoman.codebook.load import load_contexts, load_lookalikes

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases with their contexts, by their first word."""


def contexts_in(words: Sequence[str]) -> tuple[str, ...]:
    """The contexts that a sentence's words show.

    Args:
        words: the lemmas of the sentence, in order; case does not matter.

    Returns:
        PLOVER's names of contexts, each once, in the codebook's order.

    """
    return _find_contexts(tuple(word.lower() for word in words))


@lru_cache(maxsize=32)  # one sentence often states several events
def _find_contexts(lemmas: tuple[str, ...]) -> tuple[str, ...]:
    taken = {(name, i) for name, start, end in _find(lemmas, _load_lookalikes()) for i in range(start, end)}
    found = {
        name
        for name, start, end in _find(lemmas, _load_phrases())
        if not all((name, i) in taken for i in range(start, end))
    }
    return tuple(name for name in load_contexts() if name in found)


def _find(lemmas: tuple[str, ...], phrases: Phrases) -> Iterator[tuple[str, int, int]]:
    """Contexts with the first word of each phrase that stands there, and the one after its last."""
    for i, lemma in enumerate(lemmas):
        for phrase, context in phrases.get(lemma, ()):
            if lemmas[i : i + len(phrase)] == phrase:
                yield context, i, i + len(phrase)


@cache
def _load_phrases() -> Phrases:
    return _by_first_word(load_contexts())


@cache
def _load_lookalikes() -> Phrases:
    return _by_first_word(load_lookalikes())


def _by_first_word(lists: Mapping[str, Iterable[str]]) -> Phrases:
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for context, phrases in lists.items():
        # The parser cuts "pro-democracy" at its hyphens.
        forms = {tuple(form.split()) for phrase in phrases for form in (phrase, phrase.replace("-", " - "))}
        for words in sorted(forms):
            found[words[0]] = (*found.get(words[0], ()), (words, context))
    return found
