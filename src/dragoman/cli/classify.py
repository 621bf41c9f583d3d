"""`dragoman classify`: what one given actor does to another."""

from dragoman.cli.options import LinesInput, LinesOutput
from dragoman.cli.stage import run_stage_command


def classify_command(source: LinesInput = "-", output: LinesOutput = "-") -> None:
    """Classify what an actor does to a recipient, both marked in the text.

    In, a line each: {"id", "text", "actor": {"start", "end"}, "recipient": {"start", "end"}}; either is null where
    the text leaves it unnamed.

    Out: {"id", "event_type", "probabilities": {…}}, over the sixteen types and NONE.
    """
    from dragoman.tasks import classify_stage

    run_stage_command(classify_stage, source, output)
