"""Outlines of countries: that they are whole, small, and where they should be."""

import json
from importlib.resources import files
from itertools import pairwise

import pytest

from dragoman.gazetteer.build_outlines import compile_outlines
from dragoman.gazetteer.outlines import load_outlines
from dragoman.gazetteer.places import load_places


def test_rings_are_closed_and_lines_do_not_leap() -> None:
    outlines = load_outlines()
    assert len(outlines.rings) > 250 and len(outlines.borders) > 250
    for ring in outlines.rings:
        assert ring[-1] == pytest.approx(ring[0], abs=1e-6)
    for line in (*outlines.rings, *outlines.borders):
        assert all(abs(x2 - x1) <= 180 for (x1, _), (x2, _) in pairwise(line))
        assert all(-90 <= y <= 90 for _, y in line)


def test_countries_lie_where_the_gazetteer_has_them() -> None:
    for code, bounds in load_outlines().bounds.items():
        centre = load_places().country(code)
        assert centre is not None, code
        # Of a country of many parts the largest need not be that in the middle.
        assert bounds.south - 8 <= centre.latitude <= bounds.north + 8, code
        assert -8 <= (centre.longitude - bounds.west + 8) % 360 - 8 <= bounds.east - bounds.west + 8, code


def test_a_country_on_both_sides_of_the_meridian_of_180_is_one() -> None:
    russia = load_outlines().bounds["RUS"]
    assert 20 < russia.west < 30 and 189 < russia.east < 191


def test_the_table_is_small_and_says_whose_it_is() -> None:
    text = files("dragoman.gazetteer").joinpath("data", "outlines.json").read_text(encoding="utf-8")
    assert len(text) < 120_000
    assert "Natural Earth" in json.loads(text)["source"] and "public domain" in json.loads(text)["source"]


def test_topojson_becomes_arcs_in_hundredths_of_a_degree() -> None:
    shapes = [
        {"type": "Polygon", "id": "792", "arcs": [[0, 1]], "properties": {"name": "Turkey"}},
        {"type": "MultiPolygon", "id": "364", "arcs": [[[~0, 3]]], "properties": {"name": "Iran"}},
        {"type": "Polygon", "arcs": [[3]], "properties": {"name": "Somaliland"}},
        {"type": "Polygon", "id": "010", "arcs": [[2]], "properties": {"name": "Antarctica"}},
    ]
    topology = {
        "transform": {"scale": [0.001, 0.5], "translate": [-180, -90]},
        "arcs": [[[0, 0], [1000, 2], [1, 0], [1000, 0]], [[2000, 2], [-2000, -2]], [[0, 0], [1, 1]], [[0, 0], [50, 8]]],
        "objects": {"countries": {"geometries": shapes}},
    }
    told = compile_outlines(topology)
    # What lies within a step of the point before is left out; the arc of Antarctica is not kept.
    assert told["arcs"] == [[-18000, -9000, 100, 100, 100, 0], [-17800, -8900, -200, -100], [-18000, -9000, 5, 400]]
    assert told["countries"] == [
        {"code": "TUR", "rings": [[0, 1]]},
        {"code": "IRN", "rings": [[-1, 2]]},
        {"code": "", "rings": [[2]]},
    ]
