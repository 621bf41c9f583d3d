"""The sentence in which a quotation stands: "They agreed to" alone tells nobody what."""

import re
import sqlite3
from collections.abc import Iterable, Iterator

from dragoman.commitments import Commitment
from dragoman.export import JsonObject
from dragoman.store import load_surroundings

_LONGEST = 240
"""Characters of a sentence on either side of a quotation."""

_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s)|\n\s*\n")


def tell_commitments(connection: sqlite3.Connection, commitments: Iterable[Commitment]) -> Iterator[JsonObject]:
    """Commitments as they are written out, each with the words of its sentence `around` its quotation.

    `around` has what stands `before` and `after`; it is None where the record has not the document's text.
    """
    told = list(commitments)
    found = load_surroundings(connection, [commitment.commitment_id for commitment in told])
    for commitment in told:
        before, quote, after = found.get(commitment.commitment_id, ("", "", ""))
        is_there = bool(quote) and quote == commitment.quote
        around = {"before": cut_before(before), "after": cut_after(after, quote)} if is_there else None
        yield {**commitment.to_json(), "around": around}


def cut_before(words: str) -> str:
    """The end of words that belongs to the sentence that goes on after them."""
    ends = [found.end() for found in _END.finditer(words)]
    sentence = words[ends[-1] :].lstrip() if ends else words
    return sentence if len(sentence) <= _LONGEST else f"…{sentence[len(sentence) - _LONGEST :]}"


def cut_after(words: str, quote: str) -> str:
    """The beginning of words that belongs to the sentence that a quotation before them left open."""
    if quote.rstrip(" \"'”’)]").endswith((".", "!", "?")):
        return ""
    end = _END.search(f"{words} ")
    sentence = words[: end.end()].rstrip() if end else words
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST]}…"
