"""Codes of the sides that people name: "IRN", "irn" and "Iran" are one."""

import difflib
import re
from collections.abc import Mapping
from functools import cache

from dragoman.errors import InputError
from dragoman.export.formats.countries import load_countries
from dragoman.gazetteer.bodies import read_groups, read_organisations
from dragoman.gazetteer.countries import read_states
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.place_names import fold_name

_BODY = re.compile(r"(?:IGO|NGO|MNC|NSA):[A-Z0-9_-]+(?:/[A-Z]{3})?")


def resolve_side(given: str) -> str:
    """The code of a state, organisation or armed group.

    Args:
        given: a code ("TUR", "IGO:UN", "NSA:HEZBOLLAH/LBN", capitals or not) or an English name ("Türkiye", "NATO").

    Raises:
        InputError: it is neither; the message names what comes nearest.

    """
    code = given.strip().upper()
    if code in load_country_names() or _BODY.fullmatch(code):
        return code
    names = _load_names()
    name = fold_name(given)
    found = names.get(name) or names.get(name.removeprefix("the "))
    if found:
        return found
    # Two letters are near to too much: "GR" to "GRU".
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.6) if len(name) > 2 else []
    nearest = f"Nearest: {near[0].title()}, {names[near[0]]}." if near else "Give a code: IRN, IGO:UN."
    raise InputError(f"{given!r} is no state or organisation that is known", remedy=nearest)


def resolve_country(given: str) -> str:
    """The ISO 3166-1 alpha-3 code of a country, from the code or an English name.

    Raises:
        InputError: it is neither.

    """
    code = resolve_side(given)
    if code not in load_country_names():
        raise InputError(f"{given!r} is no country", remedy="Give a code of three letters: IRN.")
    return code


def name_side(code: str) -> str:
    """The English name of a state; of anything else its code."""
    return load_country_names().get(code, code)


@cache
def load_country_names() -> Mapping[str, str]:
    """English names of the countries by ISO 3166-1 alpha-3 code."""
    return {row.country: row.name for row in load_countries().values() if row.country}


@cache
def _load_names() -> Mapping[str, str]:
    names = {
        fold_name(name): entry.actor.code
        for source in (read_groups, read_organisations, read_states)
        for name, entry in source()
        if entry.actor and entry.form in {Form.NAME, Form.BODY, Form.ABBREVIATION} and ":OTHER" not in entry.actor.code
    }
    return names | {fold_name(name): code for code, name in load_country_names().items()}
