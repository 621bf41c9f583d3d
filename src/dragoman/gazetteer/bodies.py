"""Names of organisations, armed groups and news outlets."""

import re
from collections.abc import Iterator

from dragoman.gazetteer.name import Form, Name
from dragoman.gazetteer.tables import read_day, read_sectors, read_table, split_list
from dragoman.model.actor import Actor, MentionKind
from dragoman.model.codes import Sector

# "WHO", "G-7", "U.N.", "MS-13": without capitals these are other words, or nothing.
_CAPITALS = re.compile(r"[A-Z0-9][A-Z0-9.+&\-]{1,6}")


def read_organisations() -> Iterator[tuple[str, Name]]:
    """All (string, entry) pairs of `organisations.csv`."""
    for row in read_table("organisations.csv"):
        actor = Actor(
            code=row["code"],
            country=row["country"] or None,
            sectors=read_sectors(row["sectors"]),
            name=row["name"],
        )
        for name in (row["name"], *split_list(row["aliases"])):
            yield name, Name(kind=MentionKind.ORGANISATION, form=Form.BODY, actor=actor, capitals=_in_capitals(name))


def read_groups() -> Iterator[tuple[str, Name]]:
    """All (string, entry) pairs of `groups.csv`; dated rows hold only for texts of their time."""
    for row in read_table("groups.csv"):
        state = not row["code"].startswith("NSA:")
        actor = Actor(
            code=row["code"],
            country=row["country"] or None,
            sectors=(Sector.GOV,) if state else (Sector.REB,),
            name=row["name"],
        )
        for name in (row["name"], *split_list(row["aliases"])):
            yield (
                name,
                Name(
                    kind=MentionKind.GROUP,
                    form=Form.BODY,
                    actor=actor,
                    capitals=_in_capitals(name),
                    since=read_day(row["since"]),
                    until=read_day(row["until"]),
                ),
            )


def read_outlets() -> Iterator[tuple[str, Name]]:
    """All (string, entry) pairs of `outlets.csv`; an outlet is never an actor."""
    for row in read_table("outlets.csv"):
        for name in (row["name"], *split_list(row["aliases"])):
            yield name, Name(kind=MentionKind.OUTLET, form=Form.BODY, actor=None, capitals=_in_capitals(name))


def read_homes() -> Iterator[tuple[str, str]]:
    """(Outlet name, alpha-3 of its readership's country) pairs, for outlets that have one."""
    for row in read_table("outlets.csv"):
        if row["home"]:
            for name in (row["name"], *split_list(row["aliases"])):
                yield name, row["home"]


def _in_capitals(name: str) -> bool:
    return _CAPITALS.fullmatch(name) is not None
