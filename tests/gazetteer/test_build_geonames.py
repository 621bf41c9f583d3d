from pathlib import Path

import pytest

from dragoman.gazetteer.build_geonames import GeonamesMerge
from dragoman.gazetteer.place_row import PlaceRow
from dragoman.gazetteer.places import PlaceIndex, load_index
from dragoman.gazetteer.places_writer import write_places
from tests.gazetteer.dumps import write_dump


def shipped(name: str, kind: str, number: int = 0, **facts: object) -> PlaceRow:
    values: dict[str, object] = {
        "country": "TUR", "division": "Ankara", "latitude": 39.9, "longitude": 32.8, "population": 4_000_000,
        "spellings": frozenset(),
    } | facts  # fmt: skip
    return PlaceRow(name=name, kind=kind, geonames_id=number, **values)  # type: ignore[arg-type]


BASE = (
    shipped("Türkiye", "country", 298795, division="", spellings=frozenset({"Turkey"})),
    shipped("Ankara", "admin1", population=6_000_000, latitude=40.3, spellings=frozenset({"Ankara Ilı"})),
    shipped("Ankara", "city", 323786, spellings=frozenset({"Engüri"})),
    shipped("Konya", "city", 306571, division="Konya"),
    shipped("Black Sea", "region", country="", division="", latitude=43.4, population=20_000_000),
)


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dump(tmp_path_factory.mktemp("dump") / "TR.zip")


def build(folder: Path, dumps: list[Path], **options: object) -> PlaceIndex:
    merge = GeonamesMerge(BASE, dumps, **options)  # type: ignore[arg-type]
    with (folder / "own.places").open("wb") as stream:
        write_places(stream, merge.rows(), lambda: {"geonames": merge.newest})
    return load_index(folder / "own.places")


def test_a_city_has_the_facts_of_the_dump_and_the_names_of_both(tmp_path: Path, dump: Path) -> None:
    index = build(tmp_path, [dump])
    (city,) = (e for e in index.lookup("Ankara") if e.kind == "city")
    assert (city.population, city.latitude, city.admin1, city.country) == (5_000_000, 39.91987, "Ankara", "TUR")
    assert all(e.geonames_id == 323786 for name in ("Angora", "Engüri") for e in index.lookup(name))
    assert index.lookup("Анкара") == index.lookup("ANK") == []
    assert index.sources == {"geonames": "2026-01-02"}


def test_a_division_keeps_its_name_and_gets_its_id(tmp_path: Path, dump: Path) -> None:
    (division,) = (e for e in build(tmp_path, [dump]).lookup("Ankara") if e.kind == "admin1")
    assert (division.geonames_id, division.latitude, division.population) == (323784, 39.75, 5_500_000)
    assert {e.kind for e in build(tmp_path, [dump]).lookup("Ankara Ili")} == {"admin1"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Yenitarla", "city"),
        ("Kucukkale", "city"),  # a seat, whatever its size
        ("Karaburun Strait", "region"),
        ("Ulukaya Mountains", "region"),
        ("Konya", "city"),  # shipped, not in the dump
        ("Turkey", "country"),
        ("New Islet", "admin1"),  # of a code that no table names
        ("Neudorfhausen", "admin2"),
        ("Landkreis Neudorfhausen", "admin2"),
    ],
)
def test_what_news_may_name_is_kept(tmp_path: Path, dump: Path, name: str, kind: str) -> None:
    assert {e.kind for e in build(tmp_path, [dump]).lookup(name)} >= {kind}


@pytest.mark.parametrize("name", ["Karsiova", "Eskiharabe", "Bozdag Tepesi", "Ankara Lisesi", "Republic of Türkiye"])
def test_what_is_too_small_no_longer_there_or_no_place_is_left_out(tmp_path: Path, dump: Path, name: str) -> None:
    assert build(tmp_path, [dump]).lookup(name) == []


def test_a_district_named_as_its_town_yields_to_it(tmp_path: Path, dump: Path) -> None:
    found = build(tmp_path, [dump]).lookup("Yenitarla")
    assert sorted((e.kind, e.geonames_id) for e in found) == [("admin2", 9000003), ("city", 9000002)]


@pytest.mark.parametrize(("least", "kept"), [(0, 1), (400, 1), (401, 0)])
def test_the_least_population_is_the_users(tmp_path: Path, dump: Path, least: int, kept: int) -> None:
    assert len(build(tmp_path, [dump], min_population=least).lookup("Karsiova")) == kept


def test_a_region_kept_by_hand_stays_and_gets_the_id(tmp_path: Path, dump: Path) -> None:
    (sea,) = build(tmp_path, [dump]).lookup("Black Sea")
    assert (sea.latitude, sea.population, sea.geonames_id) == (43.4, 20_000_000, 630671)


def test_a_place_of_several_dumps_is_taken_once(tmp_path: Path, dump: Path) -> None:
    assert len(build(tmp_path, [dump, dump])) == len(build(tmp_path, [dump]))


def test_divisions_may_be_named_by_the_file_of_their_codes(tmp_path: Path) -> None:
    place = (9000020, "Lagoon Town", "", -10.1, 170.1, "P", "PPL", "TV", "77", 900)
    path = write_dump(tmp_path / "cities500.txt", (place,))
    (town,) = build(tmp_path, [path], division_names={("TV", "77"): "Far Atoll"}).lookup("Lagoon Town")
    assert town.admin1 == "Far Atoll"
