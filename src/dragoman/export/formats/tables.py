"""Reading the tables of other formats' codes in `data/`; comment lines begin with "#"."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def read_resource(name: str) -> str:
    """The text of a file of the `data` folder."""
    return files("dragoman.export.formats").joinpath("data", name).read_text(encoding="utf-8")


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV table of the `data` folder, in order, by column."""
    lines = [line for line in read_resource(name).splitlines() if line and not line.startswith("#")]
    yield from csv.DictReader(lines)
