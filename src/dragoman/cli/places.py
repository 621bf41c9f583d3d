"""`dragoman places`: the places a text names."""

from dragoman.cli.options import Gazetteer, LinesInput, LinesOutput, Pipeline, make_config
from dragoman.cli.stage import run_stage_command


def places_command(
    source: LinesInput = "-", output: LinesOutput = "-", pipeline: Pipeline = None, gazetteer: Gazetteer = None
) -> None:
    """Find the place names of texts and where on earth they are.

    In, a line each: {"id", "text"}, and "title" where there is one.

    Out: {"id", "toponyms": [{"start", "end", "text", "name", "latitude", "longitude", "geonames_id", "country",
    "admin1", "kind", "role", "rule", "score", "reason"}]}; offsets in code points, with "field": "title" where
    they index the title.
    """
    from dragoman.tasks import place_stage

    run_stage_command(lambda: place_stage(make_config(pipeline, gazetteer=gazetteer)), source, output)
