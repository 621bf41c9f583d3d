"""Building a gazetteer of places: what `dragoman gazetteer` does."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.export import open_replacing


def check_build(output: Path, inputs: Sequence[Path]) -> None:
    """Make sure that a gazetteer can be written where it is asked for, and that its inputs are there.

    Raises:
        InputError: the target can't be written or is also an input, or an input is missing.

    """
    if output.is_dir() or not output.parent.is_dir():
        raise InputError("it cannot be written", place=str(output), remedy="Name a file in a folder that exists.")
    for path in inputs:
        if not path.is_file():
            raise InputError("no such file", place=str(path), remedy="Check the spelling of the path.")
        if path.resolve() == output.resolve():
            raise InputError("it is both read and written", place=str(path), remedy="Write to another file.")


def build_gazetteer(
    output: Path,
    *,
    dumps: Sequence[Path] = (),
    divisions: Path | None = None,
    min_population: int = 500,
    report: Callable[[int], None] | None = None,
) -> int:
    """Build a file of places: from the packages alone, or from the shipped places and dumps of GeoNames.

    Args:
        output: the file, which appears when all is written, or not at all.
        dumps: files of GeoNames; none to compile from the packages of the extra `[gazetteer]`.
        divisions: GeoNames' `admin1CodesASCII.txt`, for dumps that lack the divisions themselves.
        min_population: people from which on a populated place of the dumps is kept.
        report: told how many bytes of the dumps have been read since it was told last; each is read twice.

    Returns:
        The number of places.

    Raises:
        ConfigurationError: a package is not installed.
        InputError: see `check_build`; a dump is of another format, damaged or cut off.

    """
    from dragoman.gazetteer.build_geonames import GeonamesMerge
    from dragoman.gazetteer.build_places import compose_rows, read_versions
    from dragoman.gazetteer.geonames_dump import read_division_names
    from dragoman.gazetteer.places import load_places
    from dragoman.gazetteer.places_writer import write_places

    check_build(output, (*dumps, *((divisions,) if divisions else ())))
    if not dumps:
        sources = read_versions()
        with open_replacing(output) as stream:
            return write_places(stream, compose_rows(), lambda: sources)
    shipped = load_places()
    merge = GeonamesMerge(
        shipped.rows(),
        dumps,
        division_names=read_division_names(divisions) if divisions else None,
        min_population=min_population,
        report=report,
    )
    with open_replacing(output) as stream:
        return write_places(stream, merge.rows(), lambda: {**shipped.sources, "geonames": merge.newest})
