"""`dragoman actors`: who stands in a text."""

from dragoman.cli.options import LinesInput, LinesOutput, Pipeline, make_config
from dragoman.cli.stage import run_stage_command


def actors_command(source: LinesInput = "-", output: LinesOutput = "-", pipeline: Pipeline = None) -> None:
    """Find the actors of texts and their codes.

    In, a line each: {"id", "published", "text"}, and "title" where there is one.

    Out: {"id", "mentions": [{"start", "end", "text", "kind", "actors": [{"code", "country", "sectors", "name",
    "office"}], "antecedent"}]}; offsets in code points, with "field": "title" where they index the title.
    """
    from dragoman.tasks import actor_stage

    run_stage_command(lambda: actor_stage(make_config(pipeline)), source, output)
