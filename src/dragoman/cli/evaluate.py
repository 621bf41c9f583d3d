"""`dragoman evaluate`: events against gold."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def evaluate_command(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help='JSON Lines, a document a line with its events as coded by hand: {"id", "events": [{"type", …}]}.',
            show_default=False,
        ),
    ],
    predicted: Annotated[
        Path,
        typer.Argument(
            metavar="PREDICTED",
            help="JSON Lines of dragoman code, or a second file in the form of GOLD.",
            show_default=False,
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="All figures as one JSON object.")] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="PAGE",
            help="Write a page of the figures and the errors, each in its text, gold beside predicted.",
            show_default=False,
        ),
    ] = None,
    texts: Annotated[
        list[str] | None,
        typer.Option(
            metavar="INPUT",
            help="For the page: the documents that were coded, where GOLD does not hold their texts. May be repeated.",
            show_default=False,
        ),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out predicted events scored below this.")
    ] = 0.0,
) -> None:
    """Compare events with gold: figures by type and field, confusions, and precision and recall by confidence.

    An event is right where its type and both sides are.
    """
    from rich.console import Console

    from dragoman.cli.figures import render_evaluation
    from dragoman.evaluate import evaluation_to_json
    from dragoman.export.jsonl import dump_line
    from dragoman.tasks import check_page, evaluate_files, write_evaluation_page

    if html:
        check_page(html, (gold, predicted, *map(Path, texts or ())))
    evaluation = evaluate_files(gold, predicted, texts=texts or (), min_confidence=min_confidence)
    if html:
        write_evaluation_page(evaluation, html, title=f"{predicted.name} against {gold.name}")
    if json:
        sys.stdout.buffer.write(dump_line(evaluation_to_json(evaluation)))
    else:
        Console(highlight=False).print(render_evaluation(evaluation))
