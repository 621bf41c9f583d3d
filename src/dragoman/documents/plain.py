"""Dated plain text: `date 2025-10-02 The minister …`, one document a file."""

import re

from dragoman.documents.decode import decode_text
from dragoman.documents.sources import Row
from dragoman.errors import DocumentError

# White space may stand before the word, and stands between the date and the report. The date is checked
# later, so that "date 2025-02-30" and "date 2.10.2025" are reported as wrong dates and not as missing ones.
HEADER = re.compile(r"\s*date[ \t]+(\d{1,4}[-./]\d{1,2}[-./]\d{1,4})(?!\d)\s*", re.IGNORECASE)

START = re.compile(rb"(\xef\xbb\xbf)?\s*date[ \t]+\d{4}-", re.IGNORECASE)
"""How such a file begins, in bytes."""


def read_plain(content: bytes) -> Row:
    """The row of a dated text file: the text is all that follows the header, untouched.

    Raises:
        DocumentError: not text, or no date header.

    """
    text = decode_text(content)
    if not text.strip():
        raise DocumentError("it is empty", remedy="Leave it out, or give its text.")
    if "\0" in text:
        raise DocumentError("it is not text (it holds NUL characters)", remedy="Give plain text, not a binary file.")
    header = HEADER.match(text)
    if header is None:
        raise DocumentError("it has no date", remedy='Begin the file with "date YYYY-MM-DD", then the report.')
    return Row(line=None, values={"published": header[1], "text": text[header.end() :]})
