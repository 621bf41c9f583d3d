"""Somebody who reviews and imports while others read, and what has to be in the record afterwards."""

import http.cookiejar
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from desk_company import Company
from record_events import make_event

from dragoman.model.codes import EventType
from dragoman.store import connect, list_reviews

EVERY = 1.0
"""Seconds between two reviews."""
DOCUMENTS_EVERY = 20
"""After so many reviews and undos a document is imported."""

_CSRF = re.compile(r'name="csrf" value="([^"]+)"')


class Writer(Company):
    """Reviews events by the desk's forms, undoes each review, and imports documents, until the block ends.

    Args:
        address: of the desk.
        record: its record.
        folder: for the files that are imported.

    """

    def __init__(self, address: str, record: Path, folder: Path) -> None:
        self.reviews: list[str] = []
        """Why each was made: each reason is given once."""
        self.documents: list[str] = []
        self.faults: list[str] = []
        self._address, self._record, self._folder = address, record, folder
        self._browser = build_opener(HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self._chance = random.Random(3)
        self._run = f"{time.time():.0f}"
        with closing(connect(record)) as connection:
            rows = connection.execute("SELECT event_id FROM event WHERE id % 997 = 1 LIMIT 500")
            self._events = [event_id for (event_id,) in rows]
        super().__init__(self._write)

    def _write(self) -> None:
        number = 0
        while not self.ended.wait(EVERY):
            number += 1
            try:
                event_id = self._chance.choice(self._events)
                review = self._review(event_id, number)
                if not self.ended.wait(EVERY):
                    self._undo(event_id, review, number)
                if number % DOCUMENTS_EVERY == 0:
                    self._import(number)
            except (OSError, subprocess.CalledProcessError, LookupError) as error:
                self.faults.append(f"the writer met {type(error).__name__}: {error}")

    def _review(self, event_id: str, number: int) -> str:
        because = f"benchmark {self._run}, review {number}"
        action = self._chance.choice(("confirm", "reject", "set"))
        fields = {"action": action, "by": "benchmark", "because": because}
        fields |= {"field": "contexts", "value": "military"} if action == "set" else {}
        shown = self._send(f"/event/{event_id}", f"/event/{event_id}/review", fields)
        self.reviews.append(because)
        return shown.rpartition("#review-")[2]

    def _undo(self, event_id: str, review: str, number: int) -> None:
        because = f"benchmark {self._run}, undo {number}"
        fields = {"number": review, "by": "benchmark", "because": because}
        self._send(f"/event/{event_id}", f"/event/{event_id}/undo", fields)
        self.reviews.append(because)

    def _send(self, page: str, form: str, fields: dict[str, str]) -> str:
        """Fill in a form of a page; the address it leads to."""
        with self._browser.open(self._address + page, timeout=120) as shown:
            csrf = _CSRF.search(shown.read().decode())
        if csrf is None:
            raise LookupError(f"{page} has no form")
        with self._browser.open(self._address + form, urlencode({"csrf": csrf[1], **fields}).encode(), 120) as shown:
            return str(shown.url)

    def _import(self, number: int) -> None:
        document = f"benchmark-{self._run}-{number}"
        day = date(2024, 1, 1 + number % 28)
        events = [
            make_event(document, nth, day, "Benchmark", "FRA", "DEU", EventType.CONSULT, day, self._chance)
            for nth in range(3)
        ]
        lines = self._folder / f"{document}.jsonl"
        lines.write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")
        program = [sys.executable, "-m", "dragoman", "record", "import", str(self._record), str(lines)]
        subprocess.run(program, check=True, capture_output=True)
        self.documents.append(document)


def check_written(record: Path, writer: Writer) -> Iterator[str]:
    """What of a writer's work is not in the record, or more than once."""
    with closing(connect(record)) as connection:
        reasons = Counter(review.because for review in list_reviews(connection))
        found = {
            document for (document,) in connection.execute("SELECT document_id FROM document WHERE is_current = 1")
        }
    for because in writer.reviews:
        if reasons[because] != 1:
            yield f"{because!r} stands in the record {reasons[because]} times"
    for document in writer.documents:
        if document not in found:
            yield f"document {document} is not in the record"
