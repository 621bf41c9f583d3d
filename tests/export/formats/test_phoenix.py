"""Phoenix rows."""

from dragoman.export.formats import ExportFormat
from tests.export.formats.factories import make_composed, make_event, rows_of

PHOENIX = ExportFormat.PHOENIX


def test_a_coded_event_fills_the_columns() -> None:
    (row,) = rows_of(PHOENIX, make_event(cameo="141", event_type="PROTEST", mode="demo"))
    assert {name: value for name, value in row.items() if value is not None} == {
        "EventID": row["EventID"],
        "Date": "20251001",
        "Year": "2025",
        "Month": "10",
        "Day": "1",
        "SourceActorFull": "IRNGOVMIL",
        "SourceActorEntity": "IRN",
        "SourceActorRole": "GOV",
        "SourceActorAttribute": "MIL",
        "TargetActorFull": "TUR",
        "TargetActorEntity": "TUR",
        "EventCode": "141",
        "EventRootCode": "14",
        "PentaClass": "4",
        "GoldsteinScore": "-6.5",
        "Issues": "MILITARY,1;DIPLOMATIC,1",
        "Lat": "39.91987",
        "Lon": "32.85427",
        "LocationName": "Ankara",
        "StateName": "Ankara",
        "CountryCode": "TUR",
        "SentenceID": "doc-1",
        "URLs": "doc-1",
        "NewsSources": "Harbour Post",
    }


def test_all_reports_are_named() -> None:
    (row,) = rows_of(PHOENIX, make_composed())
    assert row["SentenceID"] == "doc-1;doc-2;doc-3"
    assert row["URLs"] == "doc-1;doc-2;https://x.example/3"
    assert row["NewsSources"] == "Paper 1;Paper 2"
