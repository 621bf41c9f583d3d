"""The tables of other formats' codes are complete and well-formed."""

import re

import pytest

from dragoman.export.formats.countries import load_countries, load_sectors
from dragoman.export.formats.tables import read_table
from dragoman.gazetteer.tables import read_table as read_gazetteer
from dragoman.model.codes import Sector

COUNTRIES = load_countries()


def test_every_country_of_the_gazetteer_has_a_row() -> None:
    assert set(COUNTRIES) == {row["country"] for row in read_gazetteer("states.csv")}


def test_codes_have_the_form_of_their_lists() -> None:
    for row in COUNTRIES.values():
        assert re.fullmatch(r"[A-Z]{2}", row.iso2), row
        assert re.fullmatch(r"[A-Z]{2}|", row.fips), row
        assert row.divisions in {"", "geonames", "postal"}, row
        assert all(re.fullmatch(r"[A-Z]{3}|", code) for code in (row.gdelt, row.phoenix, row.plover)), row
        assert re.fullmatch(r"\d{1,3}|", row.cow), row
        assert row.name and row.icews != row.name, row


@pytest.mark.parametrize("field", ["iso2", "name", "cow"])
def test_no_two_countries_share_a_code(field: str) -> None:
    codes = [code for row in COUNTRIES.values() if (code := getattr(row, field))]
    assert len(codes) == len(set(codes))


def test_only_two_territories_have_the_fips_code_of_their_state() -> None:
    codes = [row.fips for row in COUNTRIES.values() if row.fips]
    assert sorted({code for code in codes if codes.count(code) > 1}) == ["FI", "NL"]
    assert [row.country for row in COUNTRIES.values() if not row.fips] == ["UMI"]


@pytest.mark.parametrize(
    ("country", "fips", "gdelt", "phoenix", "plover", "cow"),
    [
        ("TUR", "TU", "TUR", "TUR", "TUR", "640"),
        ("IRN", "IR", "IRN", "IRN", "IRN", "630"),
        ("GBR", "UK", "GBR", "GBR", "GBR", "200"),
        ("DEU", "GM", "DEU", "DEU", "DEU", "255"),
        ("CHN", "CH", "CHN", "CHN", "CHN", "710"),
        ("AUS", "AS", "AUS", "AUS", "AUS", "900"),
        ("ROU", "RO", "ROM", "ROU", "ROU", "360"),
        ("TLS", "TT", "TMP", "TMP", "TLS", "860"),
        ("MNE", "MJ", "MTN", "MNE", "MNE", "341"),
        ("XKX", "KV", "KSV", "KSV", "KOS", "347"),
        ("SSD", "OD", "SSD", "SSD", "SSD", "626"),
        ("SRB", "RI", "SRB", "SRB", "SRB", "345"),
        ("COD", "CG", "COD", "COD", "COD", "490"),
        ("COG", "CF", "COG", "COG", "COG", "484"),
        ("HKG", "HK", "HKG", "HKG", "HKG", ""),
        ("PRI", "RQ", "PRI", "USA", "USA", ""),
        ("CUW", "UC", "ANT", "NLD", "NLD", ""),
        ("ESH", "WI", "ESH", "MAR", "MAR", ""),
    ],
)
def test_codes_that_differ_from_iso(country: str, fips: str, gdelt: str, phoenix: str, plover: str, cow: str) -> None:
    row = COUNTRIES[country]
    assert (row.fips, row.gdelt, row.phoenix, row.plover, row.cow) == (fips, gdelt, phoenix, plover, cow)


def test_every_sector_has_a_row() -> None:
    assert set(load_sectors()) == set(Sector)


def test_cameo_codes_of_bodies_are_made_of_three_letters() -> None:
    rows = list(read_table("bodies.csv"))
    assert len({(row["code"], row["name"]) for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"([A-Z]{3}){1,5}", row["cameo"]), row
        assert all(part in row["cameo"] for part in (row["group"], row["region"], *row["types"].split("|"))), row
        assert row["plover"] and row["source"], row


def test_organisations_named_there_are_names_of_the_gazetteer() -> None:
    known = {row["name"] for table in ("organisations.csv", "groups.csv") for row in read_gazetteer(table)}
    assert {row["name"] for row in read_table("bodies.csv")} - {""} <= known
