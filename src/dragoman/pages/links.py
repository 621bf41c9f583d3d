"""Addresses of the desk's pages, and the names in them.

An id can hold any character. Servers and browsers take "/" and ".." apart wherever they stand, even percent-encoded, so
that these are written with a tilde: of "NSA:HEZBOLLAH/LBN" the address has "NSA:HEZBOLLAH~2FLBN".
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from dragoman.gazetteer.office_names import CIVIL_CHIEF, find_office

_SIGNS = re.compile(r"[~/\\]|^\.{1,2}$|\.(?=[A-Za-z0-9]{1,8}$)")
_WRITTEN = re.compile(r"~([0-9A-F]{2})")


def to_segment(name: str) -> str:
    """A name as one segment of an address."""
    told = _SIGNS.sub(lambda found: "".join(f"~{ord(sign):02X}" for sign in found[0]), name)
    return quote(told, safe="~:@,!$'()*+")


def from_segment(segment: str) -> str:
    """The name of which `to_segment` made a segment that was then percent-decoded."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), segment)


def event_path(event_id: str) -> str:
    """The page of an event, by its id or that of one of its reports."""
    return f"/event/{to_segment(event_id)}"


def document_path(document_id: str) -> str:
    """The page of a document."""
    return f"/document/{to_segment(document_id)}"


def relation_path(one: str, other: str) -> str:
    """The page of a relation, by the codes of both sides."""
    return f"/relation/{to_segment(one)}/{to_segment(other)}"


def typed_path(one: str, other: str) -> str:
    """Where two sides as somebody typed them lead: to their relation; one that is typed alone to its events."""
    if one and other:
        return with_query("/relation", {"one": one, "other": other})
    return f"/relation/{to_segment(one or other)}"


def person_path(name: str) -> str:
    """The page of a person, by a name in any spelling."""
    return f"/person/{to_segment(name)}"


def office_path(office: str, owner: str) -> str:
    """The page of an office, by its name and the code of the state or organisation, or the name of a body."""
    return f"/office/{to_segment(office.replace(' ', '-'))}/{to_segment(owner)}"


def side_office_path(side: Mapping[str, Any], on: str | None = None) -> str | None:
    """The page of the office by which an event calls somebody; None where the register has no one office so called.

    Args:
        side: of the event.
        on: the day whose holder is asked for.

    """
    named = find_office(side["office"])
    # A president's chief of staff and that of the armed forces bear one name in events.
    if named is None or named.office in {"chief of staff", CIVIL_CHIEF}:
        return None
    return with_query(office_path(named.office, side["code"]), {"on": on})


def place_path(geonames_id: int) -> str:
    """The page of a place."""
    return f"/place/{geonames_id}"


def publisher_path(name: str) -> str:
    """The page of a publisher."""
    return f"/publisher/{to_segment(name)}"


def with_query(path: str, asked: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> str:
    """An address with the questions asked of it; empty ones are left out, and of a list each value stands by itself.

    Args:
        path: of the page.
        asked: by name.

    """
    pairs: list[tuple[str, str]] = []
    for name, value in asked.items() if isinstance(asked, Mapping) else asked:
        values = value if isinstance(value, list | tuple) else [value]
        pairs += [(name, str(one)) for one in values if one is not None and one is not False and one != ""]
    return f"{path}?{urlencode(pairs)}" if pairs else path
