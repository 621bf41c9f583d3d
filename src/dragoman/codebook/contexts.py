"""Contexts of an event, from the words of its sentence."""

from collections.abc import Sequence
from functools import cache

from dragoman.codebook.load import load_contexts


def contexts_in(words: Sequence[str]) -> tuple[str, ...]:
    """The contexts that a sentence's words show.

    Args:
        words: the lemmas of the sentence, in order; case does not matter.

    Returns:
        PLOVER's names of contexts, each once, in the codebook's order.

    """
    lemmas = [word.lower() for word in words]
    starts = _find_starts()
    found: set[str] = set()
    for i, lemma in enumerate(lemmas):
        for phrase, contexts in starts.get(lemma, ()):
            if tuple(lemmas[i : i + len(phrase)]) == phrase:
                found.update(contexts)
    return tuple(name for name in load_contexts() if name in found)


@cache
def _find_starts() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Phrases by their first word, each with the contexts it shows."""
    by_phrase: dict[tuple[str, ...], list[str]] = {}
    for context, phrases in load_contexts().items():
        for phrase in phrases:
            # The parser cuts "pro-democracy" at its hyphen.
            for form in {phrase, phrase.replace("-", " - ")}:
                by_phrase.setdefault(tuple(form.split()), []).append(context)
    starts: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase_words, contexts in by_phrase.items():
        starts.setdefault(phrase_words[0], []).append((phrase_words, tuple(contexts)))
    return starts
