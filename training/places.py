"""Fit the weights of the places stage and write them to `src/dragoman/places/data/weights.toml`.

    DRAGOMAN_DATA=../shared python training/places.py

Reads every other document of `data/places/lgl.jsonl` and `geowebnews.jsonl` (toponyms with coordinates), counted from
the first; the others are for measuring. Two fits, one after the other, since the second reads what the first finds:

- find: logistic regression over the features of candidates (`places/features.py`);
- resolve: conditional logit over the readings of a name (`places/resolve.py`), the context parts computed anew each
  round.

Where events happened is fitted by `event_places.py`, which reads what both find.

Plain NumPy, no random numbers: the same input gives the same weights. About five minutes on one core.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.gazetteer.places import PlaceEntry
from dragoman.model.coding import Coding
from dragoman.model.text import Document, Span
from dragoman.places import weights as weights_module
from dragoman.places.features import find_features, read_surroundings
from dragoman.places.find import compose_names, score_candidate
from dragoman.places.gather import gather_candidates
from dragoman.places.nest import find_nesting
from dragoman.places.resolve import PARTS, ReadingTable
from dragoman.places.weights import Weights, load_weights
from dragoman.sentences import SentencesStep

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
TARGET = Path(weights_module.__file__).parent / "data" / "weights.toml"
SETS = {"lgl.jsonl": 1.0, "geowebnews.jsonl": 5.0}
"""The sets, and how much a mention of theirs counts in the fit of `resolve`: the one is local news, mostly of the
United States, where a namesake is often the small town nearby; the other is of the whole world, as is what dragoman
reads."""
RARE_FIND = 8
"""Features seen less often than this are left out."""
START = {
    "prominence": 1.0,
    "known": 1.0,
    "capital": 1.0,
    "is country": 2.0,
    "is admin1": 0.5,
    "other spelling": -2.0,
    "is the place named with another": 1.0,
    "country of other places": 4.0,
    "division of other places": 6.0,
    "near other places": 6.0,
    "largest": 1.0,
}
"""Where the fit of `resolve` starts, and what it is drawn to."""
BY_HAND = {
    "called a division": 3.0,
    "home": 0.5,
    "inside the place named with it": 1.0,
    "not inside the place named with it": -1.0,
}
"""Weights that are not fitted: these documents name no publisher and call hardly anything a
province, and the place named with another is that of its division, too, whose part takes the weight."""

STEP = SentencesStep()
Gold = dict[str, Any]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_half(name: str) -> list[tuple[Coding, list[Gold]]]:
    """Every other document of a set of toponyms, parsed."""
    found = []
    for row in read_lines(SHARED / "data" / "places" / name)[::2]:
        document = Document(id=str(row["doc"]), text=row["text"], published=date(2015, 1, 1))
        found.append((STEP(Coding(document=document)), row["toponyms"]))
    return found


def overlaps(span: Span, gold: Gold) -> bool:
    """Whether a span and a gold toponym share a character."""
    return bool(span.start < gold["end"] and gold["start"] < span.end)


def is_right(entry: PlaceEntry, gold: Gold) -> bool:
    """The scorer's rule: the same GeoNames id, or within 161 km."""
    if gold.get("geonameid") and str(entry.geonames_id) == str(gold["geonameid"]):
        return True
    a, b, c, d = np.radians([entry.latitude, entry.longitude, gold["lat"], gold["lon"]])
    half = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return bool(2 * 6371.0088 * np.arcsin(min(1.0, np.sqrt(half))) <= 161)


def gather(coding: Coding) -> tuple[Any, ...]:
    """Candidates, surroundings and nesting of a document."""
    candidates = gather_candidates(coding.document, coding.sentences, coding.dateline)
    around = read_surroundings(coding.sentences, candidates)
    nesting = find_nesting(coding.document, candidates)
    around.within = {i: larger for i, (larger, _) in nesting.items()}
    around.around = {outer for _, outer in nesting.values() if outer is not None}
    return candidates, around, nesting


def fit_find(documents: Sequence[tuple[Coding, list[Gold]]]) -> dict[str, float]:
    """Newton's method on the regularised likelihood."""
    rows: list[tuple[dict[str, float], float]] = []
    for coding, gold in documents:
        candidates, around, _ = gather(coding)
        for i, candidate in enumerate(candidates):
            if candidate.sentence >= 0:
                label = any(overlaps(candidate.span, g) for g in gold)
                rows.append((find_features(candidate, i, around), float(label)))
    names = frequent((features for features, _ in rows), RARE_FIND)
    matrix = to_matrix([features for features, _ in rows], names)
    labels = np.array([label for _, label in rows])
    found = np.zeros(len(names))
    for _ in range(60):
        likely = 1 / (1 + np.exp(-matrix @ found))
        slope = matrix.T @ (likely - labels) + found
        bend = (matrix * (likely * (1 - likely))[:, None]).T @ matrix + np.eye(len(names))
        change = np.linalg.solve(bend, slope)
        found -= change
        if abs(change).max() < 1e-6:
            break
    return dict(zip(names, found.tolist(), strict=True))


def frequent(rows: Iterator[Mapping[str, float]], least: int) -> list[str]:
    """Names of the features that hold at least `least` times."""
    counts = Counter(name for row in rows for name in row)
    return sorted(name for name, count in counts.items() if count >= least)


def to_matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Any:
    """Rows of features as a dense matrix."""
    columns = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in columns:
                matrix[i, columns[name]] = value
    return matrix


def read_tables(documents: Sequence[tuple[Coding, list[Gold]]], weight: float) -> list[tuple[ReadingTable, Any, Any]]:
    """For each document its readings, which of them are right, and how much each name counts: `weight` a mention."""
    tables = []
    for coding, gold in documents:
        candidates, around, nesting = gather(coding)
        scores = [score_candidate(c, i, around) for i, c in enumerate(candidates)]
        names, owner = compose_names(candidates, scores, nesting)
        meant: list[list[Gold]] = [[] for _ in names]
        for candidate, name in zip(candidates, owner, strict=True):
            if name is not None:
                meant[name] += [g for g in gold if overlaps(candidate.span, g) and g["lat"] is not None][:1]
        table = ReadingTable(names)
        pairs = zip(table.owner.tolist(), table.entries, strict=True)
        right = np.array([2 * sum(is_right(e, g) for g in meant[o]) > len(meant[o]) for o, e in pairs], dtype=bool)
        known = np.zeros(len(names))
        np.maximum.at(known, table.owner, right.astype(float))
        if len(right):
            tables.append((table, right, known * [weight * min(len(golds), 3) for golds in meant]))
    return tables


def fit_resolve(sets: Mapping[str, Sequence[tuple[Coding, list[Gold]]]]) -> dict[str, float]:
    """Gradient ascent in rounds; the context parts are those of the weights so far."""
    tables = [table for name, documents in sets.items() for table in read_tables(documents, SETS[name])]
    total = sum(counts.sum() for *_, counts in tables)
    start = np.array([START.get(part, 0.0) for part in PARTS])
    fitted = np.array([part not in BY_HAND for part in PARTS])
    found, square, pace = start.copy(), np.zeros(len(PARTS)), np.zeros(len(PARTS))
    for _ in range(8):
        columns = [table.weigh(found) for table, *_ in tables]
        for _ in range(80):
            slope = -0.0002 * (found - start)
            for matrix, (table, right, counts) in zip(columns, tables, strict=True):
                likely = table.likelihoods(matrix @ found)
                sums = np.zeros(len(counts))
                np.add.at(sums, table.owner, likely * right)
                target = likely * right / np.maximum(sums[table.owner], 1e-12)
                slope += matrix.T @ ((target - likely) * counts[table.owner]) / total
            square, pace = 0.9 * square + 0.1 * slope**2, 0.8 * pace + 0.2 * slope
            found = found + fitted * 0.1 * pace / np.sqrt(square + 1e-9)
    return {**dict(zip(PARTS, found.tolist(), strict=True)), **BY_HAND}


def export(weights: Weights) -> None:
    """Write the tables and let the next fit read them."""
    lines = ["# Weights of the stage's decisions about names, fitted by training/places.py; do not edit by hand."]
    for name in ("find", "resolve"):
        lines += ["", f"[{name}]"]
        table = getattr(weights, name)
        lines += [f'"{key}" = {table[key]:.3f}' for key in sorted(table) if abs(table[key]) >= 0.005]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    load_weights.cache_clear()


def main() -> None:
    """Fit the two tables and write them after each fit."""
    sets = {name: read_half(name) for name in SETS}
    weights = Weights(fit_find([pair for documents in sets.values() for pair in documents]), {})
    export(weights)
    export(Weights(weights.find, fit_resolve(sets)))
    print({name: len(getattr(load_weights(), name)) for name in ("find", "resolve")})


if __name__ == "__main__":
    main()
