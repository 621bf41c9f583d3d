"""The ids given in one run, which may be those of many millions of documents."""

import hashlib
from array import array

_FIRST_ROOM = 1 << 12


class Ids:
    """A set of ids that takes some sixteen bytes for each: eight of its digest, in a table half full at most.

    A set of Python's would take ninety.
    """

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _FIRST_ROOM))
        self._count = 0

    def free(self, wanted: str) -> str:
        """The id wanted, or where it is taken "dispatch~2" and so on."""
        number, free = 1, wanted
        while free in self:
            number += 1
            free = f"{wanted}~{number}"
        return free

    def take(self, document_id: str) -> bool:
        """Add an id; False where it was there."""
        digest = _digest(document_id)
        slot = self._find(digest)
        if self._slots[slot]:
            return False
        self._slots[slot] = digest
        self._count += 1
        if 2 * self._count > len(self._slots):
            self._grow()
        return True

    def __contains__(self, document_id: str) -> bool:
        return self._slots[self._find(_digest(document_id))] != 0

    def _find(self, digest: int) -> int:
        """The slot where a digest stands, or else would."""
        room = len(self._slots) - 1
        slot = digest & room
        while self._slots[slot] not in (0, digest):
            slot = (slot + 1) & room
        return slot

    def _grow(self) -> None:
        before = self._slots
        self._slots = array("Q", bytes(16 * len(before)))
        for digest in before:
            if digest:
                self._slots[self._find(digest)] = digest


def _digest(document_id: str) -> int:
    """Eight bytes, never zero, which marks an empty slot."""
    return int.from_bytes(hashlib.blake2b(document_id.encode(errors="surrogatepass"), digest_size=8).digest()) or 1
