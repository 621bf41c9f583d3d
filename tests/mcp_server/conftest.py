"""A client of the SDK before a server of the small record, in memory."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import anyio
import pytest
from mcp import Client, MCPError
from mcp_types import CallToolResult, TextContent

from dragoman.mcp_server import make_server
from tests.tasks.records import make_record

T = TypeVar("T")
Ask = Callable[..., CallToolResult]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_record(tmp_path / "relations.db")


def talk(record: Path, conversation: Callable[[Client], Awaitable[T]], **settings: Any) -> T:
    """What a conversation with a server of a record comes to."""

    async def hold() -> T:
        async with Client(make_server(record), **settings) as client:
            return await conversation(client)

    return anyio.run(hold)


def refuse(record: Path, conversation: Callable[[Client], Awaitable[Any]]) -> str:
    """What is said to a conversation that the protocol itself refuses."""

    async def hear(client: Client) -> str:
        try:
            await conversation(client)
        except MCPError as error:
            return str(error)
        raise AssertionError("nothing was refused")

    return talk(record, hear)


@pytest.fixture
def ask(record: Path) -> Ask:
    """`ask("events", side="IRN")` calls a tool; the client checks the answer against the tool's schema."""

    def ask_(tool: str, /, of: Path = record, **given: Any) -> CallToolResult:
        return talk(of, lambda client: client.call_tool(tool, given))

    return ask_


def text_of(answer: CallToolResult) -> str:
    (content,) = answer.content
    assert isinstance(content, TextContent)
    return content.text


def object_of(answer: CallToolResult) -> dict[str, Any]:
    assert not answer.is_error, text_of(answer)
    told = answer.structured_content
    assert isinstance(told, dict)
    return told


def fault_of(answer: CallToolResult) -> str:
    assert answer.is_error and answer.structured_content is None
    return text_of(answer)
