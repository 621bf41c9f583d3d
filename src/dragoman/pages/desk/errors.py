"""What went wrong, and what to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.links import typed_path

_TITLES = {
    400: "This request can’t be read",
    401: "A token is needed",
    403: "This is not allowed",
    404: "There is nothing here",
    405: "This can’t be done here",
    409: "This can’t be done now",
    411: "The request does not say how long it is",
    413: "That is too much",
    421: "This is not the address of the desk",
    422: "This can’t be asked so",
    500: "Something went wrong in the desk",
    503: "The record can’t be read",
}


@dataclass(frozen=True, slots=True)
class TypedSide:
    """A side as somebody typed it into a form that was not accepted."""

    words: str
    near: Sequence[tuple[str, str]]
    """Names and codes of sides that may be meant."""


def compose_error(frame: Frame, *, status: int, fault: str, remedy: str, sides: Sequence[TypedSide] = ()) -> str:
    """A page that says what is wrong and what to do.

    Args:
        frame: of the request.
        status: of the answer.
        fault: in one clause.
        remedy: in a sentence; may be empty.
        sides: both of a relation, where they were the fault: a form shows them again.

    """
    title = _TITLES.get(status, "This did not work")
    ways = list(_find_ways(sides))
    return render("error", frame, status=status, title=title, fault=fault, remedy=remedy, sides=sides, near=ways)


def _find_ways(sides: Sequence[TypedSide]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The words of each mistyped side, and those it may mean, each with an address that puts it in its place."""
    for at, side in enumerate(sides):
        other = sides[1 - at].words
        pairs = [((code, other) if at == 0 else (other, code), f"{name}, {code}") for name, code in side.near]
        if pairs:
            yield side.words, [(shown, typed_path(*pair)) for pair, shown in pairs]
