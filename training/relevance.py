"""Fit the weights of the words by which documents are set aside, and write `src/dragoman/relevance/data/words.csv`.

    DRAGOMAN_DATA=../shared python training/relevance.py

Logistic regression over the words and pairs of words of the items of `data/news/feeds-2022.jsonl` (title and lead, all
subjects), half of them, told by the parity of the CRC-32 of their ids; the other half is for measuring
(`benchmarks/gate.py`). What is learnt is whether the tagger finds a word that states an event in the item. The border
is set by five-fold cross-validation: of items in which the tagger is sure of an event, one in two hundred is lost.

Needs scikit-learn beside the package. Ten minutes on one core, the tagger's reading included; the same every time.
"""

import csv
import json
import os
from datetime import date
from pathlib import Path

import numpy as np
from labelled import is_for_gate
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from dragoman.events import rate_triggers
from dragoman.model.text import Document
from dragoman.relevance import words
from dragoman.sentences import find_spans

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
TARGET = Path(words.__file__).parent / "data" / "words.csv"
FOUND = 0.3
"""From where on an item counts as one with an event."""
SURE = 0.7
LOST = 0.005
"""Share of the items with a sure event that the border may lose."""
RARE = 3
"""Features in fewer items are left out."""
STRENGTH = 0.1
"""Inverse of the L2 penalty; 0.03 to 0.3 are as good."""
LEAST = 0.03
"""Weights smaller than this are dropped: a third of the features, and no change in what passes."""
FOLDS = 5


def read_items() -> list[Document]:
    """The half that is fitted on."""
    rows = map(json.loads, (SHARED / "data/news/feeds-2022.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Document(id=row["id"], published=date.fromisoformat(row["published"]), title=row["title"], text=row["text"])
        for row in rows
        if is_for_gate(row["id"])
    ]


def main() -> None:
    """Fit, set the border, write."""
    items = read_items()
    surest = np.array([max(rate_triggers(item, find_spans(item)), default=0.0) for item in items])
    vectorizer = CountVectorizer(analyzer=words.read_features, min_df=RARE, binary=True)
    table = vectorizer.fit_transform([f"{item.title} . {item.text}" for item in items])
    wanted = surest >= FOUND
    scores = np.zeros(len(items))
    fold = np.arange(len(items)) % FOLDS
    for number in range(FOLDS):
        model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(table[fold != number], wanted[fold != number])
        scores[fold == number] = model.decision_function(table[fold == number])
    border = float(np.quantile(scores[surest >= SURE], LOST))
    print(f"{len(items)} items, {wanted.mean():.3f} with an event; {np.mean(scores > border):.3f} pass the border")
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(table, wanted)
    weights = {
        str(name): float(weight)
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= LEAST
    }
    write(weights, float(model.intercept_[0]) - border)


def write(weights: dict[str, float], bias: float) -> None:
    """The table, in order of name."""
    with TARGET.open("w", encoding="utf-8", newline="") as stream:
        stream.write("% Made by training/relevance.py: weights of words and of pairs of neighbours.\n")
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([words.BIAS, f"{bias:.2f}"])
        writer.writerows((name, f"{weight:.2f}") for name, weight in sorted(weights.items()))
    print(f"{len(weights)} weights, {TARGET.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
