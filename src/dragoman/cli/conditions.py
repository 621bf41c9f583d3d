"""Conditions on events, as options that several commands share."""

from typing import Annotated

import typer

from dragoman.model.codes import EventType, QuadClass, Sector, Status

Types = Annotated[
    list[EventType] | None,
    typer.Option(
        "--type", metavar="TYPE", case_sensitive=False, help="AGREE, CONSULT, …; repeatable.", show_default=False
    ),
]
Modes = Annotated[
    list[str] | None,
    typer.Option("--mode", metavar="MODE", help="visit, phone, …; repeatable.", show_default=False),
]
Contexts = Annotated[
    list[str] | None,
    typer.Option("--context", metavar="CONTEXT", help="military, economic, …; any of several.", show_default=False),
]
QuadClasses = Annotated[
    list[QuadClass] | None,
    typer.Option(
        "--quad-class",
        metavar="CLASS",
        case_sensitive=False,
        help="'verbal conflict', …; repeatable.",
        show_default=False,
    ),
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        case_sensitive=False,
        help="occurred, planned, negated, claimed or hypothetical; repeatable.",
        show_default=False,
    ),
]
OfSide = Annotated[
    str | None,
    typer.Option("--side", metavar="CODE", help="On either side: TUR, IGO:UN, Iran.", show_default=False),
]
Dyad = Annotated[
    tuple[str, str] | None,
    typer.Option("--dyad", metavar="CODE CODE", help="Between both, in either direction.", show_default=False),
]
OfSector = Annotated[
    Sector | None,
    typer.Option(
        "--sector", metavar="SECTOR", case_sensitive=False, help="Of either side: GOV, MIL, …", show_default=False
    ),
]
OfPerson = Annotated[
    str | None,
    typer.Option("--person", metavar="NAME", help="A person, as the record spells the name.", show_default=False),
]
InPlace = Annotated[
    str | None,
    typer.Option("--place", metavar="PLACE", help="Country (TUR) or place (Ankara).", show_default=False),
]
BySpeaker = Annotated[str | None, typer.Option("--speaker", metavar="CODE", help="On whose word.", show_default=False)]
ByPublisher = Annotated[
    str | None,
    typer.Option("--publisher", metavar="NAME", help="Reported by it, among others.", show_default=False),
]
AtLeast = Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out what is scored below.")]
