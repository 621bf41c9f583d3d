"""The transcripts of the documentation: commands with what they print, run again in a folder of their own.

A `console` block holds lines that begin "$ " and, below each, its output. The blocks of a page run one after the other
in one folder, which holds the examples. A block marked "loose" shows many events: three of four lines must be the same,
numbers apart, so that one changed event does not spoil the page.

`python -m tests.docs.refresh` writes what is printed now.
"""

import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import DragomanError
from tests.docs.pages import ROOT, Block

WIDTH = "100"
"""Columns of the terminal that the transcripts show."""

LOOSE = 0.75
"""Share of the lines that must be the same in a loose block."""

_VARYING = (
    (re.compile(r"\b\d(?:\.\d+)?e-\d+\b"), "0.00"),
    (re.compile(r"\b[01]\.\d+\b"), "0.00"),
    (re.compile(r"ev_[0-9a-f]{16}"), "ev_0"),
    (re.compile(r"sha256:[0-9a-f]+…?"), "sha256:0"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One command and the output that follows it."""

    command: str
    output: str


def read_steps(block: Block) -> list[Step]:
    """The commands of a block."""
    parts = re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]
    steps = []
    for part in parts:
        command, _, output = part.replace("\\\n", "").partition("\n")
        steps.append(Step(command, output))
    return steps


def make_folder(folder: Path) -> Path:
    """A folder with the examples in it."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def run_command(command: str) -> str:
    """What a command prints, standard error included: a pipeline, whose `dragoman` runs in this process."""
    given = ""
    for part in command.split(" | "):
        words = shlex.split(part)
        if words[0] == "dragoman":
            given = run_dragoman(words[1:], given)
        else:
            words[0] = sys.executable if words[0] == "python" else words[0]
            done = subprocess.run(words, input=given, capture_output=True, text=True, check=False)
            given = done.stdout + done.stderr
    return given


def run_dragoman(arguments: list[str], given: str) -> str:
    """What the program prints, as a terminal shows it."""
    result = CliRunner().invoke(app, arguments, input=given)
    if isinstance(result.exception, DragomanError):
        return f"{result.output}error: {result.exception}\n"
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def normalise(output: str) -> list[str]:
    """The lines of an output without trailing blanks, scores, ids and hashes."""
    for pattern, stand_in in _VARYING:
        output = pattern.sub(stand_in, output)
    return "\n".join(line.rstrip() for line in output.splitlines()).strip("\n").split("\n")


def likeness(shown: str, printed: str) -> float:
    """How much of two outputs is the same, line by line and numbers apart: 1 where all is."""
    one, other = ([re.sub(r"\d+", "0", line) for line in normalise(output)] for output in (shown, printed))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
