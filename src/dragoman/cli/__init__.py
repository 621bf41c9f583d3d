"""The command line: thin commands over `dragoman.tasks`."""

from dragoman.cli.app import app, main

__all__ = ["app", "main"]
