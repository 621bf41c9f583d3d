"""Answers as text to read: each a function from the answer to its lines."""

from dragoman.mcp_server.written.lists import write_commitments, write_events, write_found
from dragoman.mcp_server.written.persons import write_office, write_persons
from dragoman.mcp_server.written.relation import write_overview, write_relation
from dragoman.mcp_server.written.single import write_document, write_why

__all__ = [
    "write_commitments",
    "write_document",
    "write_events",
    "write_found",
    "write_office",
    "write_overview",
    "write_persons",
    "write_relation",
    "write_why",
]
