"""Commands that ask a record, in a pipe and on terminals of several widths."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from dragoman.cli.clean import clean, clean_line
from dragoman.errors import InputError, RecordError
from dragoman.store import Action
from dragoman.tasks.reviewing import review_event
from tests.cli.conftest import Run
from tests.store.entries import make_body, make_entry, open_new, put_all
from tests.tasks.records import CLAIM, FIRST, INVITATION, OLD, SECOND, id_of, make_record

Ask = Callable[..., Result]


@pytest.fixture
def ask(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """The program in a folder with a record of the usual name, in a terminal of 80 columns without colours."""
    make_record(tmp_path / "dragoman.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    return run


def words(result: Result) -> str:
    """All words, whatever the lines they were wrapped to."""
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


QUESTIONS = [
    ("events",),
    ("events", "--dyad", "IRN", "TUR"),
    ("search", "thanked"),
    ("why", id_of(FIRST)),
    ("relation", "IRN", "TUR"),
    ("commitments",),
    ("commitments", "IRN", "TUR"),
    ("review", "list"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_answer_has_a_twin_of_one_json_object(ask: Ask, question: tuple[str, ...]) -> None:
    lines = ask(*question, "--json").stdout.splitlines()
    assert len(lines) == 1
    assert isinstance(json.loads(lines[0]), dict)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_answers_fit_the_terminal(
    ask: Ask, question: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    review_event(Path("dragoman.db"), id_of(FIRST), Action.SET, by="Ada", because="so", field="mode", value="null")
    monkeypatch.setenv("COLUMNS", str(width))
    result = ask(*question)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= width
    assert "\x1b" not in result.stdout


def test_the_record_is_an_option_a_variable_or_that_of_the_folder(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dragoman.db").rename(tmp_path / "mine.db")
    missing = ask("events")
    assert isinstance(missing.exception, RecordError)
    assert "--record FILE or DRAGOMAN_RECORD" in str(missing.exception)
    assert ask("events", "--record", "mine.db").exit_code == 0
    monkeypatch.setenv("DRAGOMAN_RECORD", "mine.db")
    assert ask("events").exit_code == 0
    assert isinstance(ask("events", "-r", "nowhere.db").exception, RecordError)
    assert "it is a folder" in str(ask("events", "-r", ".").exception)


def test_events_are_listed_with_their_words_and_publishers(ask: Ask) -> None:
    told = words(ask("events", "--type", "support", "--side", "Iran"))
    for part in ("2025-10-01", "SUPPORT", "IRN Iran → TUR Turkey", "“Iran thanked Turkey.”", "2 reports", "1 event"):
        assert part in told, part


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (("--mode", "visit"), []),
        (("--status", "claimed"), [CLAIM]),
        (("--quad-class", "verbal conflict"), [OLD]),
        (("--place", "Ankara"), [FIRST]),
        (("--publisher", "the lighthouse"), [FIRST]),
        (("--until", "2024-12-31"), [OLD]),
        (("--from", "2025-10-03", "--dyad", "TUR", "IRN"), [INVITATION, CLAIM]),
        (("--speaker", "Iran"), [INVITATION]),
        (("--as-of", "2025-10-02"), [OLD, FIRST]),
        (("--sector", "gov", "--dyad", "iran", "turkey", "--newest", "--limit", "1"), [CLAIM]),
        (("--context", "military"), []),
        (("--person", "Nobody"), []),
        (("--min-confidence", "0.95"), []),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_conditions_choose_events(ask: Ask, options: tuple[str, ...], shown: list[Any]) -> None:
    listing = json.loads(ask("events", *options, "--json").stdout)
    assert [event["event_id"] for event in listing["events"]] == [id_of(entry) for entry in shown]


def test_a_page_says_how_to_go_on(ask: Ask) -> None:
    assert words(ask("events", "--limit", "2")).endswith("events 1 to 2 of 5; go on with --offset 2")
    assert words(ask("events", "--offset", "4")).endswith("events 5 to 5 of 5")
    assert words(ask("events", "--offset", "9")).endswith("5 events, none from 10 on")
    assert words(ask("events", "--mode", "visit")) == "no events"


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", "2025", "20251002", "2025-W40-4"])
def test_a_day_that_is_none_is_refused(ask: Ask, day: str) -> None:
    result = ask("events", "--from", day)
    assert result.exit_code == 2
    assert f"'{day}' is no day; write it as 2025-10-02" in " ".join(result.stderr.replace("│", " ").split())


def test_a_search_shows_documents_and_events(ask: Ask) -> None:
    told = words(ask("search", "thanked", "Turkey"))
    assert "b 2025-10-09 The Lighthouse" in told
    assert "SUPPORT" in told
    assert words(ask("search", "unicorn")).endswith("no documents Events " + "─" * 73 + " no events")


def test_why_tells_fields_reports_and_joints(ask: Ask) -> None:
    told = words(ask("why", id_of(SECOND)[:10]))
    for part in ("place Ankara", "places:sentence 0.80", "Reports: 2", "The Lighthouse", "was joined to", "points"):
        assert part in told, part


def test_a_relation_is_told_in_chapters(ask: Ask) -> None:
    told = words(ask("relation", "IRN", "TUR"))
    for part in (
        "Iran (IRN) and Turkey (TUR)", "Events by month", "2025-10", "ASSAULT 1 (claimed)", "Balance", "PLOVER",
        "Goldstein Goldstein Goldstein", "Open on", "invitation to CONSULT visit", "What changed", "before:",
    ):  # fmt: skip
        assert part in told, part


def test_a_relation_without_events_says_so(ask: Ask) -> None:
    told = words(ask("relation", "NOR", "FIN"))
    assert "no events" in told
    assert "no commitments" in told
    assert "What changed" not in told


@pytest.mark.parametrize(
    "question",
    [
        ("search", "a\udcff"),
        ("events", "--place", "a\udcff"),
        ("review", id_of(CLAIM), "confirm", "--by", "\udcff", "--because", "so"),
    ],
    ids=["words", "place", "name"],
)
def test_words_that_are_not_utf8_are_refused(ask: Ask, question: tuple[str, ...]) -> None:
    fault = ask(*question).exception
    assert isinstance(fault, InputError)
    str(fault).encode()
    assert json.loads(ask("review", "list", "--json").stdout)["reviews"] == []


def test_one_side_alone_is_not_enough_for_commitments(ask: Ask) -> None:
    assert "one side is missing" in str(ask("commitments", "IRN").exception)
    assert "no state or organisation" in str(ask("commitments", "", "").exception)


@pytest.mark.parametrize("order", [("confirm", id_of(CLAIM)), (id_of(CLAIM), "confirm")])
def test_the_event_may_come_before_or_after_what_is_said_of_it(ask: Ask, order: tuple[str, str]) -> None:
    result = ask("review", *order, "--by", "Ada", "--because", "read it")
    assert "confirmed" in words(result)
    assert "review 1; take it back: dragoman review undo 1" in result.stderr


def test_reviews_are_shown_wherever_the_event_is(ask: Ask) -> None:
    said = ("--by", "Ada", "--because", "it was Tuesday")
    assert ask("review", id_of(CLAIM), "set", "date", "2025-09-30", *said).exit_code == 0
    assert "date set by review" in words(ask("events", "--status", "claimed"))
    assert "date set by review" in words(ask("relation", "IRN", "TUR"))
    why = words(ask("why", id_of(CLAIM)))
    assert "review 1: it was Tuesday" in why
    assert "1 set date = 2025-09-30 Ada" in why
    assert ask("review", "undo", "1", *said).exit_code == 0
    assert "(undone)" in words(ask("review", "list"))
    assert "set by review" not in words(ask("events"))


def test_a_review_without_a_verb_says_which_there_are(ask: Ask) -> None:
    result = ask("review", "ev_1f3a")
    assert result.exit_code == 2
    assert "What of ev_1f3a?" in result.stderr


def test_gold_is_exported_and_read_by_evaluate(ask: Ask, tmp_path: Path) -> None:
    ask("review", id_of(CLAIM), "confirm", "--by", "Ada", "--because", "read it")
    exported = ask("review", "export", "--output", "gold.jsonl")
    assert exported.stderr == "1 document, 1 event in gold.jsonl; 1 of them reviewed\n"
    assert ask("review", "export", "--output", "-").stdout == (tmp_path / "gold.jsonl").read_text(encoding="utf-8")
    assert not (tmp_path / "-").exists()
    assert ask("evaluate", "gold.jsonl", "gold.jsonl", "--json").exit_code == 0


HOSTILE = "Po\x1b[31mst\x07 [red]\u202etxt\u2066\x9b[/red]\x00 \\"


def test_hostile_words_reach_the_terminal_as_signs(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    entry = make_entry(
        "do\x1b]0;x\x07c", publisher=HOSTILE, explanation=[
            {"field": HOSTILE, "rule": HOSTILE, "score": 0.5, "start": None, "end": None, "reason": HOSTILE}
        ],
    )  # fmt: skip
    with open_new(tmp_path / "dragoman.db") as record:
        put_all(record, entry)
    review_event(Path("dragoman.db"), id_of(entry), Action.CONFIRM, by=HOSTILE, because=HOSTILE)
    for question in (("events",), ("search", "thanked"), ("why", id_of(entry)), ("relation", "IRN", "TUR")):
        shown = run(*question)
        assert shown.exit_code == 0, shown.exception
        assert not set("\x00\x07\x1b\x9b\u202e\u2066") & set(shown.stdout), question
    assert "[red]" in run("events").stdout


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\x1b[2Jb", "a␛[2Jb"),
        ("line\nnext\tcell", "line\nnext\tcell"),
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("\x7f\x85", "␡\ufffd"),
        ("Güler آقا 北京 👋🏽", "Güler آقا 北京 👋🏽"),
    ],
)
def test_controls_become_visible_and_lengths_stay(given: str, shown: str) -> None:
    assert clean(given) == shown
    assert len(clean(given)) == len(given)


def test_a_line_stays_one_line() -> None:
    assert clean_line(" a\r\n b\u2028c ") == "a b c"


def test_a_table_is_no_import_of_events(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("event_id\n")
    result = ask("record", "import", "dragoman.db", "events.csv")
    assert isinstance(result.exception, InputError)
    assert str(result.exception) == "events.csv: .csv is not read here. Give JSON Lines: dragoman code -o FILE.jsonl"


def test_a_line_that_is_no_event_is_told_and_the_command_says_so(ask: Ask, tmp_path: Path) -> None:
    good = json.dumps(make_body("z"))
    (tmp_path / "events.jsonl").write_text(f'{good}\n{{"event_id": "ev_1"}}\n')
    result = ask("record", "import", "dragoman.db", "events.jsonl")
    assert result.exit_code == 3
    assert "rejected events.jsonl:2: its document_id is missing. Give what `dragoman code` wrote" in result.output
    assert "1 document (1 added); 1 rejected" in result.output
    assert ask("record", "check", "dragoman.db").exit_code == 0
