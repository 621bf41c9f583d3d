"""Files of other programs, which are not read: told by how they begin, each with what makes a text of it."""

from dragoman.documents.forms import suffix_of
from dragoman.errors import DocumentError

_PLAIN = 'Save it as plain text (UTF-8), and begin that with "date YYYY-MM-DD".'
_TABLE = "Save it as CSV (UTF-8) with columns for the day of publication and the text."
_PICTURE = ("a picture", "Leave it out, or give the words in it as text.")

_BEGINNINGS = {
    b"%PDF-": ("a PDF", 'Give its text (pdftotext makes it), and begin that with "date YYYY-MM-DD".'),
    b"{\\rtf": ("rich text (RTF)", _PLAIN),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("a file of an older Word, Excel or Outlook", _PLAIN),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
}

_ZIPPED = {
    ".docx": ("a Word document", _PLAIN),
    ".odt": ("an OpenDocument text", _PLAIN),
    ".pptx": ("a presentation", _PLAIN),
    ".epub": ("an e-book", _PLAIN),
    ".xlsx": ("an Excel workbook", _TABLE),
    ".ods": ("an OpenDocument spreadsheet", _TABLE),
}
"""Forms that are zip archives, of which the suffix alone says more."""


def find_other_form(name: str, head: bytes) -> DocumentError | None:
    """The error of a file in a form of another program; None for any other file.

    Args:
        name: file name, or "-".
        head: the file's first bytes.

    """
    found = next((kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning)), None)
    if found is None and head.startswith(b"PK"):
        found = _ZIPPED.get(suffix_of(name))
    return DocumentError(f"it is {found[0]}", remedy=found[1]) if found else None
