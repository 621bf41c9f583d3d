"""What the documentation shows is what happens: transcripts, the README's event, Python examples."""

import doctest
import json
from pathlib import Path

import pytest

import dragoman
from tests.docs.events import forget_scores
from tests.docs.pages import PAGES, README, ROOT, find_blocks, read_page
from tests.docs.transcripts import LOOSE, likeness, normalise, read_steps, run_command

WITH_TRANSCRIPTS = [page for page in PAGES if find_blocks(page, "console")]
WITH_PYTHON = [page for page in PAGES if ">>> " in read_page(page)]


@pytest.mark.parametrize("page", WITH_TRANSCRIPTS, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path, workplace: Path) -> None:
    for block in find_blocks(page, "console"):
        for step in read_steps(block):
            printed = run_command(step.command)
            if block.note == "loose":
                assert likeness(step.output, printed) >= LOOSE, f"$ {step.command}\n{printed}"
            else:
                assert normalise(step.output) == normalise(printed), f"$ {step.command}"


def find_first_coding() -> str:
    """The README's first command that codes a report into a file."""
    return next(s.command for b in find_blocks(README, "console") for s in read_steps(b) if "--output" in s.command)


def test_the_readmes_event_is_the_first_that_its_command_writes(workplace: Path) -> None:
    (shown,) = find_blocks(README, "json")
    command = find_first_coding()
    run_command(command)
    written = Path(command.split()[-1]).read_text(encoding="utf-8").splitlines()[0]
    assert forget_scores(json.loads(shown.body)) == forget_scores(json.loads(written))


def test_the_readme_quotes_the_report_that_its_command_codes() -> None:
    quoted = " ".join(line[2:] for line in read_page(README).splitlines() if line.startswith("> "))
    command = find_first_coding()
    assert quoted.split() == (ROOT / command.split()[2]).read_text(encoding="utf-8").split()


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.name)
def test_python_examples_give_what_the_page_shows(page: Path, workplace: Path) -> None:
    examples = doctest.DocTestParser().get_doctest(
        read_page(page).replace("```", ""), {"dragoman": dragoman}, page.name, str(page), 0
    )
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    told: list[str] = []
    assert runner.run(examples, out=told.append).failed == 0, "".join(told)


def test_the_pages_meant_to_be_run_are_run() -> None:
    assert {page.name for page in WITH_TRANSCRIPTS} >= {"README.md", "tutorial.md", "cli.md"}
    assert {page.name for page in WITH_PYTHON} >= {"README.md", "library.md"}
