"""All commands of the program, those of groups by both names: "record add"."""

from typing import Any

import typer

from dragoman.cli import app


def list_commands() -> dict[str, Any]:
    """Commands by name."""
    found: dict[str, Any] = {}
    for name, command in _commands().items():
        inner = getattr(command, "commands", None)
        found |= {name: command} if inner is None else {f"{name} {sub}": what for sub, what in inner.items()}
    return found


def list_groups() -> list[str]:
    """Names of the groups of commands."""
    return [name for name, command in _commands().items() if hasattr(command, "commands")]


def _commands() -> dict[str, Any]:
    return dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
