"""The record for programs that speak the Model Context Protocol. Questions go to the tasks; nothing is changed."""

from dragoman.mcp_server.server import make_server
from dragoman.mcp_server.serving import serve_stdio

__all__ = ["make_server", "serve_stdio"]
