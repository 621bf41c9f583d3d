"""spaCy's attribute ruler with a memory; only `sentences/quick.py` needs it.

The ruler turns fine-grained tags into parts of speech and morphology, by two hundred patterns tried at every token.
Nearly all look at one token, at its tag, its relation and some words such as "that". So there are a thousand cases in
all, most of which the first pages of news hold; each is matched once.
"""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler

if TYPE_CHECKING:
    from spacy.tokens import Doc

REMEMBERING: Final = "dragoman_remembering_ruler"
"""The name of the component."""

Pattern: TypeAlias = list[dict[str, Any]]
"""What each of some tokens must be."""

_SEEN: Final = {"TAG": TAG, "DEP": DEP, "IS_SPACE": IS_SPACE, "LOWER": LOWER}
_SET: Final = {"TAG": TAG, "POS": POS, "MORPH": MORPH, "LEMMA": LEMMA, "DEP": DEP}
_OPENING: Final = -1

_Case: TypeAlias = tuple[int, int, int, int]
"""Tag, relation, whether it is white space, and what stands for the word."""


def can_remember(rules: list[dict[str, Any]]) -> bool:
    """Whether what the rules of a ruler say of a token hangs on nothing but what is remembered of it.

    Args:
        rules: the ruler's `patterns`.

    """
    patterns = [pattern for rule in rules for pattern in rule["patterns"]]
    return (
        {name for pattern in patterns for token in pattern for name in token} <= set(_SEEN)
        and {name for rule in rules for name in rule["attrs"]} <= set(_SET)
        and all(_is_case(pattern) or _find_opening(pattern) for pattern in patterns)
    )


def _is_case(pattern: Pattern) -> bool:
    """Whether it asks for one token, and that by words it names: unlike "gon na" and "^n[ou]thin'$"."""
    word = pattern[0].get("LOWER", "")
    return len(pattern) == 1 and (isinstance(word, str) or set(word) == {"IN"})


def _find_opening(pattern: Pattern) -> tuple[str, str] | None:
    """The name and value by which the first token of a pattern is known; None where it is not plain.

    A word is a regular expression: ("LOWER", "gon"), ("LOWER", "^y'?$"), ("DEP", "expl").
    """
    word, relation = pattern[0].get("LOWER"), pattern[0].get("DEP")
    if isinstance(word, str):
        return "LOWER", f"^{re.escape(word)}$"
    if isinstance(word, dict):
        return ("LOWER", word["REGEX"]) if set(word) == {"REGEX"} else None
    return ("DEP", relation) if isinstance(relation, str) else None


def _find_words(patterns: list[Pattern]) -> Iterator[str]:
    for pattern in patterns:
        word = pattern[0].get("LOWER", {"IN": []})
        yield from [word] if isinstance(word, str) else word["IN"]


def _find_runs(tokens: Collection[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbours: {3, 4, 9} → (3, 5), (9, 10)."""
    for i in sorted(tokens):
        if i - 1 not in tokens:
            start = i
        if i + 1 not in tokens:
            yield start, i + 1


class RememberingRuler(AttributeRuler):
    """An attribute ruler that matches each case once.

    A case is the tag, the relation and, where a pattern names it, the word of a token. Cases not met yet are matched,
    and places where a pattern that is no case may begin, such as "gon na".
    """

    def __init__(self, vocab: Any, name: str) -> None:
        super().__init__(vocab, name)
        self._words: dict[int, int] = {}
        """What stands for each word in a case: itself, 0 where no pattern names it, or `_OPENING`."""
        self._named: frozenset[str] = frozenset()
        self._openings: re.Pattern[str] = re.compile("$^")
        self._opening_relations: frozenset[int] = frozenset()
        self._longest = 1
        """Tokens of the longest pattern."""
        self._known: dict[_Case, list[int]] = {}

    def take_over(self, rules: list[dict[str, Any]]) -> None:
        """Take the patterns of a ruler, to which `can_remember` applies."""
        self.add_patterns(rules)
        flat = [pattern for rule in rules for pattern in rule["patterns"]]
        self._named = frozenset(_find_words([pattern for pattern in flat if _is_case(pattern)]))
        openings = [_find_opening(pattern) for pattern in flat if not _is_case(pattern)]
        words = [f"(?:{value})" for name, value in filter(None, openings) if name == "LOWER"]
        self._openings = re.compile("|".join(words) or "$^")
        relations = [value for name, value in filter(None, openings) if name == "DEP"]
        self._opening_relations = frozenset(self.vocab.strings.add(relation) for relation in relations)
        self._longest = max(map(len, flat), default=1)

    def __call__(self, doc: "Doc") -> "Doc":
        """Annotate a passage as the ruler itself would."""
        if not len(doc):
            return doc
        seen = doc.to_array(list(_SEEN.values())).tolist()
        for *_, word in seen:
            if word not in self._words:
                self._words[word] = self._find_standing(word)
        cases = [(tag, relation, space, self._words[word]) for tag, relation, space, word in seen]
        opened = self._find_opened(cases)
        anew = {i for i, case in enumerate(cases) if i in opened or case not in self._known}
        values = doc.to_array(list(_SET.values())).tolist()
        known = [old if i in anew else self._known[cases[i]] for i, old in enumerate(values)]
        doc.from_array(list(_SET.values()), np.array(known, dtype=np.uint64))  # type: ignore[arg-type]
        for start, end in _find_runs(anew):
            self.set_annotations(doc, self._match_run(doc, start, end))  # type: ignore[no-untyped-call]
        if anew - opened:
            values = doc.to_array(list(_SET.values())).tolist()
            self._known.update((cases[i], values[i]) for i in anew - opened)
        return doc

    def _find_opened(self, cases: list[_Case]) -> set[int]:
        """The tokens that a pattern which is no case may reach."""
        openings = [i for i, case in enumerate(cases) if case[3] == _OPENING or case[1] in self._opening_relations]
        return {i for opening in openings for i in range(opening, min(opening + self._longest, len(cases)))}

    def _match_run(self, doc: "Doc", start: int, end: int) -> list[tuple[int, int, int, int]]:
        """As the ruler's `match`, of some tokens alone."""
        found = self.matcher(doc[start:end], allow_missing=True, as_spans=False)
        return sorted((int(self.vocab.strings[key]), key, start + first, start + last) for key, first, last in found)

    def _find_standing(self, word: int) -> int:
        letters = self.vocab.strings[word]
        if self._openings.search(letters):
            return _OPENING
        return word if letters in self._named else 0


@Language.factory(REMEMBERING)
def _make_ruler(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name)
