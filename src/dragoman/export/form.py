"""The form of an event, field by field: what CSV columns and the Parquet schema are made from."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """Single values."""

    TEXT = "text"
    DAY = "day"
    """An ISO date; a real date in Parquet."""
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    ANY = "any"
    """Any JSON value; its JSON text in Parquet."""


@dataclass(frozen=True, slots=True)
class Group:
    """An object. At least one of its fields is always filled, so that a row of empty cells means: no object."""

    fields: tuple["Member", ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    item: "Shape"


@dataclass(frozen=True, slots=True)
class Names:
    """An object of texts by name, with no fixed names."""


Shape: TypeAlias = Kind | Group | Many | Names


@dataclass(frozen=True, slots=True)
class Member:
    """One field of an object.

    `may` is "be null" where null is written out, "be absent" where the key is left out, "be null or empty" where both
    null and an empty text occur, which CSV cannot tell apart and gives back as empty; else "".
    """

    name: str
    shape: Shape
    may: str = ""


NULL = "be null"
ABSENT = "be absent"
NULL_OR_EMPTY = "be null or empty"

SPAN = (Member("start", Kind.WHOLE), Member("end", Kind.WHOLE), Member("field", Kind.TEXT, ABSENT))

PARTY = Group(
    (
        Member("code", Kind.TEXT),
        Member("country", Kind.TEXT, NULL),
        Member("sectors", Many(Kind.TEXT)),
        Member("name", Kind.TEXT, NULL),
        Member("office", Kind.TEXT, NULL),
        Member("mention", Kind.TEXT),
        *SPAN,
    )
)

DATE = Group(
    (
        Member("start", Kind.DAY),
        Member("end", Kind.DAY),
        Member("granularity", Kind.TEXT),
        Member("approximate", Kind.FLAG),
        Member("timex", Kind.TEXT, NULL),
        Member("start_char", Kind.WHOLE, NULL),
        Member("end_char", Kind.WHOLE, NULL),
        Member("field", Kind.TEXT, ABSENT),
    )
)

PLANNED = Group((Member("event_type", Kind.TEXT), Member("mode", Kind.TEXT, NULL), Member("date", DATE, NULL)))

ATTRIBUTION = Group(
    (
        Member("speaker", PARTY, NULL),
        Member("cue", Kind.TEXT),
        Member("outlet", Kind.TEXT, NULL),
        *SPAN,
    )
)

PLACE = Group(
    (
        Member("name", Kind.TEXT),
        Member("country", Kind.TEXT, NULL),
        Member("admin1", Kind.TEXT, NULL),
        Member("latitude", Kind.NUMBER),
        Member("longitude", Kind.NUMBER),
        Member("geonames_id", Kind.WHOLE, NULL),
        Member("kind", Kind.TEXT),
        Member("mention", Kind.TEXT),
        *SPAN,
    )
)

EVIDENCE = Group(
    (
        Member("text", Kind.TEXT),
        *SPAN,
        Member("trigger", Kind.TEXT),
        Member("trigger_start", Kind.WHOLE),
        Member("trigger_end", Kind.WHOLE),
    )
)

EXPLANATION = Group(
    (
        Member("field", Kind.TEXT),
        Member("rule", Kind.TEXT),
        Member("score", Kind.NUMBER),
        Member("start", Kind.WHOLE, NULL),
        Member("end", Kind.WHOLE, NULL),
        Member("span_field", Kind.TEXT, ABSENT),
        Member("reason", Kind.TEXT, ABSENT),
    )
)

CODER = Group(
    (
        Member("name", Kind.TEXT),
        Member("version", Kind.TEXT),
        Member("codebook", Kind.TEXT),
        Member("models", Names()),
    )
)

EVENT = Group(
    (
        Member("event_id", Kind.TEXT),
        Member("document_id", Kind.TEXT),
        Member("published", Kind.DAY),
        Member("publisher", Kind.TEXT),
        Member("copy_of", Kind.TEXT, ABSENT),  # only events of copies have it
        Member("event_type", Kind.TEXT),
        Member("mode", Kind.TEXT, NULL),
        Member("contexts", Many(Kind.TEXT)),
        Member("quad_class", Kind.TEXT),
        Member("cameo", Kind.TEXT),
        Member("goldstein", Kind.NUMBER),
        Member("actors", Many(PARTY)),
        Member("recipients", Many(PARTY)),
        Member("reciprocal", Kind.FLAG),
        Member("date", DATE, NULL),
        Member("retold", Kind.FLAG, ABSENT),  # events that an earlier version coded lack it
        Member("status", Kind.TEXT),
        Member("planned", PLANNED, NULL),
        Member("attribution", ATTRIBUTION, NULL),
        Member("place", PLACE, NULL),
        Member("evidence", EVIDENCE),
        Member("mentions", Many(Group((Member("text", Kind.TEXT), *SPAN)))),
        Member("confidence", Kind.NUMBER),
        Member("explanation", Many(EXPLANATION)),
        Member("coder", CODER),
    )
)
"""An event, in the order in which its fields are written."""

_SETTABLE = frozenset({"mention", "start", "end", "kind", "latitude", "longitude", "cue"})
"""What a side, place or speaker that a person set may lack: it stands in no text, and perhaps on no map."""


def loosen(group: Group, names: AbstractSet[str]) -> Group:
    """The group with those of its fields, at any depth, that bear one of the names allowed to be null."""
    return Group(
        tuple(
            replace(m, shape=_loosen(m.shape, names), may=m.may or (_may_now(m.shape) if m.name in names else ""))
            for m in group.fields
        )
    )


def _may_now(shape: Shape) -> str:
    return NULL_OR_EMPTY if shape is Kind.TEXT else NULL


def _loosen(shape: Shape, names: AbstractSet[str]) -> Shape:
    if isinstance(shape, Group):
        return loosen(shape, names)
    return Many(_loosen(shape.item, names)) if isinstance(shape, Many) else shape


REPORT = Group(
    (
        Member("report_id", Kind.TEXT),
        Member("document_id", Kind.TEXT),
        Member("published", Kind.DAY),
        Member("publisher", Kind.TEXT),
        Member("copy_of", Kind.TEXT, ABSENT),
        Member("url", Kind.TEXT, ABSENT),
        Member("quote", Kind.TEXT),
        Member("date", DATE, NULL),
        Member("place", PLACE, NULL),
        Member("confidence", Kind.NUMBER),
        Member("voice", Kind.WHOLE),
    )
)

CONFLICT = Group(
    (
        Member("field", Kind.TEXT),
        Member("values", Many(Group((Member("value", Kind.ANY), Member("reports", Many(Kind.TEXT)))))),
    )
)

PART = Group(
    (
        Member("name", Kind.TEXT),
        Member("value", Kind.NUMBER),
        Member("weight", Kind.NUMBER),
        Member("reason", Kind.TEXT),
    )
)

JOINT = Group(
    (
        Member("report_id", Kind.TEXT),
        Member("other_id", Kind.TEXT),
        Member("score", Kind.NUMBER),
        Member("parts", Many(PART)),
    )
)

COMPOSED = Group(
    (
        *loosen(EVENT, _SETTABLE).fields,
        Member("reports", Many(REPORT), ABSENT),
        Member("voices", Kind.WHOLE, ABSENT),
        Member("publishers", Many(Kind.TEXT), ABSENT),
        Member("conflicts", Many(CONFLICT), ABSENT),
        Member("joined", Many(JOINT), ABSENT),
        Member("taken_from", Names(), ABSENT),
        Member("corrected", Many(Kind.TEXT), ABSENT),
        Member("rejected", Kind.FLAG, ABSENT),
        Member("confirmed", Kind.FLAG, ABSENT),
        Member("reviews", Many(Kind.ANY), ABSENT),
    )
)
"""An event of a record, composed of its reports; one that was only coded lacks what stands after `coder`."""
