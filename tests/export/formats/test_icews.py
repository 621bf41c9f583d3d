"""ICEWS rows."""

import pytest

from dragoman.codebook import label_for
from dragoman.export.formats import ExportFormat
from dragoman.export.formats.icews import name_actor
from dragoman.export.formats.tables import read_table
from tests.export.formats.factories import make_composed, make_event, make_place, make_side, rows_of

ICEWS = ExportFormat.ICEWS


def test_a_coded_event_fills_the_columns() -> None:
    (row,) = rows_of(ICEWS, make_event(cameo="043"))
    assert {name: value for name, value in row.items() if value is not None} == {
        "Event ID": row["Event ID"],
        "Event Date": "2025-10-01",
        "Source Name": "Turkey",
        "Source Country": "Turkey",
        "Event Text": "Host a visit",
        "CAMEO Code": "043",
        "Intensity": "2.8",
        "Target Name": "Aziz Nasirzadeh",
        "Target Sectors": "Government,Military",
        "Target Country": "Iran",
        "Story ID": row["Story ID"],
        "Publisher": "Harbour Post",
        "City": "Ankara",
        "Province": "Ankara",
        "Country": "Turkey",
        "Latitude": "39.91987",
        "Longitude": "32.85427",
    }
    assert str(row["Event ID"]).isdecimal() and str(row["Story ID"]).isdecimal()


@pytest.mark.parametrize(
    ("side", "name"),
    [
        (make_side("RUS"), "Russian Federation"),
        (make_side("KEN", sectors=["COP"]), "Police (Kenya)"),
        (make_side("KEN", sectors=["IGO", "MIL"]), "Military (Kenya)"),
        (make_side("NSA:OTHER/SOM", sectors=["REB"]), "Armed Rebel (Somalia)"),
        (make_side("KEN", sectors=["GOV"], name="Amina Mohamed"), "Amina Mohamed"),
        (make_side("IGO:UN", mention="He"), "United Nations"),
        (make_side("IGO:OTHER", mention="the alliance"), "the alliance"),
        (make_side("IGO:OTHER", mention=None), "IGO:OTHER"),
    ],
)
def test_names(side: dict[str, object], name: str) -> None:
    assert name_actor(side) == name


def test_intensity_is_icewss_own() -> None:
    (row,) = rows_of(ICEWS, make_event(cameo="163", event_type="SANCTION", mode="discontinue"))
    assert row["Intensity"] == "-8.0"


def test_the_story_is_that_of_the_events_own_report() -> None:
    (composed,), (coded,) = rows_of(ICEWS, make_composed()), rows_of(ICEWS, make_event(document_id="doc-2"))
    assert composed["Publisher"] == "Paper 2"
    assert composed["Story ID"] == coded["Story ID"]


def test_two_persons_of_one_country_are_two_rows() -> None:
    ministers = [make_side("IRN", sectors=["GOV"], name=name) for name in ("Abbas Araghchi", "Aziz Nasirzadeh")]
    rows = rows_of(ICEWS, make_event(actors=[*ministers, ministers[0]]))
    assert [row["Source Name"] for row in rows] == ["Abbas Araghchi", "Aziz Nasirzadeh"]
    assert len({row["Event ID"] for row in rows}) == 2


@pytest.mark.parametrize(
    ("kind", "city", "district"), [("city", "Here", None), ("admin2", None, "Here"), ("country", None, None)]
)
def test_a_place_stands_in_the_column_of_its_kind(kind: str, city: str | None, district: str | None) -> None:
    (row,) = rows_of(ICEWS, make_event(place=make_place("Here", kind=kind)))
    assert (row["City"], row["District"], row["Country"]) == (city, district, "Turkey")


@pytest.mark.parametrize(
    ("cameo", "text"),
    [
        ("181", "Abduct, hijack, or take hostage"),
        ("193", "fight with small arms and light weapons"),
        ("042", "Make a visit"),
    ],
)
def test_codes_have_the_words_of_icews(cameo: str, text: str) -> None:
    rows = list(rows_of(ICEWS, make_event(cameo=cameo)))
    assert {row["Event Text"] for row in rows} == {text}


def test_words_of_icews_are_for_codes_that_are() -> None:
    rows = list(read_table("icews_texts.csv"))
    assert all(row["text"] != label_for(row["cameo"]) for row in rows)
    assert len({row["cameo"] for row in rows}) == len(rows)
