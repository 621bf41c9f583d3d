"""What addresses ask of a relation: the sides in their path, conditions on its events, a period to compare with."""

from typing import Annotated

from fastapi import Depends

from dragoman.desk.asking import Day, Shared
from dragoman.errors import InputError
from dragoman.pages.links import from_segment
from dragoman.store import EventFilter
from dragoman.tasks.listing import check_period, make_filter
from dragoman.tasks.periods import Period
from dragoman.tasks.sides import resolve_dyad


class SidesError(InputError):
    """Two sides that lead to no relation, as somebody typed them: a form can show them again.

    Args:
        error: what is wrong.
        one: what was typed first.
        other: what was typed then; may be empty.

    """

    def __init__(self, error: InputError, one: str, other: str) -> None:
        super().__init__(error.fault, place=error.place, remedy=error.remedy)
        self.typed = (one, other)


def find_sides(one: str, other: str) -> tuple[str, str]:
    """Codes of two sides as people type them.

    Raises:
        SidesError: one is missing or not known, or both are one.

    """
    try:
        if not one and not other:
            raise InputError("no sides are named", remedy="Name two: here, or as /relation/IRN/TUR.")
        if not one or not other:
            raise InputError("one side alone is named", remedy="Name the other side too.")
        return resolve_dyad(one, other)
    except InputError as error:
        raise SidesError(error, one, other) from None


def read_sides(one: str, other: str) -> tuple[str, str]:
    """Codes of the sides that an address names.

    Raises:
        SidesError: one is not known, or both are one.

    """
    return find_sides(from_segment(one), from_segment(other))


Sides = Annotated[tuple[str, str], Depends(read_sides)]


def read_relation(sides: Sides, shared: Shared) -> EventFilter:
    """The events of a relation that meet the conditions; the days among them are the period.

    Raises:
        InputError: a mode, context or speaker that is not known, or a period that ends before it begins.

    """
    return make_filter(dyad=sides, **shared)


AskedRelation = Annotated[EventFilter, Depends(read_relation)]


def read_against(against_from: Day = None, against_until: Day = None) -> Period | None:
    """The period to compare with, where one is named.

    Raises:
        InputError: one of its days is missing, or it ends before it begins.

    """
    if against_from is None and against_until is None:
        return None
    if against_from is None or against_until is None:
        missing = "against_from" if against_from is None else "against_until"
        raise InputError(
            "the period to compare with has one day only",
            place=missing,
            remedy="Give its first and its last day, or neither.",
        )
    check_period(against_from, against_until)
    return Period(first=against_from, last=against_until)


AskedAgainst = Annotated[Period | None, Depends(read_against)]
