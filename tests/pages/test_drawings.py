"""Maps and networks as numbers: where things stand and how large they are."""

from itertools import combinations
from math import isclose, radians, sin
from typing import Any

import numpy as np
import pytest

from dragoman.gazetteer.outlines import Bounds
from dragoman.pages.drawings.labels import NARROW, place_labels
from dragoman.pages.drawings.labels import WIDE as WIDE_MAP
from dragoman.pages.drawings.land import draw_land
from dragoman.pages.drawings.layout import lay_out, part
from dragoman.pages.drawings.lines import draw_network
from dragoman.pages.drawings.marks import LARGEST, draw_marks
from dragoman.pages.drawings.projection import View, project
from dragoman.pages.drawings.sheets import WIDE, Sheet, make_narrow
from dragoman.tasks.regions import REGIONS, WORLD


def test_the_projection_is_that_of_the_paper() -> None:
    assert project(0, 0) == (0, 0)
    assert isclose(project(180, 0)[0], 2.7066299836, abs_tol=1e-9)
    assert isclose(project(0, 90)[1], 1.3173627591, abs_tol=1e-9)
    x, y = project(-75, -40)
    assert (x, y) == tuple(-value for value in project(75, 40))


@pytest.mark.parametrize("latitude", [-80, -35, 0, 20, 50, 75])
def test_as_much_land_is_as_large_everywhere(latitude: float) -> None:
    step = 0.01
    on_globe = radians(step) * (sin(radians(latitude + step)) - sin(radians(latitude)))
    low, high = project(100, latitude), project(100, latitude + step)
    widths = [project(100 + step, at)[0] - project(100, at)[0] for at in (latitude, latitude + step)]
    assert isclose(sum(widths) / 2 * (high[1] - low[1]), on_globe, rel_tol=1e-3)


@pytest.mark.parametrize("bounds", [WORLD, *REGIONS.values()], ids=str)
def test_a_view_fits_its_sheet_and_has_land(bounds: Bounds) -> None:
    view = View.fit(bounds, 1000, 640)
    assert view.width <= 1000 and view.height <= 641
    middle, level = (bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2
    x, y = view.place(middle, level)
    assert isclose(x, view.width / 2) and 0 < y < view.height
    assert view.place(middle + 360, level) == pytest.approx((x, y))
    land = draw_land(view)
    assert land.ground.startswith("M") and land.ground.count("z") == land.ground.count("M")
    assert len(land.ground) + len(land.borders) < 70_000


def test_land_at_the_back_of_the_world_does_not_lie_across_the_map() -> None:
    view = View(REGIONS["South America"], 1000)
    steps = [piece for path in draw_land(view).ground.split("z") for piece in path.partition("l")[2].split()]
    assert max(abs(int(n)) for step in steps for n in step.replace("-", " -").split()) < 5 * view.width


def make_place(name: str, events: int, conflict: int, longitude: float = 0.0) -> dict[str, Any]:
    return {"name": name, "latitude": 10.0, "longitude": longitude, "events": events, "conflict": conflict}


def test_circles_are_as_large_as_their_events_are_many() -> None:
    places = [make_place("A", 400, 100), make_place("B", 100, 100, 20), make_place("C", 1, 0, 40)]
    most, quarter, one = draw_marks(View(WORLD, 1000), places)
    assert most.radius == LARGEST and quarter.radius == LARGEST / 2
    assert 0 < one.radius < quarter.radius
    assert not quarter.wedge and not one.wedge
    # A quarter of conflict: from the top to the right.
    assert most.wedge.startswith("M0 0") and most.wedge.endswith(f"0 0 1 {most.radius:.1f} -0.0Z")


def test_names_are_written_where_they_have_room() -> None:
    view = View(WORLD, 1000)
    places = [make_place("One", 5, 0), make_place("Beside it", 4, 0, 8), make_place("Far", 3, 0, 60)]
    marks = draw_marks(view, places)
    labels = place_labels(view, marks, WIDE_MAP)
    assert [(label.words, label.anchor) for label in labels] == [
        ("One", "end"),
        ("Beside it", "start"),
        ("Far", "start"),
    ]
    assert labels[1].x > marks[1].x + marks[1].radius and labels[0].x < marks[0].x - marks[0].radius
    at_edge = draw_marks(view, [make_place("At the edge", 1, 0, 188)])
    assert [label.anchor for label in place_labels(view, at_edge, WIDE_MAP)] == ["end"]
    assert place_labels(view, [], WIDE_MAP) == []


def test_a_name_lies_over_no_circle_even_where_circles_are_larger() -> None:
    view = View(WORLD, 1000)
    marks = draw_marks(view, [make_place(f"Place {n}", 9 - n, 0, 7 * n) for n in range(8)])
    for scale in (WIDE_MAP, NARROW):
        labels = place_labels(view, marks, scale)
        assert labels
        for label in labels:
            wide = scale.letter * len(label.words)
            left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
            for mark in marks:
                across = mark.x - min(max(mark.x, left), left + wide)
                down = mark.y - label.y
                assert np.hypot(across, max(0, abs(down) - scale.line / 2)) >= 0.8 * mark.radius * scale.circles
    assert len(place_labels(view, marks, NARROW)) <= len(place_labels(view, marks, WIDE_MAP))


def test_nodes_with_a_line_stand_nearer_to_each_other_and_always_at_the_same_place() -> None:
    ties = [(0, 1, 1.0), (2, 3, 1.0), (1, 4, 0.1)]
    points = lay_out(5, ties)
    assert (points == lay_out(5, ties)).all() and ((points >= 0) & (points <= 1)).all()
    distance = {pair: np.linalg.norm(points[pair[0]] - points[pair[1]]) for pair in combinations(range(5), 2)}
    assert max(distance[0, 1], distance[2, 3]) < min(distance[0, 2], distance[0, 3], distance[1, 2], distance[1, 3])


@pytest.mark.parametrize("count", [0, 1, 2, 30])
def test_nodes_on_one_spot_are_parted(count: int) -> None:
    sizes = np.full((count, 2), 40.0)
    points = part(np.full((count, 2), 200.0), sizes, (800.0, 600.0))
    assert all((abs(one - other) > 39).any() for one, other in combinations(points, 2))
    assert ((points >= 20) & (points <= (780, 580))).all()


def make_network(*relations: tuple[str, str, dict[str, int]], sheet: Sheet = WIDE) -> Any:
    codes = dict.fromkeys(code for one, other, _ in relations for code in (one, other))
    sides = [{"code": code, "name": code.title(), "events": 10} for code in codes]
    told = [{"one": a, "other": b, "events": sum(k.values()), "quad_classes": k} for a, b, k in relations]
    return draw_network(sheet, sides, told)


def test_strands_lie_side_by_side_and_are_as_thick_as_their_events() -> None:
    kinds = {"verbal cooperation": 30, "material cooperation": 0, "verbal conflict": 10, "material conflict": 0}
    network = make_network(("IRN", "TUR", kinds), ("IRN", "OMN", {"verbal cooperation": 4}))
    first, second = network.bundles
    assert [s.quad_class for s in first.strands] == ["verbal cooperation", "verbal conflict"]
    assert first.strands[0].width == 3 * first.strands[1].width > second.strands[0].width
    one, other = first.strands
    apart = np.hypot(one.x1 - other.x1, one.y1 - other.y1)
    assert isclose(apart, (one.width + other.width) / 2, abs_tol=0.2)
    assert not isclose(one.x1 - one.x2, 0) or not isclose(one.y1 - one.y2, 0)


@pytest.mark.parametrize("sheet", [WIDE, make_narrow(33)], ids=lambda sheet: sheet.name)
def test_a_network_stays_on_its_sheet_and_shapes_tell_the_kinds(sheet: Sheet) -> None:
    pairs = [("USA", f"NSA:G{n}/YEM", {"verbal conflict": n + 1}) for n in range(30)]
    network = make_network(*pairs, ("IGO:UN", "NGO:OTHER", {"verbal cooperation": 1}), sheet=sheet)
    assert {node.kind for node in network.nodes} == {"state", "group", "organisation", "other"}
    assert all(0 < node.x < sheet.width and 0 < node.y < node.label_y < sheet.height for node in network.nodes)
    assert all(len(node.label) <= sheet.longest for node in network.nodes)
    assert make_network(sheet=sheet).nodes == ()
