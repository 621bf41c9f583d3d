"""Stage 1, documents: whatever people hold their news in becomes `Document` values.

`DocumentReader` reads any mix of files, folders, zip archives, globs, distant files and standard input, compressed or
not. A document's `text` is, by form:

- dated plain text: everything after the header `date YYYY-MM-DD` and its white space, line ends kept;
- JSON Lines, CSV, Parquet: the `text` column, exactly as given;
- HTML pages, also those of WARC archives: the main text as trafilatura extracts it, without the page's markup.

A byte-order mark is dropped, nothing else is changed: offsets count code points of that string.
"""

from dragoman.documents.contents import open_lines
from dragoman.documents.inputs import Input, find_input, find_inputs
from dragoman.documents.language import find_foreign
from dragoman.documents.page import compose_page
from dragoman.documents.paragraphs import find_foreign_page
from dragoman.documents.read import DocumentReader
from dragoman.documents.rows import COLUMNS, compose_document
from dragoman.documents.sources import Origin, Page, Reject, Sourced

__all__ = [
    "COLUMNS",
    "DocumentReader",
    "Input",
    "Origin",
    "Page",
    "Reject",
    "Sourced",
    "compose_document",
    "compose_page",
    "find_foreign",
    "find_foreign_page",
    "find_input",
    "find_inputs",
    "open_lines",
]
