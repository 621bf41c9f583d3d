"""Where a document was read, and what is said of one that could not be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.errors import DocumentError
from dragoman.model.text import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A file as the user named it ("-" for standard input) and a line or row of it."""

    file: str
    line: int | None = None
    """From 1; None where the file as a whole is the document. In Parquet: the row. In a WARC archive: the byte, from 0,
    at which the record begins, or the gzip member that holds it."""

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """A document that was read, and where."""

    origin: Origin
    document: Document
    is_dated_by_crawl: bool = False
    """Whether its day of publication is the day on which a crawler found it, since its page states none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An HTML page as it was read; its text is not extracted yet, see `compose_page`.

    Extraction takes longer than reading: it is left to whoever has processes for it.
    """

    origin: Origin
    document_id: str
    """What its document will be called."""
    content: bytes
    url: str = ""
    """Where it was found, if it does not say so itself."""
    crawled: date | None = None
    """When it was found: its day of publication, where it states none."""
    charset: str = ""
    """Its encoding, as the server had it."""

    def lost(self, reason: str) -> "Reject":
        """The reject of a page whose text could not be read."""
        return Reject(
            origin=self.origin,
            document_id=self.document_id,
            fault=f"its text could not be read ({reason})",
            remedy="Give the text of the article by itself.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A document that can't be coded: where it stands, what is wrong, what to do about it."""

    origin: Origin
    fault: str
    remedy: str
    document_id: str | None = None

    @classmethod
    def of(cls, error: DocumentError, origin: Origin, document_id: str | None = None) -> "Reject":
        """The reject that reports an error met at `origin`."""
        return cls(origin=origin, fault=error.fault, remedy=error.remedy, document_id=document_id)

    def error(self) -> DocumentError:
        """The same as an exception, for callers that would rather raise."""
        return DocumentError(self.fault, place=str(self.origin), remedy=self.remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The named values of one document, as its file holds them, before any check."""

    line: int | None
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBytes:
    """An HTML page, as its file or archive holds it: what a `Row` is for forms that name their values."""

    content: bytes
    line: int | None = None
    document_id: str = ""
    """Its own; else it is called after its file."""
    url: str = ""
    crawled: date | None = None
    charset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A line, a record of an archive, or a whole file, that gave no row."""

    line: int | None
    error: DocumentError


def unreadable(error: OSError) -> DocumentError:
    """The error of a file that can't be read, or not further."""
    return DocumentError(f"it cannot be read ({error.strerror or error})", remedy="Check the file, or its address.")
