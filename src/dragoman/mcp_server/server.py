"""The record as a server of the Model Context Protocol."""

from pathlib import Path
from typing import Any

from anyio.to_thread import run_sync
from mcp.server.lowlevel.server import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
)

from dragoman.mcp_server.answering import call, describe
from dragoman.mcp_server.instructions import INSTRUCTIONS
from dragoman.mcp_server.resources import RESOURCES, TEMPLATES, read
from dragoman.mcp_server.tools import TOOLS
from dragoman.version import __version__


def make_server(record: Path) -> Server[Any]:
    """A server that answers from a record; each call reads it as it is then.

    Args:
        record: its path.

    """
    tools = {tool.name: tool for tool in TOOLS}
    described = [describe(tool) for tool in TOOLS]

    async def list_tools(context: Any, params: PaginatedRequestParams | None) -> ListToolsResult:  # noqa: ARG001
        return ListToolsResult(tools=described)

    async def call_tool(context: Any, params: CallToolRequestParams) -> CallToolResult:  # noqa: ARG001
        tool = tools.get(params.name)
        if tool is None:
            raise MCPError(INVALID_PARAMS, f"there is no tool {params.name!r}. There are {', '.join(tools)}.")
        return await run_sync(call, tool, record, params.arguments or {})

    async def list_resources(context: Any, params: PaginatedRequestParams | None) -> ListResourcesResult:  # noqa: ARG001
        return ListResourcesResult(resources=RESOURCES)

    async def list_templates(
        context: Any,  # noqa: ARG001
        params: PaginatedRequestParams | None,  # noqa: ARG001
    ) -> ListResourceTemplatesResult:
        return ListResourceTemplatesResult(resource_templates=TEMPLATES)

    async def read_resource(context: Any, params: ReadResourceRequestParams) -> ReadResourceResult:  # noqa: ARG001
        return await run_sync(read, record, str(params.uri))

    return Server(
        "dragoman",
        version=__version__,
        title="dragoman",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_list_resource_templates=list_templates,
        on_read_resource=read_resource,
    )
