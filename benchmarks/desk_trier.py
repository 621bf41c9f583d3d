"""Somebody who pastes texts while others read: the coder works beside the desk, and no page should wait for it."""

import json
import time
from pathlib import Path
from typing import Self
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from desk_company import Company

TEXTS = Path(__file__).parent.parent / "examples" / "dispatches"
EVERY = 7.0
"""Seconds between two texts: the desk takes ten a minute of each who asks."""


class Trier(Company):
    """Has texts read by the desk, one after the other, until the block ends.

    Args:
        address: of the desk.

    """

    def __init__(self, address: str) -> None:
        self.served: list[float] = []
        """Milliseconds in the server."""
        self.waited: list[float] = []
        """Milliseconds until the answer was there."""
        self.failed = 0
        self._address = address
        super().__init__(self._try_all)

    def __enter__(self) -> Self:
        # The first text waits for the coder to be loaded.
        self._try(*self._read_texts()[0])
        self.served.clear()
        self.waited.clear()
        return super().__enter__()

    def _try_all(self) -> None:
        texts, number = self._read_texts(), 0
        while not self.ended.wait(EVERY):
            self._try(*texts[number % len(texts)])
            number += 1

    def _read_texts(self) -> list[tuple[str, str]]:
        """Days and texts; a file is named after its day: "2023-12-07-athens.txt"."""
        return [(file.name[:10], file.read_text(encoding="utf-8")) for file in sorted(TEXTS.glob("*.txt"))]

    def _try(self, published: str, text: str) -> None:
        pasted = json.dumps({"text": text, "published": published}).encode()
        headers = {"Content-Type": "application/json"}
        asked = time.perf_counter()
        try:
            with urlopen(Request(f"{self._address}/try.json", pasted, headers), timeout=120) as answer:
                answer.read()
                self.served.append(float(answer.headers["Server-Timing"].partition("dur=")[2]))
                self.waited.append((time.perf_counter() - asked) * 1000)
        except (HTTPError, OSError):
            self.failed += 1
