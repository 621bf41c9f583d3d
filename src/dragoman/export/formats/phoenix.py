"""Phoenix daily files."""

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.codebook import GoldsteinVariant, QuadVariant, goldstein_for, quad_number
from dragoman.export.formats.actors import CameoActor, code_for_phoenix
from dragoman.export.formats.cells import Cell, Row, join_texts
from dragoman.export.formats.dyads import expand_cameo_dyads
from dragoman.export.formats.tellings import event_days, read_tellings, row_number


def event_rows(event: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of an event, one for each dyad."""
    day = event_days(event)[0]
    code = event["cameo"]
    tellings = read_tellings(event)
    place = event["place"] or {}
    shared: dict[str, Cell] = {
        "Date": int(f"{day:%Y%m%d}"),
        "Year": day.year,
        "Month": day.month,
        "Day": day.day,
        "EventCode": code,
        "EventRootCode": code[:2],
        "PentaClass": quad_number(code, QuadVariant.PHOENIX),
        "GoldsteinScore": goldstein_for(code, GoldsteinVariant.PARUS_PHOENIX),
        "Issues": join_texts(f"{context.upper()},1" for context in event["contexts"]),
        "Lat": place.get("latitude"),
        "Lon": place.get("longitude"),
        "LocationName": place.get("name"),
        "StateName": place.get("admin1"),
        "CountryCode": place.get("country"),
        "SentenceID": join_texts(telling.document_id for telling in tellings),
        "URLs": join_texts(telling.link for telling in tellings),
        "NewsSources": join_texts(telling.publisher for telling in tellings),
    }
    for source, target in expand_cameo_dyads(event, lambda party: code_for_phoenix(party).code):
        codes = [code_for_phoenix(side) if side else CameoActor(code="") for side in (source, target)]
        yield {
            "EventID": row_number(event["event_id"], *(actor.code for actor in codes)),
            **_compose_side("Source", codes[0]),
            **_compose_side("Target", codes[1]),
            **shared,
        }


def _compose_side(role: str, actor: CameoActor) -> dict[str, Cell]:
    """A CAMEO code whole, and cut into its first part, the next, and the rest."""
    parts = actor.parts
    return {
        f"{role}ActorFull": actor.code,
        f"{role}ActorEntity": actor.entity,
        f"{role}ActorRole": parts[0] if parts else None,
        f"{role}ActorAttribute": join_texts(parts[1:]),
    }
