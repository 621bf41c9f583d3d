"""`dragoman serve`: a record as pages in a browser."""

import os
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.logs import LogFormatOption, LogLevelOption, begin_logs
from dragoman.errors import ConfigurationError
from dragoman.extras import needing
from dragoman.logs import LogFormat

TOKEN = "DRAGOMAN_TOKEN"  # noqa: S105 - the variable's name


def serve_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record's file.", show_default=False)],
    host: Annotated[
        str, typer.Option(metavar="HOST", help="Address to listen at; any but this machine's own needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen at; 0 for any that is free.")] = 8000,
    token_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=f"File with the token that all need; or the variable {TOKEN}.", show_default=False
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, max=64, help="Processes that answer: about one for each core.")
    ] = 1,
    read_only: Annotated[bool, typer.Option("--read-only", help="Without the forms to review.")] = False,
    log_format: LogFormatOption = LogFormat.TEXT,
    log_level: LogLevelOption = None,
) -> None:
    """Open a record in the browser: read it, question it, correct it.

    Only this machine reaches the pages unless --host says otherwise. They load nothing from elsewhere. Ends on Ctrl-C.
    Needs the extra `desk`.
    """
    from dragoman.cli.console import say

    begin_logs(log_format, log_level)
    with needing("desk", "the desk is made"):
        from dragoman.desk import DeskSettings, serve

    settings = DeskSettings(record=record, host=host, token=read_token(token_file), read_only=read_only)

    def tell(address: str) -> None:
        say(f"{record} is open at {address} (Ctrl-C ends it)", record=str(record), address=address)

    serve(settings, port, workers=workers, ready=tell)


def read_token(path: Path | None) -> str | None:
    """The token, from the file if one is named, else from the environment; None where neither has one.

    Raises:
        ConfigurationError: the file can't be read, or is empty.

    """
    if path is None:
        return os.environ.get(TOKEN, "").strip() or None
    try:
        token = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        fault = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ConfigurationError(fault, place=str(path), remedy="Check the path of --token-file.") from None
    if not token:
        raise ConfigurationError("it is empty", place=str(path), remedy="Write the token into it.")
    return token
