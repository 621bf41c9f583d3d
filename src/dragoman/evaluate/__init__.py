"""Evaluation: predicted events against gold that a person coded, and what to look at where they differ.

`read_gold` and `read_predictions` read the two files, `evaluate` compares them, `evaluation_to_json` tells the figures
to machines, and `compose_page` shows the errors to people.
"""

from dragoman.evaluate.confusion import NOTHING, Confusion
from dragoman.evaluate.evaluation import DocumentResult, Evaluation, Level, SweepPoint, evaluate
from dragoman.evaluate.figures import Counts, Share
from dragoman.evaluate.findings import Finding, Kind
from dragoman.evaluate.gold import GoldDocument, read_gold
from dragoman.evaluate.page import compose_page
from dragoman.evaluate.predictions import read_predictions
from dragoman.evaluate.scored import Quote, ScoredEvent
from dragoman.evaluate.summary import evaluation_to_json

__all__ = [
    "NOTHING",
    "Confusion",
    "Counts",
    "DocumentResult",
    "Evaluation",
    "Finding",
    "GoldDocument",
    "Kind",
    "Level",
    "Quote",
    "ScoredEvent",
    "Share",
    "SweepPoint",
    "compose_page",
    "evaluate",
    "evaluation_to_json",
    "read_gold",
    "read_predictions",
]
