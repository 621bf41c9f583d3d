"""From the gazetteer's entry to the place of the model."""

from dragoman.gazetteer.places import PlaceEntry
from dragoman.model.place import Place


def compose_place(entry: PlaceEntry) -> Place:
    """The model's value for a place of the gazetteer."""
    return Place(
        name=entry.name,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        admin1=entry.admin1,
        kind=entry.kind,
    )
