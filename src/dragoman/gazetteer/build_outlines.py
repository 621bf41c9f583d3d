"""Compile `data/outlines.json` from the outlines of countries of Natural Earth at 1:110 million.

Natural Earth is in the public domain (https://www.naturalearthdata.com/about/terms-of-use/). Its version 4.1.0 comes as
TopoJSON in the npm package world-atlas 2.0.2 (ISC licence). To build anew:

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python -m dragoman.gazetteer.build_outlines package/countries-110m.json

The extra `[gazetteer]` must be installed: pycountry knows the codes by their numbers.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

STEP = 100
"""Steps of a degree: outlines at 1:110 million are no finer."""

LEFT_OUT = "Antarctica"
"""It has no states, and would take a quarter of the map."""

KOSOVO = {"Kosovo": "XKX"}
"""Natural Earth gives it no number. Others without one are drawn, but have no code."""

SOURCE = "Natural Earth 4.1.0, Admin 0 countries, 1:110m (public domain), from the npm package world-atlas 2.0.2"

_END = ",\n"


def compile_outlines(topology: Mapping[str, Any]) -> dict[str, Any]:
    """The outlines as the package keeps them.

    Args:
        topology: TopoJSON with an object `countries`.

    Returns:
        `arcs`, lines as longitude and latitude in hundredths of a degree, all but the first as differences;
        `countries`, each with its `code` and `rings`: lists of arcs, where ~3 is arc 3 backwards.

    """
    shapes = [g for g in topology["objects"]["countries"]["geometries"] if g["properties"]["name"] != LEFT_OUT]
    rings = [list(_list_rings(shape)) for shape in shapes]
    used = sorted({arc if arc >= 0 else ~arc for country in rings for ring in country for arc in ring})
    numbers = {arc: number for number, arc in enumerate(used)}

    def renumber(arc: int) -> int:
        return numbers[arc] if arc >= 0 else ~numbers[~arc]

    return {
        "source": SOURCE,
        "arcs": [_write_arc(list(_read_arc(topology, arc))) for arc in used],
        "countries": [
            {"code": _find_code(shape), "rings": [[renumber(arc) for arc in ring] for ring in country]}
            for shape, country in zip(shapes, rings, strict=True)
        ],
    }


def _list_rings(shape: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for polygon in polygons:
        yield from polygon


def _read_arc(topology: Mapping[str, Any], number: int) -> Iterator[tuple[int, int]]:
    """The points of an arc, in our steps."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    for across, up in topology["arcs"][number]:
        x, y = x + across, y + up
        yield round((x * wide + west) * STEP), round((y * high + south) * STEP)


def _write_arc(points: Sequence[tuple[int, int]]) -> list[int]:
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    return [*points[0], *(value for step in steps if step != (0, 0) for value in step)]


def _find_code(shape: Mapping[str, Any]) -> str:
    import pycountry

    found = pycountry.countries.get(numeric=shape["id"]) if "id" in shape else None
    return found.alpha_3 if found else KOSOVO.get(shape["properties"]["name"], "")


def main() -> None:
    """Write the outlines next to this module."""
    topology = json.loads(Path(sys.argv[1]).read_bytes())
    target = Path(str(files("dragoman.gazetteer"))) / "data" / "outlines.json"
    outlines = compile_outlines(topology)
    # A line for each arc and country, so that a change is seen.
    lists = (f"{_dump(name)}:[\n{_END.join(map(_dump, outlines[name]))}\n]" for name in ("arcs", "countries"))
    target.write_text(f'{{"source":{_dump(SOURCE)},\n{_END.join(lists)}\n}}\n', encoding="utf-8")


def _dump(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    main()
