"""Places in GDELT's columns. Ankara, Beijing, Cairo, Lima, Patna, Riyadh and California are as in GDELT's own files."""

import pytest

from dragoman.export.formats.geography import NOWHERE, locate_for_gdelt
from tests.export.formats.factories import make_place


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1", "expected"),
    [
        ("Türkiye", "country", "TUR", None, (1, "Turkey", "TU", "TU", "TU")),
        ("California", "admin1", "USA", "California", (2, "California, United States", "US", "USCA", "CA")),
        ("Waco", "city", "USA", "Texas", (3, "Waco, Texas, United States", "US", "USTX", None)),
        ("Ankara", "city", "TUR", "Ankara", (4, "Ankara, Ankara, Turkey", "TU", "TU68", None)),
        ("Patna", "city", "IND", "Bihar", (4, "Patna, Bihar, India", "IN", "IN34", None)),
        ("Beijing", "city", "CHN", "Beijing", (4, "Beijing, Beijing, China", "CH", "CH22", None)),
        ("Bihar", "admin1", "IND", "Bihar", (5, "Bihar, India", "IN", "IN34", None)),
        ("Glasgow", "city", "GBR", "Scotland", (4, "Glasgow, Scotland, United Kingdom", "UK", "UK00", None)),
        ("Lyon", "city", "FRA", "Rhone-Alpes", (4, "Lyon, Rhone-Alpes, France", "FR", "FR00", None)),
        ("Jerusalem", "city", "ISR", "Jerusalem", (4, "Jerusalem, Jerusalem, Israel", "IS", "IS06", None)),
        ("Rafah", "city", "PSE", "Gaza Strip", (4, "Rafah, Gaza Strip, Palestinian Territories", "GZ", "GZ00", None)),
        ("West Bank", "region", "PSE", None, (4, "West Bank, Palestinian Territories", "WE", "WE00", None)),
        ("Kashmir", "region", "IND", None, (4, "Kashmir, India", "IN", "IN00", None)),
        ("Red Sea", "region", None, None, (4, "Red Sea", None, None, None)),
        ("Wake", "city", "UMI", None, (4, "Wake, United States Minor Outlying Islands", None, None, None)),
    ],
)  # fmt: skip
def test_places(name: str, kind: str, country: str | None, admin1: str | None, expected: tuple[object, ...]) -> None:
    where = locate_for_gdelt(make_place(name, kind=kind, country=country, admin1=admin1))
    columns = ("Type", "FullName", "CountryCode", "ADM1Code", "FeatureID")
    assert tuple(where[column] for column in columns) == expected
    assert (where["Lat"], where["Long"], where["ADM2Code"]) == (39.91987, 32.85427, None)


def test_an_unknown_place_has_type_nought_and_nothing_else() -> None:
    assert locate_for_gdelt(None) == NOWHERE
    assert NOWHERE["Type"] == 0 and not any(value for name, value in NOWHERE.items() if name != "Type")
