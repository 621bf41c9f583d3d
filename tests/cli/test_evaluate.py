"""`dragoman evaluate`."""

import json
from pathlib import Path

import pytest

from dragoman.errors import InputError
from tests.cli.conftest import Run
from tests.evaluate.factories import gold_row, gold_values, predicted_values, write_lines


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    events = gold_values("CONSULT", evidence="Kenya met Ghana"), gold_values("AID", evidence="sent grain")
    return write_lines(tmp_path / "gold.jsonl", gold_row(*events), {"id": "d2", "events": []})


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    found = predicted_values("CONSULT"), predicted_values("ACCUSE", confidence=0.4, document_id="d2")
    return write_lines(tmp_path / "events.jsonl", *found)


def test_the_tables_are_printed(run: Run, gold: Path, predicted: Path) -> None:
    lines = [line.split() for line in run("evaluate", gold, predicted).stdout.splitlines()]
    assert ["type+dyad", "2", "2", "0.500", "0.500", "0.500"] in lines
    assert ["date", "1", "1", "1.000"] in lines
    assert ["AID", "1", "0", "–", "0.000", "0.000"] in lines
    assert ["AID", "nothing", "1"] in lines
    assert ["nothing", "ACCUSE", "1"] in lines
    assert ["0.45", "2", "1", "1.000", "0.500", "0.667"] in lines


def test_machines_get_one_object(run: Run, gold: Path, predicted: Path) -> None:
    told = json.loads(run("evaluate", gold, predicted, "--json").stdout)
    assert told["type+dyad"]["f1"] == 0.5
    assert [point["min_confidence"] for point in told["sweep"]] == [0.0, 0.45]


def test_unsure_predictions_are_left_out(run: Run, gold: Path, predicted: Path) -> None:
    told = json.loads(run("evaluate", gold, predicted, "--json", "--min-confidence", "0.5").stdout)
    assert told["type+dyad"]["precision"] == 1


def test_the_page_shows_texts_found_elsewhere(run: Run, gold: Path, predicted: Path, tmp_path: Path) -> None:
    page = tmp_path / "errors.html"
    texts = write_lines(tmp_path / "texts.jsonl", {"id": "d1", "published": "2024-05-16", "text": "Togo sent grain."})
    result = run("evaluate", gold, predicted, "--html", page, "--texts", texts)
    assert result.exit_code == 0
    assert 'Togo <a href="#d0-1"' in page.read_text(encoding="utf-8")
    assert '<mark class="missed">sent grain</mark>.' in page.read_text(encoding="utf-8")
    assert "<h1>events.jsonl against gold.jsonl</h1>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["nowhere.jsonl", "events.jsonl"], "nowhere.jsonl: no such file. Check the spelling of the path."),
        (["gold.jsonl", "nowhere.jsonl"], "nowhere.jsonl: no such file."),
        (["events.jsonl", "gold.jsonl"], 'events.jsonl:1: it has no "id".'),
        (["gold.jsonl", "events.jsonl", "--html", "no/page.html"], "no/page.html: it cannot be written ("),
        (["gold.jsonl", "events.jsonl", "--html", "./gold.jsonl"], "gold.jsonl: it is both read and written."),
        (
            ["gold.jsonl", "events.jsonl", "--html", "other.jsonl", "--texts", "./other.jsonl"],
            "other.jsonl: it is both read and written.",
        ),
        (["gold.jsonl", "events.csv"], "events.csv: .csv is not read here. Write JSON Lines: dragoman code -o FILE.js"),
        (["gold.jsonl", "events.jsonl", "--texts", "no"], "no: no such file or folder."),
        (["gold.jsonl", "events.jsonl", "--texts", "other.jsonl"], "other.jsonl: none of its documents has an id"),
    ],
)
def test_faults_are_named(
    run: Run, gold: Path, predicted: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], fault: str
) -> None:
    monkeypatch.chdir(gold.parent)
    write_lines(Path("other.jsonl"), {"id": "d9", "published": "2024-05-16", "text": "Togo sent grain."})
    error = run("evaluate", *arguments).exception
    assert isinstance(error, InputError)
    assert str(error).startswith(fault)
