"""What stands after the "?" of an address: that it can be asked there, once, and that nothing of it is empty."""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_origin
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant

from dragoman.errors import InputError
from dragoman.pages.links import with_query


class UntidyError(Exception):
    """An address has names without a value, which ask nothing.

    Args:
        tidied: the same address without them.

    """

    def __init__(self, tidied: str) -> None:
        self.tidied = tidied
        super().__init__(tidied)


def write_path(request: Request) -> str:
    """The path of a request as it is written in addresses."""
    return quote(request.scope["path"], safe="/~:@,!$'()*+")


async def check_tidy(request: Request) -> None:
    """See that an address is fit to share: a form sends its empty fields too.

    Raises:
        UntidyError: something in it is empty.

    """
    asked = request.query_params.multi_items()
    if any(value == "" for _, value in asked):
        raise UntidyError(with_query(write_path(request), asked))


async def check_known(request: Request) -> None:
    """See that an address asks nothing that would be passed over: each name is known there, and stands once.

    Raises:
        InputError: a name is not known, or comes again where one value counts.

    """
    known = dict(_list_known(request.scope["route"].dependant))
    for name, times in Counter(name for name, _ in request.query_params.multi_items()).items():
        if name not in known:
            raise InputError(f"{name!r} is nothing that can be asked here", remedy=_say_nearest(name, known))
        if times > 1 and not known[name]:
            raise InputError(f"{name} is given {times} times", remedy="Give it once.")


def _list_known(dependant: Dependant) -> Iterator[tuple[str, bool]]:
    """The names that an address and all that it rests on read, each with whether it may come several times."""
    for field in dependant.query_params:
        yield field.alias, get_origin(field.field_info.annotation) is list
    for part in dependant.dependencies:
        yield from _list_known(part)


def _say_nearest(name: str, known: Mapping[str, bool]) -> str:
    if not known:
        return "Leave out all that follows the question mark."
    near = difflib.get_close_matches(name.casefold(), known, n=1)
    return f"Nearest: {near[0]}." if near else f"What can be asked: {', '.join(sorted(known))}."


Known = Depends(check_known)
Tidy = Depends(check_tidy)
