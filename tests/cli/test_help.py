"""What the program says of itself."""

import subprocess
import sys

import pytest
import typer

from dragoman.cli import app
from dragoman.version import __version__
from tests.cli.conftest import Run

COMMANDS = ["actors", "classify", "code", "evaluate", "gazetteer", "places", "show", "steps", "timex"]


def test_every_command_is_listed(run: Run) -> None:
    group = typer.main.get_command(app)
    assert sorted(group.commands) == COMMANDS  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_every_option_is_explained(run: Run, command: str) -> None:
    shown = run(command, "--help").stdout
    assert f"Example: dragoman {command}" in shown
    parameters = typer.main.get_command(app).commands[command].params  # type: ignore[attr-defined]
    assert all(parameter.help for parameter in parameters)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"dragoman {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    listing = "import dragoman.cli, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "numpy", "onnxruntime", "pyarrow", "trafilatura"} & set(loaded)
