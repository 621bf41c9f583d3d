"""GDELT 2.0: the event table and the mentions table."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dragoman.codebook import GoldsteinVariant, QuadVariant, goldstein_for, quad_number
from dragoman.export.formats.actors import CameoActor, code_for_gdelt, organisation_name
from dragoman.export.formats.cells import Cell, Row
from dragoman.export.formats.countries import load_countries
from dragoman.export.formats.dyads import Dyad, Party, expand_cameo_dyads
from dragoman.export.formats.geography import NOWHERE, locate_for_gdelt
from dragoman.export.formats.tellings import Telling, event_days, first_told, read_tellings, row_number

LEAD = 300
"""Code points: about the first paragraph of a news agency's report."""
_WEB, _CITATION = 1, 2


def event_rows(event: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of the event table, one for each dyad."""
    place = _prefix("ActionGeo_", locate_for_gdelt(event["place"]))
    nowhere = {**_prefix("Actor1Geo_", NOWHERE), **_prefix("Actor2Geo_", NOWHERE)}
    shared = {**_compose_days(event_days(event)[0]), **_compose_code(event), **_count(event), **nowhere, **place}
    for source, target in _expand(event):
        yield {
            "GLOBALEVENTID": _number(event, source, target),
            **_prefix("Actor1", _compose_actor(source)),
            **_prefix("Actor2", _compose_actor(target)),
            **shared,
        }


def mention_rows(event: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of the mentions table: for each row of the event table one for each report."""
    added = _stamp(first_told(event).isoformat())
    for source, target in _expand(event):
        number = _number(event, source, target)
        for telling in read_tellings(event):
            yield {
                "GLOBALEVENTID": number,
                "EventTimeDate": added,
                "MentionTimeDate": _stamp(telling.published),
                "MentionType": _WEB if "://" in telling.link else _CITATION,
                "MentionSourceName": telling.publisher,
                "MentionIdentifier": telling.link,
                "SentenceID": None,
                "Actor1CharOffset": _offset(telling, source),
                "Actor2CharOffset": _offset(telling, target),
                "ActionCharOffset": _offset(telling, event["evidence"], "trigger_start"),
                "InRawText": 1,
                "Confidence": round(100 * telling.confidence),
                "MentionDocLen": None,
                "MentionDocTone": None,
                "MentionDocTranslationInfo": None,
                "Extras": None,
            }


def _expand(event: Mapping[str, Any]) -> Iterator[Dyad]:
    return expand_cameo_dyads(event, lambda party: code_for_gdelt(party).code)


def _number(event: Mapping[str, Any], source: Party | None, target: Party | None) -> int:
    codes = (code_for_gdelt(side).code if side else "" for side in (source, target))
    return row_number(event["event_id"], *codes)


def _compose_days(day: date) -> dict[str, Cell]:
    """The event's day in GDELT's four columns; a year has twelve months of 30 days in `FractionDate`."""
    return {
        "SQLDATE": int(f"{day:%Y%m%d}"),
        "MonthYear": int(f"{day:%Y%m}"),
        "Year": day.year,
        "FractionDate": f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}",
    }


def _compose_actor(party: Party | None) -> dict[str, Cell]:
    actor = code_for_gdelt(party) if party else CameoActor(code="")
    types = (*actor.types, "", "", "")
    return {
        "Code": actor.code,
        "Name": _name(party) if party else None,
        "CountryCode": actor.country,
        "KnownGroupCode": actor.group,
        "EthnicCode": None,
        "Religion1Code": None,
        "Religion2Code": None,
        "Type1Code": types[0],
        "Type2Code": types[1],
        "Type3Code": types[2],
    }


def _name(party: Party) -> str | None:
    """In capitals, as TABARI writes: the name, else the country or organisation, else the words of the text."""
    country = load_countries().get(party["code"])
    known = country.name if country else organisation_name(party["code"])
    name = party["name"] or known or party["mention"]
    return name.upper() if name else None


def _compose_code(event: Mapping[str, Any]) -> dict[str, Cell]:
    code = event["cameo"]
    return {
        "IsRootEvent": int(_is_in_lead(event)),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad_number(code, QuadVariant.GDELT),
        "GoldsteinScale": goldstein_for(code, GoldsteinVariant.GDELT),
    }


def _is_in_lead(event: Mapping[str, Any]) -> bool:
    spans = (event["evidence"], *event["mentions"])
    return any(span.get("field") == "title" or span["start"] < LEAD for span in spans)


def _count(event: Mapping[str, Any]) -> dict[str, Cell]:
    tellings = read_tellings(event)
    links = [telling.link for telling in tellings]
    return {
        "NumMentions": len(tellings) + len(event["mentions"]),
        "NumSources": len({telling.publisher for telling in tellings}),
        "NumArticles": len({telling.document_id for telling in tellings}),
        "AvgTone": None,
        "DATEADDED": _stamp(first_told(event).isoformat()),
        "SOURCEURL": next((link for link in links if "://" in link), links[0]),
    }


def _stamp(day: str) -> int:
    """An ISO date as YYYYMMDDHHMMSS, at midnight: the hour is not known."""
    return int(day.replace("-", "") + "000000")


def _offset(telling: Telling, span: Mapping[str, Any] | None, field: str = "start") -> int:
    """Where words stand in the text; -1, GDELT's unknown, for headlines and reports other than the event's own."""
    if span is None or not telling.is_own or span.get("field") == "title" or span[field] is None:
        return -1
    return int(span[field])


def _prefix(beginning: str, columns: Mapping[str, Cell]) -> dict[str, Cell]:
    return {beginning + name: value for name, value in columns.items()}
