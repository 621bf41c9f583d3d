"""`dragoman mcp`: a record for programs that speak the Model Context Protocol."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.extras import needing


def mcp_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record's file.", show_default=False)],
) -> None:
    """Answer questions to a record over the Model Context Protocol, on standard input and output.

    An MCP client starts it by itself and ends it; docs/mcp.md has what to write into its configuration. Nothing is
    changed. Needs the extra `mcp`.
    """
    from dragoman.cli.console import error_console

    with needing("mcp", "MCP is spoken"):
        from dragoman.mcp_server import serve_stdio

    console = error_console()
    serve_stdio(record, ready=lambda: console.print(f"{record} answers MCP clients on standard input and output"))
