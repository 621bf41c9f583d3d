"""GDELT's events and mentions."""

import pytest

from dragoman.export.formats import ExportFormat
from tests.export.formats.factories import make_composed, make_date, make_event, make_side, rows_of

EVENTS, MENTIONS = ExportFormat.GDELT_EVENTS, ExportFormat.GDELT_MENTIONS


def test_a_coded_event_fills_the_columns() -> None:
    (row,) = rows_of(EVENTS, make_event())
    assert {name: value for name, value in row.items() if value is not None} == {
        "GLOBALEVENTID": "4619098203015927",
        "SQLDATE": "20251001",
        "MonthYear": "202510",
        "Year": "2025",
        "FractionDate": "2025.7425",
        "Actor1Code": "IRNGOVMIL",
        "Actor1Name": "AZIZ NASIRZADEH",
        "Actor1CountryCode": "IRN",
        "Actor1Type1Code": "GOV",
        "Actor1Type2Code": "MIL",
        "Actor2Code": "TUR",
        "Actor2Name": "TURKEY",
        "Actor2CountryCode": "TUR",
        "IsRootEvent": "1",
        "EventCode": "042",
        "EventBaseCode": "042",
        "EventRootCode": "04",
        "QuadClass": "1",
        "GoldsteinScale": "1.9",
        "NumMentions": "1",
        "NumSources": "1",
        "NumArticles": "1",
        "Actor1Geo_Type": "0",
        "Actor2Geo_Type": "0",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Ankara, Ankara, Turkey",
        "ActionGeo_CountryCode": "TU",
        "ActionGeo_ADM1Code": "TU68",
        "ActionGeo_Lat": "39.91987",
        "ActionGeo_Long": "32.85427",
        "DATEADDED": "20251002000000",
        "SOURCEURL": "doc-1",
    }


@pytest.mark.parametrize(
    ("day", "fraction"), [("2007-07-04", "2007.5041"), ("2016-03-12", "2016.1973"), ("2016-07-01", "2016.4959")]
)
def test_the_fraction_of_the_year_is_the_one_in_gdelts_files(day: str, fraction: str) -> None:
    (row,) = rows_of(EVENTS, make_event(date=make_date(day)))
    assert row["FractionDate"] == fraction


def test_base_and_root_codes_are_cut_from_a_leaf() -> None:
    (row,) = rows_of(EVENTS, make_event(cameo="1243"))
    assert [row[name] for name in ("EventCode", "EventBaseCode", "EventRootCode")] == ["1243", "124", "12"]


def test_reports_are_counted_and_the_first_dates_the_row() -> None:
    mention = {"text": "trip", "start": 400, "end": 404}
    (row,) = rows_of(EVENTS, make_composed(mentions=[mention]))
    counts = [row[name] for name in ("NumMentions", "NumSources", "NumArticles", "DATEADDED", "SOURCEURL")]
    assert counts == ["4", "2", "3", "20251002000000", "https://x.example/3"]


@pytest.mark.parametrize(
    ("span", "root"), [({"start": 900, "field": "title"}, "1"), ({"start": 12}, "1"), ({"start": 900}, "0")]
)
def test_a_root_event_is_told_in_the_headline_or_lead(span: dict[str, object], root: str) -> None:
    evidence = {**make_event()["evidence"], **span}
    (row,) = rows_of(EVENTS, make_event(evidence=evidence))
    assert row["IsRootEvent"] == root


def test_every_report_of_every_dyad_is_a_mention_of_its_row() -> None:
    event = make_composed(recipients=[make_side("TUR", start=30, end=36), make_side("AZE", start=50, end=55)])
    events, mentions = rows_of(EVENTS, event), rows_of(MENTIONS, event)
    assert [row["GLOBALEVENTID"] for row in mentions] == [row["GLOBALEVENTID"] for row in events for _ in range(3)]
    assert [row["MentionTimeDate"] for row in mentions[:3]] == ["20251002000000", "20251003000000", "20251004000000"]
    assert {row["EventTimeDate"] for row in mentions} == {"20251002000000"}
    assert [row["MentionIdentifier"] for row in mentions[:3]] == ["doc-1", "doc-2", "https://x.example/3"]
    assert [row["MentionType"] for row in mentions[:3]] == ["2", "2", "1"]
    assert [row["MentionSourceName"] for row in mentions[:3]] == ["Paper 1", "Paper 2", "Paper 1"]
    assert {row["Confidence"] for row in mentions} == {"50"}


def test_offsets_are_of_the_report_whose_words_the_event_has() -> None:
    columns = ("Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset")
    rows = rows_of(MENTIONS, make_composed())
    assert [[row[column] for column in columns] for row in rows] == [["-1"] * 3, ["4", "30", "21"], ["-1"] * 3]


def test_offsets_in_headlines_and_of_sides_set_by_a_person_are_unknown() -> None:
    actor = make_side("IRN", field="title", start=3)
    recipient = make_side("TUR", mention=None, start=None, end=None)
    (row,) = rows_of(MENTIONS, make_event(actors=[actor], recipients=[recipient]))
    assert (row["Actor1CharOffset"], row["Actor2CharOffset"], row["ActionCharOffset"]) == ("-1", "-1", "21")
