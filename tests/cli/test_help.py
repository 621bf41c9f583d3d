"""What the program says of itself."""

import subprocess
import sys

import pytest

from dragoman.version import __version__
from tests.cli.commands import list_commands, list_groups
from tests.cli.conftest import Run

TOP = (
    "actors classify code commitments evaluate events gazetteer places record relation review search show "
    "steps timex why"
).split()
GROUPS = {
    "record": "add backup check import init vacuum".split(),
    "review": "confirm export join list reject set split undo".split(),
}
COMMANDS = list_commands()


def test_every_command_is_listed() -> None:
    # Others may be added; these are promised.
    assert set(TOP) - set(GROUPS) <= {name for name in COMMANDS if " " not in name}
    for group, commands in GROUPS.items():
        assert set(commands) <= {name.removeprefix(f"{group} ") for name in COMMANDS if name.startswith(f"{group} ")}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_an_example_and_every_option_is_explained(run: Run, command: str) -> None:
    shown = run(*command.split(), "--help").stdout
    # Reviews are shown as they are best written: the event first.
    assert f"Example: dragoman {command.split()[0]}" in shown
    assert command.split()[-1] in shown.partition("Example:")[2]
    assert all(parameter.help for parameter in COMMANDS[command].params)


@pytest.mark.parametrize("group", sorted(list_groups()))
def test_a_group_lists_its_commands(run: Run, group: str) -> None:
    shown = run(group, "--help").stdout
    assert all(name.split()[1] in shown for name in COMMANDS if name.startswith(f"{group} "))


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"dragoman {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    listing = "import dragoman.cli, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "numpy", "onnxruntime", "pyarrow", "trafilatura"} & set(loaded)
