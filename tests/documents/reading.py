"""What a reader makes of inputs, for the tests of each form."""

import io
from pathlib import Path

from dragoman.documents import DocumentReader, Reject, Sourced, find_inputs
from dragoman.model.text import Document


def read(*names: Path | str, stdin: bytes = b"") -> list[Sourced | Reject]:
    """All that some inputs give."""
    return list(DocumentReader(find_inputs([str(name) for name in names]), stdin=io.BytesIO(stdin)))


def documents(items: list[Sourced | Reject]) -> list[Document]:
    """The documents among it; there must be no rejects."""
    assert not [item for item in items if isinstance(item, Reject)]
    return [item.document for item in items if isinstance(item, Sourced)]


def told(items: list[Sourced | Reject]) -> list[str]:
    """The ids of documents and the faults of rejects, in their order."""
    return [item.document.id if isinstance(item, Sourced) else item.fault for item in items]
