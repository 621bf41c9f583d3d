"""A record whose events happened at several places, between several sides."""

from datetime import date
from pathlib import Path
from typing import Any

from dragoman.store import Action, put_review, relink, transaction
from tests.store.entries import make_entry, make_side, make_text, open_new, put_all
from tests.tasks.records import PLACE, id_of

ANKARA = PLACE
IRAN = {**PLACE, "name": "Iran", "country": "IRN", "geonames_id": 130758, "latitude": 32.0, "longitude": 53.0}
KASHMIR = {**PLACE, "name": "Kashmir", "country": "IND", "geonames_id": None, "latitude": 34.0, "longitude": 75.5}
LIMA = {**PLACE, "name": "Lima", "country": "PER", "geonames_id": 3936456, "latitude": -12.0, "longitude": -77.0}
BARE = {**PLACE, "name": "Tehran", "country": "IRN", "geonames_id": None, "latitude": None, "longitude": None}
NOWHERE = {**PLACE, "name": "Nusquam", "country": None, "geonames_id": None, "latitude": None, "longitude": None}

CONFLICT: dict[str, Any] = {"event_type": "ASSAULT", "quad_class": "material conflict", "cameo": "190"}
COOPERATION: dict[str, Any] = {"event_type": "COOPERATE", "quad_class": "material cooperation", "cameo": "060"}


def make_overview(path: Path) -> Path:
    """Events of 2025, one of 2015, one that was rejected, and one that is told again later, with its place."""
    there: dict[str, Any] = {"published": date(2025, 6, 1), "day": date(2025, 5, 30)}
    both = [make_side(code, make_text("IRN", "embraced", "TUR")) for code in ("IRN", "TUR")]
    spat = make_entry("spat", actor="PER", recipient="CHL", verb="accused", place=LIMA, **CONFLICT, **there)
    entries = [
        make_entry("one", place=ANKARA, **there),
        make_entry("two", place=ANKARA, actor="TUR", recipient="IRN", verb="praised", **there),
        make_entry("three", place=ANKARA, actor="TUR", recipient="OMN", verb="shelled", **CONFLICT, **there),
        make_entry("four", place=IRAN, verb="shelled", **CONFLICT, **there),
        make_entry("five", place=KASHMIR, verb="helped", **there),
        make_entry("six", place=LIMA, actor="PER", recipient="CHL", **there),
        make_entry("seven", place=BARE, actor="OMN", recipient="TUR", **there),
        make_entry("eight", place=NOWHERE, actor="CHL", recipient="OMN", **there),
        make_entry("nine", actor="OMN", recipient="IRN", status="claimed", **there),
        make_entry("ten", verb="embraced", actors=both, recipients=both, place=ANKARA, **COOPERATION, **there),
        make_entry("old", actor="OMN", recipient="IRN", published=date(2015, 3, 2), place=IRAN),
        make_entry("early", actor="CHL", recipient="IRN", published=date(2025, 5, 2)),
        make_entry("late", actor="CHL", recipient="IRN", published=date(2025, 5, 4), day=date(2025, 5, 2), place=IRAN),
        spat,
    ]
    with open_new(path) as connection:
        put_all(connection, *entries)
        with transaction(connection):
            put_review(connection, Action.REJECT, [id_of(spat)], by="Ada", because="a film")
        relink(connection)
    return path
