"""`dragoman mcp`: what it refuses before it answers, and that it answers over standard input and output."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult

from dragoman.errors import ConfigurationError, RecordError
from tests.cli.conftest import Run
from tests.tasks.records import make_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_record(tmp_path / "relations.db")


def test_a_record_that_is_not_there_is_said_so(run: Run, tmp_path: Path) -> None:
    error = run("mcp", tmp_path / "none.db").exception
    assert isinstance(error, RecordError) and "dragoman record init" in str(error)


def test_missing_libraries_are_named_with_what_to_install(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("dragoman.mcp_server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    error = run("mcp", record).exception
    assert isinstance(error, ConfigurationError) and "pip install 'dragoman[mcp]'" in str(error)


def test_the_libraries_of_pages_are_not_needed() -> None:
    command = (
        "import sys; sys.modules.update(dict.fromkeys(['jinja2', 'markupsafe', 'altair', 'vl_convert', 'fastapi'])); "
        "import dragoman.mcp_server"
    )
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_the_command_answers_a_client_that_starts_it(record: Path) -> None:
    server = StdioServerParameters(command=sys.executable, args=["-m", "dragoman", "mcp", str(record)])

    async def converse() -> CallToolResult:
        async with Client(server, read_timeout_seconds=60) as client:
            assert client.server_info and client.server_info.name == "dragoman" and client.instructions
            return await client.call_tool("relation", {"side": "Iran", "other": "Turkey"})

    answer = anyio.run(converse)
    assert answer.structured_content and answer.structured_content["events"] == 4


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_nothing_unasked_and_ends_when_told_to(record: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "dragoman", "mcp", str(record)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env={**os.environ}) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write('{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n')
        process.stdin.flush()
        assert '"id":1' in process.stdout.readline()
        process.send_signal(number)
        assert process.wait(timeout=20) == 128 + number
        assert process.stdout.read() == "" and "Traceback" not in process.stderr.read()


def test_it_ends_with_its_input(record: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", "mcp", str(record)], input="", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "answers MCP clients" in done.stderr
