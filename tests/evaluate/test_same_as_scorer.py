"""The figures are those of the shared scorer on the same files."""

import importlib.util
import io
import json
import os
import re
from contextlib import redirect_stdout
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.evaluate import Evaluation, evaluate, read_gold, read_predictions
from tests.docs.pages import ROOT
from tests.evaluate.factories import gold_values, predicted_values, write_lines

SHARED = Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared")).resolve()
SCRIPT = SHARED / "tools" / "score_events.py"
SETS = ("seeds", "news-dev", "stories-dev")

pytestmark = [
    pytest.mark.skipif(not SCRIPT.is_file(), reason=f"no scorer under {SHARED}; set DRAGOMAN_DATA to the shared sets"),
    # The scorer leaves its files to be closed by the interpreter.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

FIELDS = ("date", "status", "place", "speaker")
"""Those that the scorer compares too, in its order."""


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_events", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_scorer(scorer: ModuleType, gold: Path, predicted: Path) -> list[str]:
    """What the scorer prints, in words."""
    printed = io.StringIO()
    with patch("sys.argv", ["score_events.py", str(gold), str(predicted)]), redirect_stdout(printed):
        scorer.main()
    return re.findall(r"[\w+.]+", printed.getvalue().replace("place country", "place"))


def print_alike(evaluation: Evaluation) -> list[str]:
    """Our figures in the order and with the digits of the scorer."""
    words: list[str] = []
    for name, level in (("type", evaluation.by_type), ("type+dyad", evaluation.by_sides)):
        total = level.total
        shares = (total.precision.value or 0, total.recall.value or 0, total.f1)
        words.append(name)
        for word, share in zip(("precision", "recall", "F1"), shares, strict=True):
            words += [word, f"{share:.3f}"]
        words += ["right", str(total.right), "extra", str(total.extra), "missed", str(total.missed)]
    for root, counts in sorted(evaluation.by_sides.types.items()):
        words += [root, "right", str(counts.right), "missed", str(counts.missed), "extra", str(counts.extra)]
    words += ["of", "matched"]
    for name in FIELDS:
        field = evaluation.fields[name]
        words += [name, f"{field.value or 0:.3f}"]
        words += ["n", str(field.of)] if name in ("place", "speaker") else []
    return [*words, f"{evaluation.by_sides.total.f1:.3f}"]


def assert_same_figures(scorer: ModuleType, gold: Path, predicted: Path) -> None:
    documents = read_gold(gold)
    evaluation = evaluate(documents, read_predictions(predicted, {document.id for document in documents}))
    assert print_alike(evaluation) == run_scorer(scorer, gold, predicted)


def to_predicted(event: dict[str, Any], document_id: str) -> dict[str, Any]:
    """A gold event as if a coder had found it."""
    return predicted_values(
        event["type"],
        " ".join(party["code"] for party in event["actor"]),
        " ".join(party["code"] for party in event["recipient"]),
        document_id=document_id,
        reciprocal=event["reciprocal"],
        date={"start": event["date"].lstrip("~")} if event["date"] else None,
        status=event["status"],
        place={"country": event["place"][:3]} if event["place"] else None,
        attribution={"speaker": {"code": event["said_by"]}} if event["said_by"] else None,
    )


def spoil(event: dict[str, Any], random: Random) -> dict[str, Any]:
    """An event with one thing changed, as coders get it wrong."""
    changes: tuple[dict[str, Any], ...] = (
        {},
        {"event_type": random.choice(("ACCUSE", "CONSULT", "RETREAT", "ASSAULT"))},
        {"actors": event["recipients"], "recipients": event["actors"]},
        {"actors": event["actors"][:1]},
        {"recipients": []},
        {"status": "planned"},
        {"date": None, "place": None},
        {"reciprocal": not event["reciprocal"]},
        {"attribution": None},
    )
    return {**event, **random.choice(changes)}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", SETS)
def test_on_the_shared_sets_with_spoilt_predictions(scorer: ModuleType, name: str, seed: int, tmp_path: Path) -> None:
    gold = SHARED / "gold" / f"{name}.jsonl"
    random = Random(seed)  # noqa: S311 - any spoiling will do
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    found = [to_predicted(event, row["id"]) for row in rows for event in row["events"] for _ in range(2)]
    spoilt = [spoil(event, random) for event in found if random.random() < 0.8]
    assert_same_figures(scorer, gold, write_lines(tmp_path / "events.jsonl", *spoilt))


TYPES = st.sampled_from(["CONSULT", "RETREAT", "CONCEDE", "ASSAULT", "ACCUSE", "YIELD", "FIGHT"])
CODES = st.sampled_from(["KEN", "GHA", "TGO", "NSA:OTHER/TGO", "NSA:HAMAS/PSE", "IGO:OTHER"])
SIDES = st.lists(CODES, max_size=3).map(" ".join)
DAYS = st.sampled_from(["2024-05-01", "2024-05-02"])
STATUSES = st.sampled_from(["occurred", "planned", "claimed", "negated", "hypothetical"])

GOLD_EVENTS = st.builds(
    gold_values,
    TYPES,
    SIDES,
    SIDES,
    reciprocal=st.booleans(),
    date=st.none() | DAYS | DAYS.map("~".__add__),
    date_alt=st.none() | DAYS,
    status=STATUSES,
    place=st.none() | st.sampled_from(["KEN", "GHA Accra"]),
    said_by=st.none() | CODES,
    confidence=st.sampled_from(["high", "low"]),
)
PREDICTED_EVENTS = st.builds(
    predicted_values,
    TYPES,
    SIDES,
    SIDES,
    document_id=st.sampled_from(["d1", "d2"]),
    reciprocal=st.booleans(),
    date=st.none() | DAYS.map(lambda day: {"start": day}),
    status=STATUSES,
    place=st.none() | st.sampled_from([{"country": "KEN"}, {"country": None}]),
    attribution=st.none() | CODES.map(lambda code: {"speaker": {"code": code}}) | st.just({"speaker": None}),
)


@settings(deadline=None, max_examples=200)
@given(gold=st.lists(st.lists(GOLD_EVENTS, max_size=5), min_size=2, max_size=2), predicted=st.lists(PREDICTED_EVENTS))
def test_on_any_events(scorer: ModuleType, gold: list[list[Any]], predicted: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        rows = [{"id": f"d{number}", "events": events} for number, events in enumerate(gold, start=1)]
        assert_same_figures(
            scorer,
            write_lines(Path(folder) / "gold.jsonl", *rows),
            write_lines(Path(folder) / "events.jsonl", *predicted),
        )
