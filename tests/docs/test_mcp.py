"""The examples of docs/mcp.md are what the tools answer, and its table is whole."""

import json
import re
from pathlib import Path

import pytest

from dragoman.mcp_server.answering import call
from dragoman.mcp_server.tools import TOOLS
from tests.docs.pages import ROOT, Block, find_blocks, read_page
from tests.docs.transcripts import LOOSE, normalise, run_command
from tests.mcp_server.conftest import text_of

PAGE = ROOT / "docs" / "mcp.md"
TOOLS_BY_NAME = {tool.name: tool for tool in TOOLS}


def ask(block: Block) -> tuple[list[str], list[str]]:
    """The lines that a block shows, and those of the answer."""
    asked, _, shown = block.body.partition("\n")
    name, _, arguments = asked.partition(" ")
    answer = call(TOOLS_BY_NAME[name], Path("dragoman.db"), json.loads(arguments))
    return [line for line in _compare(shown) if line != "…"], _compare(text_of(answer))


def _compare(text: str) -> list[str]:
    """Its lines without what changes with the coder: numbers, as in loose transcripts."""
    return [re.sub(r"[\d,]*\d", "0", line) for line in normalise(text)]


def test_the_examples_are_what_the_tools_answer(workplace: Path) -> None:
    run_command("dragoman record init dragoman.db")
    run_command("dragoman record add dragoman.db examples/dispatches")
    for block in find_blocks(PAGE, "mcp"):
        shown, told = ask(block)
        found = [line for line in shown if line in told]
        assert len(found) >= LOOSE * len(shown), (block.body, told)


def test_every_tool_has_an_example() -> None:
    assert {block.body.split()[0] for block in find_blocks(PAGE, "mcp")} == set(TOOLS_BY_NAME)


@pytest.mark.parametrize("name", sorted(TOOLS_BY_NAME))
def test_every_argument_of_a_tool_stands_in_the_table(name: str) -> None:
    (row,) = re.findall(rf"^\| `{name}` \|.*\| (.*) \|$", read_page(PAGE), re.MULTILINE)
    fields = TOOLS_BY_NAME[name].asks.model_fields.items()
    assert set(re.findall(r"`(\w+)`", row)) == {field.alias or argument for argument, field in fields}


def test_the_configuration_is_json_that_starts_the_command() -> None:
    (block,) = find_blocks(PAGE, "json")
    (server,) = json.loads(block.body)["mcpServers"].values()
    assert server["command"].endswith("/dragoman") and server["args"][0] == "mcp"
