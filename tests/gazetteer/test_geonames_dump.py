import zipfile
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.gazetteer.geonames_dump import read_division_names, read_dump
from dragoman.gazetteer.geonames_features import load_dump_countries, load_features
from dragoman.gazetteer.place_row import KINDS
from dragoman.gazetteer.places import load_places
from tests.gazetteer.dumps import PLACES, make_line, write_dump

GOOD = make_line(PLACES[0])


@pytest.mark.parametrize("name", ["TR.txt", "TR.zip", "allCountries.zip"])
def test_a_dump_is_read_zipped_or_not(tmp_path: Path, name: str) -> None:
    rows = list(read_dump(write_dump(tmp_path / name), {"P.PPLC", "H.SEA"}))
    assert [row.name for row in rows] == ["Ankara", "Black Sea"]
    ankara = rows[0]
    assert (ankara.geonames_id, ankara.latitude, ankara.longitude) == (323786, 39.91987, 32.85427)
    assert (ankara.country, ankara.division, ankara.population) == ("TR", "68", 5_000_000)
    assert ankara.other_names == ("Angora", "Ankyra", "Анкара", "ANK")
    assert ankara.changed == "2026-01-02"


def test_progress_adds_up_to_the_size_of_the_file(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "TR.zip")
    told: list[int] = []
    list(read_dump(path, {"P.PPLC"}, report=told.append))
    assert sum(told) == path.stat().st_size


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "TR.txt"
    path.write_bytes(GOOD.replace("\n", "\r\n").encode())
    (row,) = read_dump(path, {"P.PPLC"})
    assert row.changed == "2026-01-02"


FAULTS = [
    ("", "holds no places", ""),
    ("name,latitude\n", "1 columns, and those of a GeoNames dump have 19", ":1"),
    (GOOD + "323787\tKara", "2 columns", ":2"),
    (GOOD.rstrip("\n"), "the last line breaks off", ":1"),
    (GOOD + GOOD.replace("39.91987", "north"), "could not convert string to float", ":2"),
    (GOOD.replace("39.91987", "139.91987"), "is no place on earth", ":1"),
    (GOOD.replace("5000000", "many"), "invalid literal for int", ":1"),
    (GOOD.encode().replace(b"Angora", b"\xff\xfe"), "can't decode byte 0xff", ":1"),
]


@pytest.mark.parametrize(("content", "fault", "line"), FAULTS)
def test_a_wrong_or_cut_off_file_is_refused_with_the_line(
    tmp_path: Path, content: str | bytes, fault: str, line: str
) -> None:
    path = tmp_path / "TR.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=fault) as raised:
        list(read_dump(path, {"P.PPLC"}))
    assert raised.value.place == f"{path}{line}"
    assert "GeoNames" in raised.value.remedy or "download" in raised.value.remedy.lower()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        list(read_dump(tmp_path / "absent.zip", {"P.PPLC"}))


def test_a_zip_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "TR.zip")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(InputError, match="no zip file, or cut off"):
        list(read_dump(path, {"P.PPLC"}))


def test_damage_inside_a_zip_is_told(tmp_path: Path) -> None:
    path = tmp_path / "TR.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("TR.txt", GOOD * 3)
    path.write_bytes(path.read_bytes().replace(b"Angora", b"Angola", 1))
    with pytest.raises(InputError, match="damaged or cut off"):
        list(read_dump(path, {"P.PPLC"}))


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("beach.jpg", "")
    with pytest.raises(InputError, match=r"this one holds beach\.jpg"):
        list(read_dump(path, {"P.PPLC"}))


def test_the_names_of_divisions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "admin1CodesASCII.txt"
    path.write_text("TR.68\tAnkara\tAnkara\t323784\nTV.NUI\tNui\tNui\t2110394\n", encoding="utf-8")
    assert read_division_names(path) == {("TR", "68"): "Ankara", ("TV", "NUI"): "Nui"}
    path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(InputError, match="has 19 columns where"):
        read_division_names(path)


def test_every_feature_becomes_a_kind_of_place() -> None:
    features = load_features()
    assert {f.kind for f in features.values()} == set(KINDS) - {"country"}
    assert all(code[1] == "." and code[0] in "AHLPTV" for code in features)
    assert all((f.standing > 0) == (f.kind == "region") for f in features.values())
    assert {"T.DSRT", "H.SEA", "H.STRT", "T.ISLS", "T.MTS", "L.RGN", "P.PPLC", "A.ADM1", "A.ADM4"} <= set(features)


def test_every_country_of_the_shipped_index_is_one_of_geonames() -> None:
    codes = {country.alpha3 for country in load_dump_countries().values()}
    assert {row.country for row in load_places().rows() if row.country} <= codes
    assert load_dump_countries()["XK"].alpha3 == "XKX"
