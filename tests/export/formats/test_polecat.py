"""POLECAT rows."""

from dragoman.export.formats import ExportFormat
from tests.export.formats.factories import make_composed, make_event, make_side, rows_of

POLECAT = ExportFormat.POLECAT


def test_a_coded_event_fills_the_columns() -> None:
    (row,) = rows_of(POLECAT, make_event(cameo="043"))
    assert {name: value for name, value in row.items() if value is not None} == {
        "Event ID": row["Event ID"],
        "Event Date": "2025-10-01",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Intensity": "4.0",
        "Quad Code": "VERBAL COOPERATION",
        "Contexts": "military;diplomatic",
        "Actor Name": "Aziz Nasirzadeh",
        "Actor Country": "IRN",
        "Actor COW": "630",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV;MIL",
        "Actor Title": "minister of defence",
        "Actor Name Raw": "those of IRN",
        "Recipient Name": "Turkey",
        "Recipient Country": "TUR",
        "Recipient COW": "640",
        "Recipient Name Raw": "those of TUR",
        "Placename": "Ankara",
        "City": "Ankara",
        "Province": "Ankara",
        "Country": "TUR",
        "Latitude": "39.91987",
        "Longitude": "32.85427",
        "GeoNames ID": "323786",
        "Raw Placename": "Ankara",
        "Feature Type": "PPL",
        "Source": "Harbour Post",
        "Publication Date": "2025-10-02",
        "Story People": "Aziz Nasirzadeh",
        "Story Locations": "Ankara",
        "Language": "English",
        "Version": "dragoman 0.1.0",
    }
    assert str(row["Event ID"]).startswith("ev_0123456789abcdef-")


def test_sectors_are_plovers() -> None:
    actors = [
        make_side("KEN", sectors=["MED"]),
        make_side("ESH", sectors=["GOV"]),
        make_side("IGO:UN", sectors=["IGO"]),
    ]
    rows = rows_of(POLECAT, make_event(actors=actors))
    assert [row["Actor Sectors"] for row in rows] == ["JRN", "GOV;PRE", None]
    assert [row["Actor Country"] for row in rows] == ["KEN", "MAR", "UNO"]
    assert [row["Actor Name"] for row in rows] == [None, None, None]


def test_organisations_and_people_stand_apart() -> None:
    actors = [
        make_side("IGO:UN", name="UNICEF"),
        make_side("IGO:UN", name="António Guterres", office="secretary-general"),
    ]
    row, *_ = rows_of(POLECAT, make_event(actors=actors))
    assert (row["Story Organizations"], row["Story People"]) == ("UNICEF", "António Guterres")


def test_the_publication_is_the_first_of_all_reports() -> None:
    (row,) = rows_of(POLECAT, make_composed())
    assert (row["Publication Date"], row["Source"]) == ("2025-10-02", "Paper 2")


def test_a_side_that_is_not_known_is_empty() -> None:
    (row,) = rows_of(POLECAT, make_event(recipients=[], place=None))
    assert not any(value for name, value in row.items() if "Recipient" in name)
