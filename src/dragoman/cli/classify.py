"""`dragoman classify`: what one given actor does to another."""

from functools import partial
from typing import Annotated

import typer

from dragoman.cli.options import LinesInput, LinesOutput
from dragoman.cli.stage import run_stage_command
from dragoman.config import TypeModel

Model = Annotated[
    TypeModel, typer.Option(help="accurate: right more often, some 14 times slower, and a package to install.")
]


def classify_command(source: LinesInput = "-", output: LinesOutput = "-", model: Model = TypeModel.DEFAULT) -> None:
    """Classify what an actor does to a recipient, both marked in the text.

    In, a line each: {"id", "text", "actor": {"start", "end"}, "recipient": {"start", "end"}}; either is null where
    the text leaves it unnamed.

    Out: {"id", "event_type", "probabilities": {…}}, over the sixteen types and NONE.
    """
    from dragoman.tasks import classify_stage

    run_stage_command(partial(classify_stage, model), source, output)
