"""`dragoman show`: coded documents for people."""

import sys
from typing import Annotated

import typer

from dragoman.cli.options import Columns, Gazetteer, Inputs, MinConfidence, Pipeline, make_config, read_columns
from dragoman.config import DEFAULT_CONFIDENCE


def show_command(
    inputs: Inputs,
    json: Annotated[bool, typer.Option("--json", help="The same as JSON Lines, one document a line.")] = False,
    column: Columns = None,
    min_confidence: MinConfidence = DEFAULT_CONFIDENCE,
    pipeline: Pipeline = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Show each document with what was found in it, and below it a table of its events.

    Actors, triggers, dates and places are marked in the text; the table says for each event what, who and whom, when
    and where, in which words and on whose word, and why: which rule or model read it, with what score.

    Exit code: 0 all shown, 3 some documents rejected.
    """
    from rich.console import Console

    from dragoman.cli.console import SOME_REJECTED, Rejects, error_console
    from dragoman.cli.marks import render_legend
    from dragoman.cli.render import render_document
    from dragoman.documents import DocumentReader, Reject, find_inputs
    from dragoman.export.jsonl import dump_line
    from dragoman.tasks import show_documents, shown_to_json

    reader = DocumentReader(find_inputs(inputs), columns=read_columns(column))
    console = Console(highlight=False)
    rejects = Rejects(error_console())
    first = True
    for outcome in show_documents(reader, make_config(pipeline, min_confidence, gazetteer)):
        if isinstance(outcome, Reject):
            rejects.report(outcome)
        elif json:
            sys.stdout.buffer.write(dump_line(shown_to_json(outcome)))
        else:
            if first:
                console.print(render_legend(colour=console.color_system is not None))
                first = False
            console.print(render_document(outcome.coding, console))
    if rejects.count:
        raise typer.Exit(SOME_REJECTED)
