"""From a call to its answer: a tool's, or what is wrong."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from mcp_types import CallToolResult, TextContent, Tool, ToolAnnotations

from dragoman.export import JsonObject
from dragoman.mcp_server.answers.shape import PlainSchema
from dragoman.mcp_server.asked import read_arguments
from dragoman.mcp_server.bounds import bound, say_cuts
from dragoman.mcp_server.faults import say_fault
from dragoman.mcp_server.tools import RecordTool

READS_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def describe(tool: RecordTool) -> Tool:
    """A tool as clients list it."""
    return Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.asks.model_json_schema(schema_generator=PlainSchema),
        output_schema=tool.answers.schema_of(),
        annotations=READS_ONLY,
    )


def answer(tool: RecordTool, record: Path, given: dict[str, Any]) -> JsonObject:
    """What a tool tells, as its schema has it and short enough.

    Raises:
        DragomanError: the arguments are not right, or the record has no answer.

    """
    told = tool.tell(record, read_arguments(tool.asks, given))
    return bound(tool.answers.model_validate(told).model_dump(mode="json", by_alias=True))


def call(tool: RecordTool, record: Path, given: dict[str, Any]) -> CallToolResult:
    """The answer to a call, as text and as an object; or the fault, marked as one."""
    try:
        told = answer(tool, record, given)
        text = "\n".join(_write(tool, told))
    except Exception as error:
        return CallToolResult(content=[TextContent(type="text", text=say_fault(error))], is_error=True)
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=told)


def _write(tool: RecordTool, told: JsonObject) -> Iterator[str]:
    return chain(tool.write(told), say_cuts(told))
