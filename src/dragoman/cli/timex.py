"""`dragoman timex`: when a text says things happen."""

from dragoman.cli.options import LinesInput, LinesOutput, Pipeline, make_config
from dragoman.cli.stage import run_stage_command


def timex_command(source: LinesInput = "-", output: LinesOutput = "-", pipeline: Pipeline = None) -> None:
    """Find the time expressions of texts and their TIMEX3 values.

    In, a line each: {"id", "published", "text"}, and "title" where there is one.

    Out: {"id", "timexes": [{"start", "end", "text", "type", "value", "first", "last"}]}; offsets in code points,
    with "field": "title" where they index the title.
    """
    from dragoman.tasks import timex_stage

    run_stage_command(lambda: timex_stage(make_config(pipeline)), source, output)
