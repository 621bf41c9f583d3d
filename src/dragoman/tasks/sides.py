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
    found = _find_code(given)
    if found:
        return found
    near = find_near(given, most=1)
    nearest = "Nearest: {}, {}.".format(*near[0]) if near else "Give a code: IRN, IGO:UN."
    raise InputError(f"{given!r} is no state or organisation that is known", remedy=nearest)


def resolve_dyad(one: str, other: str) -> tuple[str, str]:
    """The codes of two sides.

    Raises:
        InputError: one is not known, or both are one.

    """
    first, second = resolve_side(one), resolve_side(other)
    if first == second:
        raise InputError(f"{first} is named as both sides", remedy="Name two sides.")
    return first, second


def resolve_dyad_if_named(one: str | None, other: str | None) -> tuple[str, str] | None:
    """The codes of two sides; None where neither is named.

    Raises:
        InputError: one alone is named, both are one, or one is not known.

    """
    if one is None and other is None:
        return None
    if one is None or other is None:
        raise InputError("one side alone is named", remedy="Name the other side too, or neither.")
    return resolve_dyad(one, other)


def find_near(given: str, *, most: int = 3) -> list[tuple[str, str]]:
    """The sides that somebody may have meant by a name that none has: name and code of each, the nearest first.

    Args:
        given: the name; of one that a side has there are none.
        most: so many at most.

    """
    names, name = _load_names(), fold_name(given)
    # Two letters are near to too much: "GR" to "GRU".
    if len(name) < 3 or _find_code(given):
        return []
    by_code: dict[str, str] = {}
    for near in difflib.get_close_matches(name, names, n=5 * most, cutoff=0.6):
        by_code.setdefault(names[near], near.title())
    return [(title, code) for code, title in by_code.items()][:most]


def _find_code(given: str) -> str | None:
    code, name, names = given.strip().upper(), fold_name(given), _load_names()
    if code in load_country_names() or _BODY.fullmatch(code):
        return code
    return names.get(name) or names.get(name.removeprefix("the "))


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
