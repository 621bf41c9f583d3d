"""Bytes to text: UTF-8 by rule, byte-order marks honoured, Windows-1252 where the bytes can't be UTF-8."""

import codecs
import re
from collections.abc import Iterable

from dragoman.errors import DocumentError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Sequences of two bytes occur by chance in Windows-1252 ("É”" is one), longer ones hardly ever.
_PAIRS = re.compile(rb"[\xc2-\xdf][\x80-\xbf]")
_LONGER = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# Bytes that no Windows-1252 text holds: the five unassigned ones, and control characters.
_NOT_1252 = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")

_REMEDY = "Save it as UTF-8 text."


def find_encoding(blocks: Iterable[bytes]) -> str:
    """The encoding of a text given as consecutive blocks of bytes.

    Returns:
        "utf-8-sig" (also where there is no mark), "utf-16", or "cp1252".

    Raises:
        DocumentError: the bytes are no text, or are UTF-8 that was damaged: read as Windows-1252 it would
            turn into wrong letters without a word ("Güler" into "GÃ¼ler").

    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    pairs = longer = high = offset = 0
    first_fault: int | None = None
    not_1252 = False
    held = b""
    for number, block in enumerate(blocks):
        if number == 0:
            marked = next((name for mark, name in BYTE_ORDER_MARKS if block.startswith(mark)), None)
            if marked == "utf-16":
                return marked
        if first_fault is None:
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                first_fault = max(0, offset - len(held)) + error.start
        pairs += len(_PAIRS.findall(block))
        longer += len(_LONGER.findall(block))
        high += len(_HIGH.findall(block))
        not_1252 = not_1252 or _NOT_1252.search(block) is not None
        offset += len(block)
        held = decoder.getstate()[0]
    if first_fault is None and not held:
        return "utf-8-sig"
    first_fault = offset - len(held) if first_fault is None else first_fault
    stray = high - 2 * pairs - 3 * longer
    if not_1252 or pairs + 3 * longer >= stray:
        raise DocumentError(f"not valid UTF-8 (byte {first_fault})", remedy=_REMEDY)
    return "cp1252"


def decode_text(content: bytes) -> str:
    """The text of a whole file, without its byte-order mark; line ends stay as they are.

    Raises:
        DocumentError: see `find_encoding`.

    """
    try:
        return content.decode(find_encoding([content]))
    except UnicodeDecodeError as error:
        raise DocumentError(f"not valid UTF-16 (byte {error.start})", remedy=_REMEDY) from None


def decode_utf8(content: bytes) -> str:
    """The text of a line that must be UTF-8.

    Raises:
        DocumentError: it is not.

    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(f"not valid UTF-8 (byte {error.start} of the line)", remedy=_REMEDY) from None
