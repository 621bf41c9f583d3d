"""`dragoman relation` and `dragoman commitments`: two sides, and what they promised each other."""

from datetime import date
from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, AsJson, AsOf, From, RecordOption, Until, check_record, read_day
from dragoman.errors import ConfigurationError

Side = Annotated[str, typer.Argument(metavar="ONE", help="A side: TUR, IGO:UN, Iran.", show_default=False)]
OtherSide = Annotated[str, typer.Argument(metavar="OTHER", help="The other side.", show_default=False)]


def relation_command(
    one: Side,
    other: OtherSide,
    record: RecordOption = DEFAULT_RECORD,
    from_: From = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(min=1, help="Events in the chronology, the latest; counts are of all.")] = 100,
    json: AsJson = False,
) -> None:
    """Show the relation of two sides: chronology, counts by month, balance, what is open, what changed.

    What changed is told against the period before; without --from the last 365 days against the 365 before.
    """
    from dragoman.cli.console import write_json
    from dragoman.cli.relations import print_relation
    from dragoman.tasks.opening import open_record
    from dragoman.tasks.relation import relate
    from dragoman.tasks.sides import resolve_side

    sides = resolve_side(one), resolve_side(other)
    with open_record(check_record(record)) as connection:
        relation = relate(connection, *sides, first=from_, last=until, as_of=as_of, limit=limit)
    (write_json if json else print_relation)(relation)


def commitments_command(
    one: Annotated[
        str | None, typer.Argument(metavar="ONE", help="A side: TUR, IGO:UN, Iran.", show_default=False)
    ] = None,
    other: Annotated[str | None, typer.Argument(metavar="OTHER", help="The other side.", show_default=False)] = None,
    record: RecordOption = DEFAULT_RECORD,
    open_: Annotated[bool, typer.Option("--open", help="Only what is still open.")] = False,
    on: Annotated[
        date | None,
        typer.Option(metavar="DATE", parser=read_day, help="As they stood on that day.", show_default=False),
    ] = None,
    as_of: AsOf = None,
    json: AsJson = False,
) -> None:
    """List commitments and what became of them: invitations, announced meetings, pledges, agreements, threats.

    Without sides, those of the whole record.
    """
    from dragoman.cli.commitments import print_commitments
    from dragoman.cli.console import write_json
    from dragoman.tasks.opening import open_record
    from dragoman.tasks.promises import list_commitments
    from dragoman.tasks.sides import resolve_side

    if one is not None and other is None:
        raise ConfigurationError("one side is missing", remedy="Give two sides or none: dragoman commitments IRN TUR")
    dyad = None if one is None or other is None else (resolve_side(one), resolve_side(other))
    with open_record(check_record(record)) as connection:
        listed = list_commitments(connection, dyad, on=on, as_of=as_of, only_open=open_)
    (write_json if json else print_commitments)(listed)
