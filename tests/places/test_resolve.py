from dataclasses import replace

import pytest

from dragoman.gazetteer.places import PlaceEntry, load_places
from dragoman.places.cues import load_cues
from dragoman.places.features import find_features, read_surroundings
from dragoman.places.resolve import PARTS, Name, resolve_names
from dragoman.places.weights import load_weights


def _entry(name: str, country: str, *, population: int, latitude: float = 0.0, admin1: str = "") -> PlaceEntry:
    return PlaceEntry(
        name=name,
        country=country,
        admin1=admin1 or None,
        latitude=latitude,
        longitude=0.0,
        population=population,
        geonames_id=None,
        kind="city",
        spelling=name,
    )


BIG = _entry("Springton", "AAA", population=1_000_000, latitude=50.0)
SMALL = _entry("Springton", "BBB", population=5_000, latitude=-20.0, admin1="Eastmark")
NEIGHBOUR = _entry("Nearby", "BBB", population=9_000, latitude=-20.2, admin1="Eastmark")
WEIGHTS = {
    "prominence": 1.0,
    "inside the place named with it": 6.0,
    "country of other places": 4.0,
    "near other places": 4.0,
}


def _country(names: list[Name], **options: str) -> str | None:
    return resolve_names(names, WEIGHTS, **options)[0][0].entry.country


def _name(text: str, *entries: PlaceEntry, within: PlaceEntry | None = None) -> Name:
    return Name(text=text, entries=entries, weight=1.0, within=within)


def test_the_largest_place_wins_where_nothing_else_speaks() -> None:
    assert _country([_name("Springton", BIG, SMALL)]) == "AAA"


def test_places_named_beside_it_win_over_size() -> None:
    beside = [_name(f"Nearby {i}", NEIGHBOUR) for i in range(4)]
    assert _country([_name("Springton", BIG, SMALL), *beside]) == "BBB"


def test_a_town_known_in_more_languages_wins_over_a_larger_one() -> None:
    famous = replace(SMALL, known=90)
    assert resolve_names([_name("Springton", BIG, famous)], {"known": 3.0})[0][0].entry.country == "BBB"


@pytest.mark.parametrize(("named", "country"), [(True, "CCC"), (False, "AAA")])
def test_a_division_wins_over_a_town_of_its_name_where_its_country_is_named(*, named: bool, country: str) -> None:
    division = replace(BIG, kind="admin1", country="CCC", population=30_000_000)
    state = replace(BIG, name="Utopia", kind="country", country="CCC", admin1=None)
    names = [_name("Springton", division, BIG), *([_name("Utopia", state)] if named else [])]
    weights = {"smaller than a division of a country named": -3.0, "is city": 1.0}
    assert resolve_names(names, weights)[0][0].entry.country == country


def test_the_larger_place_named_with_it_wins_over_size() -> None:
    division = PlaceEntry(
        name="Eastmark",
        country="BBB",
        admin1="Eastmark",
        latitude=-20.0,
        longitude=0.0,
        population=1,
        geonames_id=None,
        kind="admin1",
        spelling="Eastmark",
    )
    assert _country([_name("Springton", BIG, SMALL, within=division)]) == "BBB"


def test_likelihoods_sum_to_one_and_parts_are_named() -> None:
    (readings,) = resolve_names([_name("Springton", BIG, SMALL)], WEIGHTS)
    assert sum(r.likelihood for r in readings) == pytest.approx(1.0)
    assert {part for r in readings for part, _ in r.parts} <= set(PARTS)


def test_no_names_and_names_without_places_resolve_to_nothing() -> None:
    assert resolve_names([], WEIGHTS) == []
    assert resolve_names([_name("Nowhere")], WEIGHTS) == [[]]


def test_very_many_names_are_resolved_in_turn() -> None:
    paris = load_places().lookup("Paris")
    names = [_name("Paris", *paris) for _ in range(150)]
    assert [r[0].entry.country for r in resolve_names(names, WEIGHTS)] == ["FRA"] * 150


def test_every_part_and_list_is_known_to_the_data() -> None:
    weights = load_weights()
    assert set(weights.resolve) <= set(PARTS)
    assert {"bias", "common word"} <= set(weights.find)
    cues = load_cues()
    assert cues.static <= cues.locative
    assert all(word == word.lower() for word in cues.common | cues.title | cues.body)
    assert find_features.__doc__
    assert read_surroundings((), ()).person_words == set()
