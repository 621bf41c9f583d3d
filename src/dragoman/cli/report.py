"""`dragoman report`: two sides as a page to send to somebody."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, AsJson, AsOf, From, RecordOption, Until, check_record
from dragoman.cli.relation import OtherSide, Side
from dragoman.errors import ConfigurationError, InputError
from dragoman.export.atomic import STANDARD_OUTPUT


def report_command(
    one: Side,
    other: OtherSide,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The HTML page to write, or - for standard output.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    from_: From = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(min=1, help="Events told one by one, the latest; counts are of all.")] = 1000,
    json: AsJson = False,
) -> None:
    """Write the relation of two sides as one HTML page to read, print and send.

    It has figures, charts, chronology, commitments, persons, voices, sources and method; it loads nothing and runs
    nothing. Needs the extra `desk`.
    """
    from dragoman.cli.console import error_console, plural, write_json
    from dragoman.tasks.dossier import compile_dossier, write_dossier
    from dragoman.tasks.opening import open_record
    from dragoman.tasks.sides import resolve_side

    if output is None and not json:
        raise ConfigurationError("no page is named", remedy="Name one: dragoman report IRN TUR --output dossier.html")
    if output == STANDARD_OUTPUT and json:
        raise ConfigurationError("page and JSON would both go to standard output", remedy="Name a file for the page.")
    if output is not None and output.resolve() == record.resolve():
        raise InputError("it is both read and written", place=str(output), remedy="Write the page to another file.")
    sides = resolve_side(one), resolve_side(other)
    with open_record(check_record(record)) as connection:
        dossier = compile_dossier(connection, *sides, first=from_, last=until, as_of=as_of, limit=limit)
    if output is not None:
        write_dossier(dossier, output)
        told = f"{plural(dossier['relation']['events'], 'event')}, {plural(len(dossier['sources']), 'source')}"
        error_console().print(told if output == STANDARD_OUTPUT else f"{output}: {told}")
    if json:
        write_json(dossier)
