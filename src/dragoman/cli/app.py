"""The program `dragoman`: its commands, and what errors look like."""

import logging
import signal
import sys
from typing import Annotated

import typer

from dragoman.cli.actors import actors_command
from dragoman.cli.classify import classify_command
from dragoman.cli.code import code_command
from dragoman.cli.console import FAILED, complain
from dragoman.cli.cut_off import end_cleanly
from dragoman.cli.doctor import doctor_command
from dragoman.cli.evaluate import evaluate_command
from dragoman.cli.events import events_command, search_command
from dragoman.cli.export import export_command
from dragoman.cli.follow import follow_command
from dragoman.cli.gazetteer import gazetteer_command
from dragoman.cli.mcp import mcp_command
from dragoman.cli.offices import office_command, offices_app, person_command
from dragoman.cli.places import places_command
from dragoman.cli.record import record_app
from dragoman.cli.relation import commitments_command, relation_command
from dragoman.cli.report import report_command
from dragoman.cli.review import review_app
from dragoman.cli.serve import serve_command
from dragoman.cli.show import show_command
from dragoman.cli.steps import steps_command
from dragoman.cli.timex import timex_command
from dragoman.cli.why import why_command
from dragoman.errors import DragomanError, InputError
from dragoman.logs import LogLevel, start_logs, writes_json
from dragoman.version import __version__

app = typer.Typer(
    name="dragoman",
    help="Reads dated news and keeps a checkable record of relations between states.",
    epilog="Example: dragoman code news/ --output events.jsonl",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("code", epilog="Example: dragoman code news/ wire.jsonl --output events.parquet --workers 4")(code_command)
app.command("show", epilog="Example: dragoman show news/2025-10-02.txt")(show_command)
app.command("evaluate", epilog="Example: dragoman evaluate gold.jsonl events.jsonl --html errors.html")(
    evaluate_command
)
app.command("actors", epilog="Example: dragoman actors texts.jsonl > actors.jsonl")(actors_command)
app.command("timex", epilog="Example: dragoman timex texts.jsonl > timexes.jsonl")(timex_command)
app.command("places", epilog="Example: dragoman places texts.jsonl > places.jsonl")(places_command)
app.command("classify", epilog="Example: dragoman classify pairs.jsonl > types.jsonl")(classify_command)
app.add_typer(record_app, name="record")
app.command("follow", epilog="Example: dragoman follow feeds.opml --record relations.db")(follow_command)
app.command("events", epilog="Example: dragoman events --dyad IRN TUR --type CONSULT --from 2025-01-01")(events_command)
app.command("search", epilog="Example: dragoman search ceasefire talks --as-of 2025-03-15")(search_command)
app.command("why", epilog="Example: dragoman why ev_1f3a09")(why_command)
app.command("relation", epilog="Example: dragoman relation IRN TUR --from 2025-01-01")(relation_command)
app.command("report", epilog="Example: dragoman report IRN TUR --output dossier.html")(report_command)
app.command("commitments", epilog="Example: dragoman commitments IRN TUR --open")(commitments_command)
app.command("office", epilog="Example: dragoman office 'defence minister' TUR --on 2023-06-09")(office_command)
app.command("person", epilog="Example: dragoman person Yasar Guler")(person_command)
app.add_typer(offices_app, name="offices")
app.add_typer(review_app, name="review")
app.command("export", epilog="Example: dragoman export relations.db --format gdelt-events --output events.tsv")(
    export_command
)
app.command("serve", epilog="Example: dragoman serve relations.db")(serve_command)
app.command("mcp", epilog="Example: dragoman mcp relations.db")(mcp_command)
app.command("gazetteer", epilog="Example: dragoman gazetteer --geonames allCountries.zip --output world.places")(
    gazetteer_command
)
app.command("doctor", epilog="Example: dragoman doctor --record relations.db")(doctor_command)
app.command("steps", epilog="Example: dragoman steps")(steps_command)


def print_version(wanted: bool) -> None:
    """Print the version and end, where that was asked for."""
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[  # noqa: ARG001 - its callback reads it
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Reads dated news and keeps a checkable record of relations between states."""
    start_logs(level=LogLevel.WARNING)  # commands that run long ask how


def main() -> None:
    """Run the program; an error becomes one message on standard error and exit code 2."""
    signal.signal(signal.SIGTERM, end_cleanly)
    try:
        app()
    except DragomanError as error:
        complain(error)
        sys.exit(FAILED)
    except OSError as error:
        place = str(error.filename or "standard output")
        complain(
            InputError(error.strerror or str(error), place=place, remedy="Check the path, and the room on the disk.")
        )
        sys.exit(FAILED)
    except Exception:
        if not writes_json():
            raise
        logging.getLogger(__name__).exception("this is a fault of dragoman")
        sys.exit(1)
