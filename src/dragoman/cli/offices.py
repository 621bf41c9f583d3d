"""`dragoman office`, `dragoman person` and `dragoman offices`: who held an office when, and what says so."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, AsJson, RecordOption, check_record, read_day

On = Annotated[
    date | None,
    typer.Option("--on", metavar="DATE", parser=read_day, help="On that day; today by default.", show_default=False),
]

offices_app = typer.Typer(help="Tables of persons and offices that were imported into a record.", no_args_is_help=True)


def office_command(
    office: Annotated[
        str,
        typer.Argument(metavar="OFFICE", help="'defence minister', 'head of state', 'SecDef'.", show_default=False),
    ],
    owner: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE", help="Whose: TUR, Iran, NATO; may be left out where OFFICE names it.", show_default=False
        ),
    ] = None,
    on: On = None,
    record: RecordOption = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Show who held an office on a day and what says so: the shipped table, imported ones, the record's documents.

    Where nothing says who it was, the answer is nobody, with the holders before and after.
    """
    from dragoman.cli.console import write_json
    from dragoman.cli.holders import print_office
    from dragoman.tasks.offices import ask_office
    from dragoman.tasks.opening import open_if_there

    with open_if_there(_find_record(record)) as connection:
        answer = ask_office(connection, office, owner or "", on or date.today())
    (write_json if json else print_office)(answer)


def person_command(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="In any spelling and script.", show_default=False)],
    on: On = None,
    limit: Annotated[int, typer.Option(min=1, help="Events of each person, the latest.")] = 5,
    record: RecordOption = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Show whom a name means: spellings, offices with their days and what says so, the latest events.

    With --on it is told how surely each office was held on that day.
    """
    from dragoman.cli.console import write_json
    from dragoman.cli.holders import print_persons
    from dragoman.tasks.opening import open_if_there
    from dragoman.tasks.persons import ask_person

    with open_if_there(_find_record(record)) as connection:
        answer = ask_person(connection, " ".join(name), on or date.today(), limit=limit)
    (write_json if json else print_persons)(answer)


def _find_record(record: Path) -> Path:
    """The record; that of the folder need not exist, for the shipped table answers too."""
    return record if record == DEFAULT_RECORD else check_record(record)


@offices_app.command("import", epilog="Example: dragoman offices import ministers.csv --record relations.db")
def import_command(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A CSV, or a Wikidata query's result as .json: see docs/offices.md.",
            show_default=False,
        ),
    ],
    kept_until: Annotated[
        date | None,
        typer.Option(
            metavar="DATE",
            parser=read_day,
            help="The day up to which the table was kept: who is in office in it was so then. Today by default.",
            show_default=False,
        ),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Put a table of persons and offices into a record, in the place of an earlier one of the same file name."""
    from dragoman.cli.console import error_console, plural
    from dragoman.tasks.offices import import_offices

    found = import_offices(check_record(record), table, kept_until=kept_until or date.today())
    error_console().print(
        f"{record}: {plural(found.offices, 'tenure')} from {found.name}, kept until {found.kept_until}"
    )


@offices_app.command("list", epilog="Example: dragoman offices list --json")
def list_command(record: RecordOption = DEFAULT_RECORD, json: AsJson = False) -> None:
    """List the tables that were imported into a record."""
    from dragoman.cli.console import write_json
    from dragoman.cli.holders import print_imports
    from dragoman.tasks.offices import list_imports
    from dragoman.tasks.opening import open_record

    with open_record(check_record(record)) as connection:
        answer = list_imports(connection)
    (write_json if json else print_imports)(answer)


@offices_app.command("remove", epilog="Example: dragoman offices remove ministers.csv")
def remove_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the imported file.", show_default=False)],
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Take an imported table out of a record."""
    from dragoman.cli.console import error_console
    from dragoman.tasks.offices import remove_import

    remove_import(check_record(record), name)
    error_console().print(f"{record}: {name} is removed")
