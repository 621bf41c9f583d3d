"""Actors in CAMEO's codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from dragoman.export.formats.countries import load_countries, load_sectors
from dragoman.export.formats.dyads import Party
from dragoman.export.formats.tables import read_table
from dragoman.gazetteer.tables import read_table as read_names

_KIND_CODES = {"IGO": "IGO", "NGO": "NGO", "MNC": "MNC", "NSA": "IMG"}
"""CAMEO's international actors of no country; an armed group of a country is that country's rebels."""
_IMPLIED = frozenset({("MNC", "BUS"), ("IMG", "REB")})
"""Roles that a kind already says: a multinational company is in business."""
_ENTITY = 3
_ROLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoActor:
    """A party in CAMEO's codes; an empty text where there is no code."""

    code: str
    """The whole code: "TURGOVMIL", "IGOUNO"."""
    country: str = ""
    """Country, or region of an organisation: "TUR", "EUR"."""
    group: str = ""
    """Known organisation or armed group: "UNO"."""
    types: tuple[str, ...] = ()
    """Roles: "GOV", "IGO"."""

    @property
    def entity(self) -> str:
        """First part of the code: a country or kind of international actor."""
        return self.code[:_ENTITY]

    @property
    def parts(self) -> tuple[str, ...]:
        """What follows the first part, three letters each."""
        return tuple(self.code[i : i + _ENTITY] for i in range(_ENTITY, len(self.code), _ENTITY))


def code_for_gdelt(party: Party) -> CameoActor:
    """A party in CAMEO's codes as GDELT uses them: countries and roles of its own lists, three roles at most."""
    rows = [row for name in party["sectors"] if (row := load_sectors().get(name)) and row.gdelt]
    base = _find_body(party) or _code_kind(party, _gdelt_codes())
    return _add_roles(base, [row.cameo for row in rows][: _ROLES - len(base.types)])


def code_for_phoenix(party: Party) -> CameoActor:
    """A party in CAMEO's codes as the dictionaries behind Phoenix give them."""
    rows = [row for name in party["sectors"] if (row := load_sectors().get(name)) and row.cameo]
    return _add_roles(_find_body(party) or _code_kind(party, _phoenix_codes()), [row.cameo for row in rows])


def plover_code(party: Party) -> str:
    """A party's country or kind in PLOVER's codes: "TUR", "KOS", "UNO", "IMG"; empty where it has none."""
    country = load_countries().get(party["country"] or party["code"])
    kind, _, _ = party["code"].partition(":")
    if kind in _KIND_CODES and not (country and kind == "NSA"):
        row = _find_row(party)
        return row["plover"] if row else _KIND_CODES[kind]
    return country.plover if country else ""


def organisation_name(code: str) -> str | None:
    """The name of the organisation that a code stands for: "United Nations"; None for codes that many share."""
    return _organisation_names().get(code)


def _add_roles(base: CameoActor, roles: Iterable[str]) -> CameoActor:
    new = (role for role in dict.fromkeys(roles) if role not in base.types)
    added = tuple(role for role in new if (base.code[:_ENTITY], role) not in _IMPLIED)
    return replace(base, code=base.code + "".join(added), types=(*base.types, *added))


def _code_kind(party: Party, countries: Mapping[str, str]) -> CameoActor:
    """A country's actor, or an armed group that is its rebels, or one of a kind."""
    kind, _, _ = party["code"].partition(":")
    if kind not in _KIND_CODES:
        code = countries.get(party["code"], "")
        return CameoActor(code=code, country=code)
    country = countries.get(party["country"] or "", "") if kind == "NSA" else ""
    if country:
        return CameoActor(code=f"{country}REB", country=country, types=("REB",))
    return CameoActor(code=_KIND_CODES[kind], types=(_KIND_CODES[kind],))


def _find_body(party: Party) -> CameoActor | None:
    row = _find_row(party)
    if row is None:
        return None
    types = tuple(row["types"].split("|"))
    return CameoActor(code=row["cameo"], country=row["region"], group=row["group"], types=types)


def _find_row(party: Party) -> Mapping[str, str] | None:
    """The organisation's own row, else that of its code."""
    rows = _load_bodies()
    return rows.get((party["code"], party["name"] or "")) or rows.get((party["code"], ""))


@cache
def _load_bodies() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(row["code"], row["name"]): row for row in read_table("bodies.csv")}


@cache
def _gdelt_codes() -> Mapping[str, str]:
    return {row.country: row.gdelt for row in load_countries().values()}


@cache
def _phoenix_codes() -> Mapping[str, str]:
    return {row.country: row.phoenix for row in load_countries().values()}


@cache
def _organisation_names() -> Mapping[str, str]:
    """By code, the first of its rows: the table begins with the organisation itself, and its bodies follow."""
    names: dict[str, str] = {}
    for row in read_names("organisations.csv"):
        if row["code"].startswith("IGO:") and row["code"] != "IGO:OTHER":
            names.setdefault(row["code"], row["name"])
    return names
