"""What the documentation has people type without showing an answer: commands exist, and a shell takes the words."""

import re
import shlex
import shutil
import subprocess

import pytest

from tests.cli.commands import list_commands
from tests.docs.pages import PAGES, find_blocks, read_page

COMMANDS = list_commands()
SHELL = [(page.name, block.body) for page in PAGES for block in find_blocks(page, "sh")]
_INDENTED = re.compile(r"^ {4}(?:\S+ +){0,5}dragoman .*$", re.MULTILINE)
_ENDS = {"|", "||", "&&", ";", ">", "<", "&"}


def read_words(line: str) -> list[str]:
    """The words of a line of a shell, operators apart."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    return list(lexer)


def find_calls(lines: str) -> list[tuple[str, ...]]:
    """What is given to the program in each line that calls it, under whatever user or in whatever container."""
    calls = []
    for line in lines.replace("\\\n", "").splitlines():
        words = read_words(line)
        if "dragoman" not in words or words[0] not in {"dragoman", "runuser", "docker", "*/5"}:
            continue
        # In "runuser -u dragoman -- dragoman …" and "docker run … dragoman …" the last is the program.
        given = words[len(words) - words[::-1].index("dragoman") :]
        ends = [i for i, word in enumerate(given) if word in _ENDS]
        calls.append(tuple(given[: min(ends, default=len(given))]))
    return calls


CALLS = sorted(
    {
        (page.name, call)
        for page in PAGES
        for lines in (*(block.body for block in find_blocks(page, "sh")), *_INDENTED.findall(read_page(page)))
        for call in find_calls(lines)
        if call and call[0] not in {".", "COMMAND"}  # "docker build --tag dragoman .", "dragoman COMMAND …"
    }
)


@pytest.mark.parametrize(("page", "call"), CALLS, ids=[f"{page}-{' '.join(call)}" for page, call in CALLS])
def test_commands_that_are_only_shown_can_be_given(page: str, call: tuple[str, ...]) -> None:
    size = 2 if " ".join(call[:2]) in COMMANDS else 1
    command = COMMANDS[" ".join(call[:size])]
    command.make_context(page, list(call[size:]))


def test_they_are_found() -> None:
    assert {page for page, _ in CALLS} >= {"bulk.md", "cli.md", "feeds.md", "operations.md", "record.md"}


@pytest.mark.parametrize(("page", "lines"), SHELL, ids=[f"{page}-{n}" for n, (page, _) in enumerate(SHELL)])
def test_a_shell_takes_what_is_shown(page: str, lines: str) -> None:
    shell = shutil.which("bash") or "sh"
    plain = re.sub(r"<[\w ]+>", "X", lines)  # "<this repository>" stands for what the reader knows
    done = subprocess.run([shell, "-n", "-c", plain], capture_output=True, text=True, check=False)
    assert not done.stderr, page
