"""POLECAT weekly files."""

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.codebook import quad_class_for, score_for
from dragoman.export.formats.actors import plover_code
from dragoman.export.formats.cells import Cell, Row, join_texts
from dragoman.export.formats.countries import load_countries, load_sectors
from dragoman.export.formats.dyads import Party, expand_dyads
from dragoman.export.formats.tellings import event_days, first_told, read_tellings, row_number
from dragoman.model.codes import EventType

_FEATURES = {"country": "PCLI", "admin1": "ADM1", "admin2": "ADM2", "city": "PPL", "region": "RGN"}
"""GeoNames's feature code for each kind of place."""
_UNRECOGNISED = frozenset({"ESH"})
"""Countries of the gazetteer that PLOVER counts to another state, with the sector PRE (manual, "disputed entities")."""


def event_rows(event: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of an event, one for each dyad."""
    event_type, mode = EventType(event["event_type"]), event["mode"]
    telling = next((t for t in read_tellings(event) if t.is_own), read_tellings(event)[0])
    parties = [*event["actors"], *event["recipients"]]
    shared: dict[str, Cell] = {
        "Event Date": event_days(event)[0].isoformat(),
        "Event Type": event_type.value,
        "Event Mode": mode,
        "Intensity": score_for(event_type, mode),
        "Quad Code": quad_class_for(event_type).value.upper(),
        "Contexts": join_texts(event["contexts"]),
        **_compose_place(event["place"]),
        "Source": telling.publisher,
        "Publication Date": first_told(event).isoformat(),
        "Story People": join_texts(p["name"] for p in parties if _is_person(p)),
        "Story Organizations": join_texts(p["name"] for p in parties if not _is_person(p)),
        "Story Locations": (event["place"] or {}).get("name"),
        "Language": "English",
        "Version": f"{event['coder']['name']} {event['coder']['version']}",
    }
    for actor, recipient in expand_dyads(event, _identify):
        sides = [_identify(side) if side else "" for side in (actor, recipient)]
        yield {
            "Event ID": f"{event['event_id']}-{row_number(event['event_id'], *sides):014x}",
            **_compose_side("Actor", actor),
            **_compose_side("Recipient", recipient),
            **shared,
        }


def plover_sectors(party: Party) -> list[str]:
    """A party's sectors in PLOVER's codes, primary first."""
    known = load_sectors()
    codes = [known[sector].plover for sector in party["sectors"] if sector in known]
    if party["country"] in _UNRECOGNISED:
        codes.append("PRE")
    return list(dict.fromkeys(code for code in codes if code))


def _is_person(party: Party) -> bool:
    """Whether the name is a person's: organisations have codes of their own, or no office."""
    return bool(party["name"]) and (bool(party["office"]) or ":" not in party["code"])


def _identify(party: Party) -> str:
    return "\t".join((party["code"], *party["sectors"], party["name"] or "", party["office"] or ""))


def _compose_side(role: str, party: Party | None) -> dict[str, Cell]:
    wikipedia = f"Wikipedia {role} ID"
    names = ("Name", "Country", "COW", "Sectors", "Title", "Name Raw")
    if party is None:
        return dict.fromkeys([*(f"{role} {name}" for name in names), f"Primary {role} Sector", wikipedia])
    state = load_countries().get(party["country"] or "")
    sectors = plover_sectors(party)
    is_state = state is not None and party["code"] == state.country and not sectors
    return {
        f"{role} Name": party["name"] or (state.name if state and is_state else None),
        f"{role} Country": plover_code(party),
        f"{role} COW": state.cow if state else None,
        f"Primary {role} Sector": sectors[0] if sectors else None,
        f"{role} Sectors": join_texts(sectors),
        f"{role} Title": party["office"],
        f"{role} Name Raw": party["mention"],
        wikipedia: None,
    }


def _compose_place(place: Mapping[str, Any] | None) -> dict[str, Cell]:
    place = place or {}
    kind = place.get("kind")
    return {
        "Placename": place.get("name"),
        "City": place["name"] if kind == "city" else None,
        "District": place["name"] if kind == "admin2" else None,
        "Province": place.get("admin1"),
        "Country": place.get("country"),
        "Latitude": place.get("latitude"),
        "Longitude": place.get("longitude"),
        "GeoNames ID": place.get("geonames_id"),
        "Raw Placename": place.get("mention"),
        "Feature Type": _FEATURES.get(kind or ""),
    }
