"""The characters of a page: what its bytes, its server and its own head say of them."""

import codecs
import re
from contextlib import suppress

from dragoman.documents.decode import BYTE_ORDER_MARKS

_META = re.compile(rb"""charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_META_HEAD = 4096

# Encodings of the web (https://encoding.spec.whatwg.org), by Python's names. A page may name any other codec of
# Python's too, and some of them take very long or are no encodings of text.
_LATIN_1 = frozenset({"ascii", "iso8859-1"})  # the web means Windows-1252 by them
_KNOWN = _LATIN_1 | {
    *(f"cp{number}" for number in (866, 874, 949, 950, *range(1250, 1259))),
    *(f"iso8859-{number}" for number in (*range(2, 12), 13, 14, 15, 16)),
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
    *("gbk", "gb2312", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "shift_jis", "euc_kr"),
}


def decode_page(content: bytes, charset: str = "") -> str:
    """The characters of a page.

    A byte-order mark decides, else that the bytes are UTF-8, else the server's word, else the page's own, else a
    guess. Where the one that decides fits most of the bytes only, what does not fit becomes U+FFFD, as in a browser.

    Args:
        content: the page.
        charset: what the server said.

    """
    for mark, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    with suppress(UnicodeDecodeError):
        if b"\0" not in content:
            return content.decode("utf-8")
    meta = _META.search(content[:_META_HEAD])
    declared = [name for label in (charset, meta[1].decode() if meta else "") if (name := find_codec(label))]
    for name in declared:
        with suppress(UnicodeDecodeError):
            return content.decode(name)
    return content.decode(declared[0] if declared else guess(content), errors="replace")


def find_codec(label: str) -> str:
    """Python's name for an encoding that a page or server names; the empty string for one that is not of the web."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in _LATIN_1 else name if name in _KNOWN else ""


def guess(content: bytes) -> str:
    """The encoding that the bytes look most like."""
    from trafilatura.utils import detect_encoding

    found = (find_codec(label) for label in detect_encoding(content))
    return next((name for name in found if name), "cp1252")
