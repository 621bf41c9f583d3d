"""Where a report is written for: the last resort for "the government" that names no country."""

from dragoman.gazetteer.index import fold
from dragoman.gazetteer.names import load_homes, load_names
from dragoman.gazetteer.places import load_places
from dragoman.model.text import Dateline, Document


def find_home(document: Document, dateline: Dateline | None) -> str | None:
    """Alpha-3 country of a report's readers.

    The publisher's, else the agency's in the dateline ("(MNA)"), else that of the dateline's place ("TEHRAN –").

    Args:
        document: the report.
        dateline: its dateline, if it has one.

    """
    homes = load_homes()
    home = homes.get(fold(document.publisher))
    if home is None and dateline is not None and dateline.outlet is not None:
        home = homes.get(fold(document.quote(dateline.outlet)))
    if home is None and dateline is not None:
        home = _country_of(document.quote(dateline.place))
    return home


def _country_of(place: str) -> str | None:
    for entry in load_names().get(place):
        if entry.actor is not None and entry.actor.country:
            return entry.actor.country
    return next((entry.country for entry in load_places().lookup(place) if entry.country), None)
