"""ICEWS coded event data."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from dragoman.codebook import GoldsteinVariant, goldstein_for, label_for
from dragoman.export.formats.actors import organisation_name
from dragoman.export.formats.cells import Cell, Row
from dragoman.export.formats.countries import load_countries, load_sectors
from dragoman.export.formats.dyads import Party, expand_cameo_dyads
from dragoman.export.formats.tables import read_table
from dragoman.export.formats.tellings import event_days, read_tellings, row_number


def event_rows(event: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of an event, one for each dyad, named by the report that it was composed from."""
    telling = next((t for t in read_tellings(event) if t.is_own), read_tellings(event)[0])
    shared: dict[str, Cell] = {
        "Event Date": event_days(event)[0].isoformat(),
        "Event Text": _load_texts().get(event["cameo"]) or label_for(event["cameo"]),
        "CAMEO Code": event["cameo"],
        "Intensity": goldstein_for(event["cameo"], GoldsteinVariant.ICEWS),
        "Story ID": row_number(telling.document_id),
        "Sentence Number": None,
        "Publisher": telling.publisher,
        **_compose_place(event["place"]),
    }
    for source, target in expand_cameo_dyads(event, _identify):
        sides = [_identify(side) if side else "" for side in (source, target)]
        yield {
            "Event ID": row_number(event["event_id"], *sides),
            **_compose_side("Source", source),
            **_compose_side("Target", target),
            **shared,
        }


def name_actor(party: Party) -> str:
    """An actor's name in ICEWS's manner: the person or organisation, the country, or "Police (Kenya)"."""
    if party["name"]:
        return str(party["name"])
    country = load_countries().get(party["country"] or "")
    if country is None:
        return organisation_name(party["code"]) or str(party["mention"] or party["code"])
    generic = next((row.generic for s in party["sectors"] if (row := load_sectors().get(s)) and row.generic), None)
    return f"{generic} ({country.icews_name})" if generic else country.icews_name


def _identify(party: Party) -> str:
    return "\t".join((name_actor(party), *party["sectors"], party["code"]))


def _compose_side(role: str, party: Party | None) -> dict[str, Cell]:
    if party is None:
        return {f"{role} Name": None, f"{role} Sectors": None, f"{role} Country": None}
    country = load_countries().get(party["country"] or "")
    known = load_sectors()
    sectors = ",".join(known[s].icews for s in party["sectors"] if s in known)
    return {
        f"{role} Name": name_actor(party),
        f"{role} Sectors": ",".join(dict.fromkeys(sectors.split(","))),
        f"{role} Country": country.icews_name if country else None,
    }


def _compose_place(place: Mapping[str, Any] | None) -> dict[str, Cell]:
    place = place or {}
    country = load_countries().get(place.get("country") or "")
    kind = place.get("kind")
    return {
        "City": place["name"] if kind == "city" else None,
        "District": place["name"] if kind == "admin2" else None,
        "Province": place.get("admin1"),
        "Country": country.icews_name if country else None,
        "Latitude": place.get("latitude"),
        "Longitude": place.get("longitude"),
    }


@cache
def _load_texts() -> Mapping[str, str]:
    """ICEWS's words for a code, where they are others than CAMEO's."""
    return {row["cameo"]: row["text"] for row in read_table("icews_texts.csv")}
