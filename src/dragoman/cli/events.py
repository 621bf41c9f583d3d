"""`dragoman events` and `dragoman search`: finding events in a record."""

from typing import Annotated

import typer

from dragoman.cli.conditions import (
    AtLeast,
    ByPublisher,
    BySpeaker,
    Contexts,
    Dyad,
    InPlace,
    Modes,
    OfPerson,
    OfSector,
    OfSide,
    QuadClasses,
    Statuses,
    Types,
)
from dragoman.cli.options import DEFAULT_RECORD, AsJson, AsOf, From, RecordOption, Until, check_record

Limit = Annotated[int, typer.Option(min=1, help="At most so many.")]
Offset = Annotated[int, typer.Option(min=0, help="Pass over so many first.")]


def events_command(
    record: RecordOption = DEFAULT_RECORD,
    type_: Types = None,
    mode: Modes = None,
    context: Contexts = None,
    quad_class: QuadClasses = None,
    status: Statuses = None,
    side: OfSide = None,
    dyad: Dyad = None,
    sector: OfSector = None,
    person: OfPerson = None,
    place: InPlace = None,
    from_: From = None,
    until: Until = None,
    speaker: BySpeaker = None,
    publisher: ByPublisher = None,
    min_confidence: AtLeast = 0.0,
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
