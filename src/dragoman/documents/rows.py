"""A row of named values becomes a `Document`, or an error that says what it lacks."""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime

from dragoman.errors import DocumentError
from dragoman.model.text import Document

COLUMNS = ("id", "published", "publisher", "url", "title", "text")
"""The columns read, by their own names; any other is left alone."""

ALIASES: Mapping[str, tuple[str, ...]] = {"publisher": ("source",)}
"""Second names, looked at where the first is absent."""

LIMIT = 1_000_000
"""Largest title and text together, in bytes of UTF-8 (1 MB)."""

NEEDED = ("published", "text")
"""The columns without which no row can be coded."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])")
_SURROGATE = re.compile("[\ud800-\udfff]")


def compose_document(
    values: Mapping[str, object], *, default_id: str, columns: Mapping[str, str] | None = None
) -> Document:
    """The document of one row.

    Args:
        values: what the file holds, by its own column names.
        default_id: the id where the row gives none.
        columns: for a column of `COLUMNS`, the name the file has for it: `{"text": "body"}`.

    Raises:
        DocumentError: no date, no text, not text, over `LIMIT`.

    """
    found = {name: find_value(values, name, columns or {}) for name in COLUMNS}
    text_name = (columns or {}).get("text", "text")
    if text_name not in values:
        raise DocumentError(f'it has no "{text_name}"', remedy="Name the column that holds it: --column text=NAME.")
    words = {name: read_words(name, found[name]) for name in ("title", "text", "publisher", "url")}
    check_words(words["title"], words["text"])
    published = read_day(found["published"])
    given = found["id"]
    document_id = str(given).strip() if isinstance(given, str | int) else ""
    if _SURROGATE.search(document_id + words["publisher"] + words["url"]):
        raise DocumentError("its id, publisher or url is not Unicode text", remedy="Correct the escapes \\ud800 …")
    return Document(id=document_id or default_id, published=published, **words)


def list_names(columns: Mapping[str, str]) -> set[str]:
    """The names that a table may have for the columns read; `columns` as for `compose_document`."""
    names = {columns.get(name, name) for name in COLUMNS}
    return names | {alias for name in COLUMNS if name not in columns for alias in ALIASES.get(name, ())}


def find_missing(held: Collection[str], columns: Mapping[str, str]) -> DocumentError | None:
    """The error of a table that lacks a column which every row needs; None where it has them.

    Args:
        held: the names of its columns.
        columns: as for `compose_document`.

    """
    missing = {name: columns.get(name, name) for name in NEEDED if columns.get(name, name) not in held}
    if not missing:
        return None
    wanted = " and no ".join(f'"{theirs}"' for theirs in missing.values())
    named = " ".join(f"--column {name}=NAME" for name in missing)
    return DocumentError(
        f"it has no column {wanted} (it holds: {', '.join(held)[:100] or 'nothing'})",
        remedy=f"Name {'the column that holds it' if len(missing) == 1 else 'those that hold them'}: {named}.",
    )


def find_value(values: Mapping[str, object], name: str, columns: Mapping[str, str]) -> object:
    """The value of a column under the name the user gave, its own, or an alias; None where absent."""
    if name in columns:
        return values.get(columns[name])
    return next((values[n] for n in (name, *ALIASES.get(name, ())) if values.get(n) is not None), None)


def read_words(name: str, value: object) -> str:
    """A value as text; an absent one as the empty string.

    Raises:
        DocumentError: it is a number, a list or an object.

    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise DocumentError(f"its {name} is not text but {type(value).__name__}", remedy="Give it as a string.")
    return value


def check_words(title: str, text: str) -> None:
    """Raise `DocumentError` unless title and text hold words that can be coded."""
    both = title + text
    if not both.strip("\ufeff \t\r\n\f\v"):
        raise DocumentError("it is empty", remedy="Leave it out, or give its text.")
    if "\0" in both:
        raise DocumentError("it is not text (it holds NUL characters)", remedy="Give plain text, not a binary file.")
    try:
        size = len(both.encode())
    except UnicodeEncodeError:
        raise DocumentError(
            "it is not Unicode text (half of a surrogate pair)",
            remedy="Correct the escapes \\ud800 … \\udfff.",
        ) from None
    if size > LIMIT:
        raise too_large(size)


def too_large(size: int) -> DocumentError:
    """The error of a document of `size` bytes, which is more than `LIMIT`."""
    return DocumentError(f"it is over 1 MB ({size:,} bytes)", remedy="Split it into its single reports.")


def read_day(value: object) -> date:
    """The day of publication: a date or datetime, also in ISO 8601 (the day as written, in its own zone).

    Raises:
        DocumentError: there is none, or it is not a day of the calendar.

    """
    remedy = "Give the day of publication as YYYY-MM-DD."
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None or (isinstance(value, str) and not value.strip()):
        raise DocumentError(
            "it has no date",
            remedy="Give the day of publication as YYYY-MM-DD, or name the column that holds it: "
            "--column published=NAME.",
        )
    if isinstance(value, str):
        written = value.strip()
        try:
            day = _DAY.match(written)
            return date.fromisoformat(day[0]) if day else datetime.fromisoformat(written).date()
        except ValueError:
            pass
    raise DocumentError(f"its date cannot be read: {str(value)[:40]!r}", remedy=remedy)
