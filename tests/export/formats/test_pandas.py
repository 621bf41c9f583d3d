"""Each format read by pandas as its users read it."""

import io
import json
from typing import Any

import pandas as pd
import pytest

from dragoman.export.formats import ExportFormat
from tests.export.formats.factories import columns_of, make_composed, make_event, make_side, write

EVENTS = (
    make_event(),
    make_event(event_id="ev_2", actors=[], recipients=[], place=None, mode=None, contexts=[], cameo="1712"),
    make_composed(event_id="ev_3", recipients=[make_side("IGO:UN", name="World 'Health'\tOrganization")]),
)
CODES = ("EventCode", "EventBaseCode", "EventRootCode")


def read_table(to: ExportFormat, **options: Any) -> pd.DataFrame:
    heading = {} if to in (ExportFormat.ICEWS, ExportFormat.POLECAT) else {"header": None, "names": columns_of(to)}
    frame = pd.read_csv(io.BytesIO(write(to, *EVENTS)), sep="\t", **heading, **options)
    assert tuple(frame.columns) == columns_of(to)
    return frame


def test_gdelt_events() -> None:
    frame = read_table(ExportFormat.GDELT_EVENTS, dtype=dict.fromkeys(CODES, str))
    assert list(frame["EventCode"]) == ["042", "1712", "042"]
    assert list(frame["EventRootCode"]) == ["04", "17", "04"]
    numbers = "GLOBALEVENTID SQLDATE MonthYear Year IsRootEvent QuadClass NumMentions NumSources NumArticles DATEADDED"
    assert all(frame[name].dtype == "int64" for name in numbers.split())
    assert all(frame[f"{place}Geo_Type"].dtype == "int64" for place in ("Actor1", "Actor2", "Action"))
    floats = "FractionDate GoldsteinScale AvgTone ActionGeo_Lat ActionGeo_Long Actor1Geo_Lat"
    assert all(frame[name].dtype == "float64" for name in floats.split())
    assert frame["GLOBALEVENTID"].is_unique
    assert list(pd.to_datetime(frame["SQLDATE"].astype(str), format="%Y%m%d").dt.day) == [1, 1, 1]
    assert list(pd.to_datetime(frame["DATEADDED"].astype(str), format="%Y%m%d%H%M%S").dt.day) == [2, 2, 2]
    assert list(frame["Actor1CountryCode"].isna()) == [False, True, False]
    assert list(frame["ActionGeo_CountryCode"].isna()) == [False, True, False]


def test_gdelt_mentions_join_their_events() -> None:
    events, mentions = read_table(ExportFormat.GDELT_EVENTS), read_table(ExportFormat.GDELT_MENTIONS)
    assert mentions["Confidence"].dtype == mentions["MentionType"].dtype == "int64"
    joined = mentions.merge(events, on="GLOBALEVENTID", validate="many_to_one")
    assert len(joined) == len(mentions) == 5
    assert (joined["EventTimeDate"] == joined["DATEADDED"]).all()
    assert list(joined.groupby("GLOBALEVENTID", sort=False).size()) == list(events["NumArticles"])


def test_icews() -> None:
    frame = read_table(ExportFormat.ICEWS, dtype={"CAMEO Code": str}, parse_dates=["Event Date"])
    assert list(frame["CAMEO Code"]) == ["042", "1712", "042"]
    assert frame["Event ID"].dtype == frame["Story ID"].dtype == "int64"
    assert frame["Intensity"].dtype == frame["Latitude"].dtype == "float64"
    assert frame["Event Date"].dt.year.eq(2025).all()
    assert frame["Target Name"].iloc[2] == "World 'Health' Organization"


def test_polecat() -> None:
    frame = read_table(ExportFormat.POLECAT, parse_dates=["Event Date", "Publication Date"])
    assert frame["Event ID"].is_unique
    assert frame["Intensity"].dtype == frame["Longitude"].dtype == "float64"
    assert list(frame["Actor COW"].dropna().astype(int)) == [630, 630]
    assert (frame["Publication Date"] > frame["Event Date"]).all()
    assert list(frame["Contexts"].dropna().str.split(";")) == [["military", "diplomatic"]] * 2


def test_phoenix() -> None:
    frame = read_table(ExportFormat.PHOENIX, dtype=dict.fromkeys(CODES[::2], str))
    assert list(frame["EventCode"]) == ["042", "1712", "042"]
    assert all(frame[name].dtype == "int64" for name in ("EventID", "Date", "Year", "Month", "Day", "PentaClass"))
    assert frame["GoldsteinScore"].dtype == frame["Lat"].dtype == "float64"
    assert list(frame["TargetActorEntity"].isna()) == [False, True, False]
    assert frame["URLs"].iloc[2].split(";") == ["doc-1", "doc-2", "https://x.example/3"]


def test_plover_json() -> None:
    frame = pd.read_json(io.BytesIO(write(ExportFormat.PLOVER_JSON, *EVENTS)), lines=True)
    assert list(frame["event"]) == [["CONSULT"]] * 3
    assert frame["event_scale"].dtype == "float64" and frame["quad_code"].dtype == "int64"
    actors = pd.json_normalize(json.loads(write(ExportFormat.PLOVER_JSON, EVENTS[0])), record_path="actor", meta=["id"])
    assert list(actors["code"]) == ["IRN"]


def test_parquet() -> None:
    frame = pd.read_parquet(io.BytesIO(write(ExportFormat.PARQUET, *EVENTS)))
    assert frame["goldstein"].dtype == "float64" and frame["reciprocal"].dtype == "bool"
    assert [len(reports) if reports is not None else None for reports in frame["reports"]] == [None, None, 3]
    assert frame["place"].iloc[0]["country"] == "TUR"
    assert frame["voices"].dropna().tolist() == [2]


def test_csv() -> None:
    frame = pd.read_csv(io.BytesIO(write(ExportFormat.CSV, *EVENTS)), dtype={"cameo": str}, parse_dates=["date.start"])
    assert list(frame["cameo"]) == ["042", "1712", "042"]
    assert frame["date.start"].dt.month.eq(10).all()
    assert frame["place.latitude"].dtype == "float64"
    assert [entry["code"] for entry in json.loads(frame["actors"].iloc[0])] == ["IRN"]
    assert len(json.loads(frame["reports"].iloc[2])) == 3


@pytest.mark.parametrize("number", [0, 2])
def test_jsonld(number: int) -> None:
    document = json.loads(write(ExportFormat.JSONLD, *EVENTS))
    frame = pd.json_normalize(document["@graph"])
    assert frame["date.start"].iloc[number] == "2025-10-01"
    assert frame["@id"].is_unique
