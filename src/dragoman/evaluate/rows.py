"""Rows of JSON Lines, with an error that says where each fault stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents.lines import read_lines
from dragoman.documents.sources import Fault
from dragoman.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An object of a file, and where it stands."""

    values: Mapping[str, object]
    place: str
    """As in "gold.jsonl:12", for messages; inside a document "gold.jsonl:12, event 3"."""

    def fault(self, fault: str, remedy: str) -> InputError:
        """The error of a fault in this row."""
        return InputError(fault, place=self.place, remedy=remedy)

    def text(self, name: str) -> str:
        """A value as text; an absent one, or null, as the empty string.

        Raises:
            InputError: it is neither text nor null.

        """
        value = self.values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.fault(f'its "{name}" is not text but {name_kind(value)}', "Give a string, or null.")
        return value

    def identity(self, name: str) -> str:
        """An id: text, or a whole number.

        Raises:
            InputError: there is none.

        """
        value = self.values.get(name)
        given = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if not given:
            raise self.fault(f'it has no "{name}"', "Give the id of the document, the same in gold and predictions.")
        return given

    def flag(self, name: str) -> bool:
        """A value that is true or false; false where absent or null.

        Raises:
            InputError: it is something else.

        """
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        raise self.fault(f'its "{name}" is {name_kind(value)}, not true or false', "Give true or false.")

    def items(self, name: str) -> list[object]:
        """A list; empty where absent or null.

        Raises:
            InputError: it is something else.

        """
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.fault(f'its "{name}" is {name_kind(value)}, not a list', "Give a list; [] where there is none.")
        return value

    def inner(self, name: str) -> "Row":
        """An object in this one; without values where absent or null.

        Raises:
            InputError: it is something else.

        """
        value = self.values.get(name)
        if value is None:
            return Row(values={}, place=self.place)
        if not isinstance(value, dict):
            raise self.fault(f'its "{name}" is {name_kind(value)}, not an object', "Give an object, or null.")
        return Row(values=value, place=f"{self.place}, {name}")


def name_kind(value: object) -> str:
    """What a JSON value is, in words."""
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return kinds.get(type(value), "null")


def read_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file, blank lines passed over.

    Raises:
        InputError: the file can't be opened, or a line is not a JSON object.

    """
    try:
        with path.open("rb") as stream:
            for row in read_lines(stream):
                place = str(path) if row.line is None else f"{path}:{row.line}"
                if isinstance(row, Fault):
                    raise InputError(row.error.fault, place=place, remedy=row.error.remedy)
                yield Row(values=row.values, place=place)
    except FileNotFoundError:
        raise InputError("no such file", place=str(path), remedy="Check the spelling of the path.") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"it cannot be read ({reason})", place=str(path), remedy="Check the file.") from None
