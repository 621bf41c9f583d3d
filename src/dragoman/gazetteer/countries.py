"""Names of states: English and native names, adjectives, demonyms, capitals, metonyms, constituent parts."""

from collections.abc import Iterator

from dragoman.gazetteer.name import Form, Name
from dragoman.gazetteer.tables import read_sectors, read_table, split_list
from dragoman.model.actor import Actor, MentionKind
from dragoman.model.codes import Sector

# Endings whose demonym is the adjective itself and takes a plural "-s": American, Omani, Cypriot.
_REGULAR = ("an", "ian", "i", "er", "ean")


def read_states() -> Iterator[tuple[str, Name]]:
    """All (string, entry) pairs for states, from `states.csv`, `state_aliases.csv` and `nationalities.csv`."""
    for row in read_table("state_aliases.csv"):
        form = Form(row["form"])
        if form is Form.DEMONYM and row["name"].endswith("s"):
            form = Form.DEMONYMS
        yield row["name"], _state(row["country"], form, read_sectors(row["sectors"]))
    for row in read_table("states.csv"):
        yield row["name"], _state(row["country"], Form.NAME)
    for row in read_table("nationalities.csv"):
        for word, form in _nationality_forms(row):
            yield word, _state(row["country"], form)


def _nationality_forms(row: dict[str, str]) -> Iterator[tuple[str, Form]]:
    adjectives = split_list(row["adjectives"])
    for adjective in adjectives:
        yield adjective, Form.ADJECTIVE
    if not row["demonyms"]:
        for adjective in adjectives:
            if adjective.endswith(_REGULAR):
                yield f"{adjective}s", Form.DEMONYMS
    for demonym in split_list(row["demonyms"]):
        if demonym != "-" and demonym not in adjectives:
            plural = demonym.endswith(("s", "men"))
            yield demonym, Form.DEMONYMS if plural else Form.DEMONYM
    for capital in split_list(row["capitals"]):
        yield capital, Form.CAPITAL


def _state(country: str, form: Form, sectors: tuple[Sector, ...] = ()) -> Name:
    return Name(
        kind=MentionKind.STATE,
        form=form,
        actor=Actor(code=country, country=country, sectors=sectors),
        capitals=form is Form.ABBREVIATION,
    )
