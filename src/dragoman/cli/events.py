"""`dragoman events` and `dragoman search`: finding events in a record."""

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, AsJson, AsOf, From, RecordOption, Until, check_record
from dragoman.model.codes import EventType, QuadClass, Sector, Status

Limit = Annotated[int, typer.Option(min=1, help="At most so many.")]
Offset = Annotated[int, typer.Option(min=0, help="Pass over so many first.")]


def events_command(
    record: RecordOption = DEFAULT_RECORD,
    type_: Annotated[
        list[EventType] | None,
        typer.Option(
            "--type", metavar="TYPE", case_sensitive=False, help="AGREE, CONSULT, …; repeatable.", show_default=False
        ),
    ] = None,
    mode: Annotated[
        list[str] | None, typer.Option(metavar="MODE", help="visit, phone, …; repeatable.", show_default=False)
    ] = None,
    context: Annotated[
        list[str] | None,
        typer.Option(metavar="CONTEXT", help="military, economic, …; any of several.", show_default=False),
    ] = None,
    quad_class: Annotated[
        list[QuadClass] | None,
        typer.Option(
            metavar="CLASS", case_sensitive=False, help="'verbal conflict', …; repeatable.", show_default=False
        ),
    ] = None,
    status: Annotated[
        list[Status] | None,
        typer.Option(
            metavar="STATUS",
            case_sensitive=False,
            help="occurred, planned, negated, claimed or hypothetical; repeatable.",
            show_default=False,
        ),
    ] = None,
    side: Annotated[
        str | None, typer.Option(metavar="CODE", help="On either side: TUR, IGO:UN, Iran.", show_default=False)
    ] = None,
    dyad: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="CODE CODE", help="Between both, in either direction.", show_default=False),
    ] = None,
    sector: Annotated[
        Sector | None,
        typer.Option(metavar="SECTOR", case_sensitive=False, help="Of either side: GOV, MIL, …", show_default=False),
    ] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="A person, as the record spells the name.", show_default=False)
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Country (TUR) or place (Ankara).", show_default=False)
    ] = None,
    from_: From = None,
    until: Until = None,
    speaker: Annotated[str | None, typer.Option(metavar="CODE", help="On whose word.", show_default=False)] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Reported by it, among others.", show_default=False)
    ] = None,
    min_confidence: Annotated[float, typer.Option(min=0.0, max=1.0, help="Leave out what is scored below.")] = 0.0,
    as_of: AsOf = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="With what people rejected.")] = False,
    newest: Annotated[bool, typer.Option("--newest", help="The latest first.")] = False,
    limit: Limit = 50,
    offset: Offset = 0,
    json: AsJson = False,
) -> None:
    """List events of a record that meet all conditions, in order of their day."""
    from dragoman.cli.answers import print_events
    from dragoman.cli.console import write_json
    from dragoman.tasks.listing import list_events, make_filter
    from dragoman.tasks.opening import open_record

    wanted = make_filter(
        types=type_ or (),
        modes=mode or (),
        contexts=context or (),
        quad_classes=quad_class or (),
        statuses=status or (),
        side=side,
        dyad=dyad,
        sector=sector,
        person=person,
        place=place,
        first=from_,
        last=until,
        speaker=speaker,
        publisher=publisher,
        min_confidence=min_confidence,
        as_of=as_of,
        with_rejected=rejected,
    )
    with open_record(check_record(record)) as connection:
        listing = list_events(connection, wanted, limit=limit, offset=offset, newest_first=newest)
    (write_json if json else print_events)(listing)


def search_command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help="All of them, in any order; together in quotation marks.", show_default=False
        ),
    ],
    record: RecordOption = DEFAULT_RECORD,
    as_of: AsOf = None,
    limit: Limit = 20,
    offset: Offset = 0,
    json: AsJson = False,
) -> None:
    """Find words in the documents of a record, the best matches first, and events in whose quotes they stand."""
    from dragoman.cli.answers import print_found
    from dragoman.cli.console import write_json
    from dragoman.tasks.listing import search_record
    from dragoman.tasks.opening import open_record

    with open_record(check_record(record)) as connection:
        found = search_record(connection, " ".join(words), as_of=as_of, limit=limit, offset=offset)
    (write_json if json else print_found)(found)
