"""Compressed streams, read as they come, up to a size that no honest file reaches."""

import bz2
import gzip
import lzma
import zlib
from typing import BinaryIO

from dragoman.documents.forms import Compression
from dragoman.documents.streams import Wrapped

UNSUSPECTED = 1_000_000_000
"""Bytes that anything may expand to."""

RATIO = 200
"""How many times its size larger things may expand to. News in JSON Lines expands 3 to 10 times."""

_FAULTS = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError)


class Expanded(Wrapped):
    """What a compressed stream holds. What is wrong with it is told in words, as an `OSError`."""

    def __init__(self, stream: BinaryIO, compressed: Wrapped) -> None:
        """Begin to read.

        Args:
            stream: what it holds, from a library.
            compressed: the compressed bytes, counted.

        """
        super().__init__(stream)
        self._compressed = compressed

    def take(self, size: int) -> bytes:
        """At most `size` bytes; none at the end.

        Raises:
            OSError: it is damaged, cut off, or expands to more than is believed.

        """
        try:
            block = self._stream.read(size)
        except _FAULTS as error:
            fault = f"the compressed bytes are damaged or cut off after {self.taken:,} bytes of content: {error}"
            raise OSError(fault) from None
        check_expansion(self.taken + len(block), self._compressed.taken)
        return bytes(block)


def expand(compressed: Wrapped, compression: Compression) -> Expanded:
    """What a compressed stream holds."""
    return Expanded(_open(compressed, compression), compressed)


def check_expansion(size: int, compressed: int) -> None:
    """Raise `OSError` where so few bytes became so many that somebody meant harm."""
    if size > max(UNSUSPECTED, RATIO * compressed):
        raise OSError(f"it expands to more than {RATIO} times its size and was read no further")


def _open(stream: Wrapped, compression: Compression) -> BinaryIO:
    if compression is Compression.GZIP:
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]  # a binary stream in all but its type
    if compression is Compression.BZIP2:
        return bz2.BZ2File(stream)  # type: ignore[return-value]
    if compression is Compression.XZ:
        return lzma.LZMAFile(stream)  # type: ignore[return-value,arg-type]
    # Imported here: it takes most of a second. It comes with Parquet, so that Zstandard needs nothing of its own.
    import pyarrow as pa

    return pa.CompressedInputStream(stream, "zstd")  # type: ignore[no-any-return]
