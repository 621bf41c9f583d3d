"""Whether a JSON value has a form of `form.py`: every field there, and of its kind."""

from collections.abc import Mapping
from math import isfinite
from typing import Any, Final

from dragoman.export.form import ABSENT, Group, Kind, Many, Member, Names, Shape
from dragoman.model.days import is_day

_LARGEST: Final = 2**53
"""From here on not every program that reads JSON tells one whole number from the next."""

_WANTED: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "text",
    Kind.DAY: "a day as YYYY-MM-DD",
    Kind.WHOLE: "a whole number",
    Kind.NUMBER: "a number",
    Kind.FLAG: "true or false",
}


def find_form_fault(value: Any, shape: Shape, path: str = "") -> str | None:
    """What is wrong with a JSON value, in one clause that names the field; None where it has its form.

    Args:
        value: as `json.loads` gives it. Fields that the form does not know are not looked at.
        shape: the form it should have.
        path: of the value within what is checked: "actors[0]".

    """
    if isinstance(shape, Kind):
        return None if _is_kind(value, shape) else f"its {path} is {_show(value)}, not {_WANTED[shape]}"
    if isinstance(shape, Many):
        return _find_in_list(value, shape, path)
    if not isinstance(value, dict):
        return f"its {path} is {_show(value)}, not an object" if path else f"it is {_show(value)}, not an object"
    if isinstance(shape, Names):
        wrong = next((name for name, text in value.items() if not isinstance(text, str)), None)
        return None if wrong is None else f"its {path}.{wrong} is {_show(value[wrong])}, not text"
    return _find_in_object(value, shape, path)


def _find_in_list(value: Any, shape: Many, path: str) -> str | None:
    if not isinstance(value, list):
        return f"its {path} is {_show(value)}, not a list"
    for number, item in enumerate(value):
        if fault := find_form_fault(item, shape.item, f"{path}[{number}]"):
            return fault
    return None


def _find_in_object(value: Mapping[str, Any], shape: Group, path: str) -> str | None:
    for member in shape.fields:
        inner = value.get(member.name)
        if inner is None:
            if fault := _find_lack(value, member, path):
                return fault
        # Most fields are texts: passed over here, they cost half the time.
        elif not (member.shape is Kind.TEXT and isinstance(inner, str)) and (
            fault := find_form_fault(inner, member.shape, _join(path, member.name))
        ):
            return fault
    return None


def _find_lack(value: Mapping[str, Any], member: Member, path: str) -> str | None:
    is_there = member.name in value
    if member.may and (is_there != (member.may == ABSENT)):
        return None
    return f"its {_join(path, member.name)} is {'null' if is_there else 'missing'}"


def _is_kind(value: Any, kind: Kind) -> bool:
    match kind:
        case Kind.TEXT:
            return isinstance(value, str)
        case Kind.WHOLE:
            return type(value) is int and abs(value) < _LARGEST
        case Kind.NUMBER:
            return (type(value) is int and abs(value) < _LARGEST) or (isinstance(value, float) and isfinite(value))
        case Kind.FLAG:
            return isinstance(value, bool)
        case Kind.DAY:
            return isinstance(value, str) and is_day(value)
    return True


def _show(value: Any) -> str:
    match value:
        case None:
            return "null"
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            # Digits of a number too long to be written out would fail, and tell nothing.
            return "a number too large" if type(value) is int and abs(value) >= _LARGEST else repr(value)[:40]


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
