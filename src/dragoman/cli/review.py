"""`dragoman review`: what people say of events."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from dragoman.cli.clean import clean_line
from dragoman.cli.options import DEFAULT_RECORD, AsJson, EventId, RecordOption, check_record

if TYPE_CHECKING:
    from dragoman.store import Action

By = Annotated[str, typer.Option(metavar="NAME", help="Who says so.", show_default=False)]
Because = Annotated[str, typer.Option(metavar="TEXT", help="Why.", show_default=False)]


class ReviewGroup(TyperGroup):
    """Lets the event come before what is said of it: `review EVENT_ID confirm` is `review confirm EVENT_ID`."""

    # Typer brings its own copy of click's types, under a name that changes between versions.
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the arguments name, in either order."""
        if args and args[0] not in self.commands:
            if len(args) < 2 or args[1] not in self.commands:
                ctx.fail(f"What of {clean_line(args[0])}? One of: {', '.join(self.commands)}.")
            args = [args[1], args[0], *args[2:]]
        return super().resolve_command(ctx, args)


review_app = typer.Typer(
    cls=ReviewGroup,
    help="Confirm, reject or correct events. Entries are only ever added, and undone by a further one. "
    "`dragoman review EVENT_ID confirm` is as good as `dragoman review confirm EVENT_ID`.",
    no_args_is_help=True,
)


@review_app.command("confirm", epilog="Example: dragoman review ev_1f3a confirm --by Ada --because 'read the text'")
def confirm_command(
    event_id: EventId, by: By, because: Because, record: RecordOption = DEFAULT_RECORD, json: AsJson = False
) -> None:
    """Say that an event is right."""
    from dragoman.store import Action

    _review(record, event_id, Action.CONFIRM, by=by, because=because, json=json)


@review_app.command("reject", epilog="Example: dragoman review ev_1f3a reject --by Ada --because 'a film, not a war'")
def reject_command(
    event_id: EventId, by: By, because: Because, record: RecordOption = DEFAULT_RECORD, json: AsJson = False
) -> None:
    """Say that there is no such event; lists and counts leave it out."""
    from dragoman.store import Action

    _review(record, event_id, Action.REJECT, by=by, because=because, json=json)


@review_app.command("set", epilog="Example: dragoman review ev_1f3a set date 2025-09-30 --by Ada --because 'Tuesday'")
def set_command(
    event_id: EventId,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD",
            help="event_type, mode, contexts, actors, recipients, reciprocal, date, status, planned, attribution or "
            "place.",
            show_default=False,
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="TUR IRN, 2025-10-01/2025-10-02, 'Ankara, TUR'; null for none; or JSON.",
            show_default=False,
        ),
    ],
    by: By,
    because: Because,
    record: RecordOption = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Set a field right; of several settings of one field the last holds."""
    from dragoman.store import Action

    _review(record, event_id, Action.SET, by=by, because=because, json=json, field=field, value=value)


@review_app.command("join", epilog="Example: dragoman review ev_1f3a join ev_88c0 --by Ada --because 'one visit'")
def join_command(
    event_id: EventId,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The event that is the same.", show_default=False)],
    by: By,
    because: Because,
    record: RecordOption = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Say that two events are one."""
    from dragoman.store import Action

    _review(record, event_id, Action.JOIN, by=by, because=because, json=json, other=other)


@review_app.command("split", epilog="Example: dragoman review ev_1f3a split ev_88c0 --by Ada --because 'a later visit'")
def split_command(
    event_id: EventId,
    report: Annotated[
        str,
        typer.Argument(metavar="REPORT", help="The report that tells another, see dragoman why.", show_default=False),
    ],
    by: By,
    because: Because,
    record: RecordOption = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Say that a report tells another event; it becomes one of its own."""
    from dragoman.store import Action

    _review(record, event_id, Action.SPLIT, by=by, because=because, json=json, other=report)


@review_app.command("undo", epilog="Example: dragoman review undo 3 --by Ada --because 'misread'")
def undo_command(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of the review.", show_default=False)],
    by: By,
    because: Because,
    record: RecordOption = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """Take a review back, by an entry of its own."""
    from dragoman.cli.console import error_console, write_json
    from dragoman.tasks.reviewing import take_back

    done = take_back(check_record(record), number, by=by, because=because)
    if json:
        write_json(done)
    else:
        error_console().print(f"review {done['number']} undoes review {done['undoes']}")


@review_app.command("list", epilog="Example: dragoman review list ev_1f3a")
def list_command(
    event_id: Annotated[
        str | None,
        typer.Argument(metavar="EVENT_ID", help="Of this event; without it of all.", show_default=False),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    json: AsJson = False,
) -> None:
    """List reviews, oldest first, with those that were undone."""
    from dragoman.cli.answers import make_console
    from dragoman.cli.console import plural, write_json
    from dragoman.cli.reviews import render_reviews
    from dragoman.tasks.reviewing import read_reviews

    listed = read_reviews(check_record(record), event_id)
    if json:
        write_json(listed)
        return
    console = make_console()
    if listed["reviews"]:
        console.print(render_reviews(listed["reviews"]))
    console.print(plural(len(listed["reviews"]), "review"), style="dim")


@review_app.command("export", epilog="Example: dragoman review export --output gold.jsonl")
def export_command(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where the gold goes (JSON Lines), or - for standard output.",
            show_default=False,
        ),
    ],
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Write reviewed documents as gold, for dragoman evaluate.

    What was confirmed or corrected is sure, what was rejected is left out, the documents' other events are unsure.
    """
    from dragoman.cli.console import error_console, plural
    from dragoman.export.atomic import STANDARD_OUTPUT
    from dragoman.tasks.gold import export_gold

    done = export_gold(check_record(record), output)
    written = f"{plural(done['documents'], 'document')}, {plural(done['events'], 'event')}"
    where = "" if output == STANDARD_OUTPUT else f" in {output}"
    error_console().print(f"{written}{where}; {done['reviewed']:,} of them reviewed")


def _review(
    record: Path,
    event_id: str,
    action: "Action",
    *,
    by: str,
    because: str,
    json: bool,
    field: str | None = None,
    value: str | None = None,
    other: str | None = None,
) -> None:
    """Add a review, and show the event as it is then."""
    from dragoman.cli.answers import make_console
    from dragoman.cli.console import error_console, write_json
    from dragoman.cli.lines import render_lines
    from dragoman.tasks.reviewing import review_event

    done = review_event(
        check_record(record), event_id, action, by=by, because=because, field=field, value=value, other=other
    )
    if json:
        write_json(done)
        return
    console = make_console()
    console.print(render_lines([done["event"]], console.width))
    error_console().print(f"review {done['number']}; take it back: dragoman review undo {done['number']}")
