"""Copies in a run: set aside before coding, told with their originals' events behind it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.config import CoderConfig
from dragoman.copies import CopyFinder
from dragoman.documents import Origin, Reject, Sourced
from dragoman.export.files import read_events
from dragoman.model.text import Document
from dragoman.tasks import Copies, Tally, code_into
from dragoman.tasks.code import Gate
from dragoman.tasks.engines import LocalEngine
from tests.tasks.fakes import make_word_coder

TEXT = (
    "LIMA (Wire) – Peru's president met Chile's prime minister in Lima on Tuesday and signed agreements on trade. The "
    "two met again in the evening, and the crowd at the palace sang until midnight."
)
OTHER = "Ghana's minister met teachers in Accra, who asked for higher wages and for books; nobody said when they come."


def read(number: int, text: str, *, day: int = 2) -> Sourced:
    document = Document(id=f"d{number}", text=text, published=date(2024, 5, day), publisher=f"Paper {number}")
    return Sourced(origin=Origin(file="in", line=number), document=document)


def run(
    folder: Path,
    items: Sequence[Sourced | Reject],
    copies: Copies | None,
    *,
    workers: int = 1,
    gate: Gate | None = None,
) -> Tally:
    return code_into(
        items,
        str(folder / "out.jsonl"),
        rejects=folder / "rejects.jsonl",
        config=CoderConfig(),
        engine=LocalEngine(workers),
        gate=gate,
        copies=copies,
        maker=make_word_coder,
    )


def list_told(folder: Path) -> list[tuple[str, str | None]]:
    return [(event["document_id"], event.get("copy_of")) for event in read_events(folder / "out.jsonl")]


STREAM = [read(1, TEXT), read(2, OTHER), read(3, TEXT.partition("– ")[2]), read(4, OTHER, day=3), read(5, "They met.")]
TOLD = [("d1", None), ("d1", None), ("d2", None), ("d3", "d1"), ("d3", "d1"), ("d4", "d2"), ("d5", None)]


def test_copies_stand_in_their_places_with_the_originals_events(tmp_path: Path) -> None:
    tally = run(tmp_path, STREAM, Copies())
    assert (tally.documents, tally.copies, tally.events) == (5, 2, 7)
    assert list_told(tmp_path) == TOLD


def test_without_looking_for_copies_each_is_coded(tmp_path: Path) -> None:
    tally = run(tmp_path, STREAM, None)
    assert (tally.documents, tally.copies, tally.events) == (5, 0, 7)
    assert {copy_of for _, copy_of in list_told(tmp_path)} == {None}


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    items = [replace(item, document=replace(item.document, id=f"{n}-{item.document.id}"), origin=Origin(file=str(n)))
             for n in range(6) for item in STREAM]  # fmt: skip
    run(tmp_path, items, Copies())
    alone = (tmp_path / "out.jsonl").read_bytes()
    run(tmp_path, items, Copies(), workers=2)
    assert (tmp_path / "out.jsonl").read_bytes() == alone


def test_a_copy_of_what_could_not_be_coded_is_rejected_with_it(tmp_path: Path) -> None:
    tally = run(tmp_path, [read(1, f"{TEXT} FAIL"), read(2, TEXT), read(3, OTHER)], Copies())
    assert (tally.documents, tally.rejected) == (1, 2)
    assert "a copy of d1, which could not be coded" in (tmp_path / "rejects.jsonl").read_text()


def refuse_teachers(document: Document) -> str | None:
    return "no politics" if "teachers" in document.text else None


def test_a_copy_of_what_was_set_aside_is_set_aside_with_it(tmp_path: Path) -> None:
    tally = run(tmp_path, STREAM, Copies(), gate=refuse_teachers)
    assert (tally.documents, tally.copies, tally.set_aside, tally.rejected) == (3, 1, 2, 0)


def test_a_reject_with_the_id_of_a_document_does_not_stand_for_it(tmp_path: Path) -> None:
    broken = Reject(origin=Origin(file="in", line=9), fault="it has no date", remedy="", document_id="d1")
    tally = run(tmp_path, [broken, read(1, TEXT), broken, read(3, TEXT)], Copies())
    assert (tally.documents, tally.copies, tally.rejected) == (2, 1, 2)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_original_that_is_forgotten_while_a_copy_is_under_way_is_not_lost(tmp_path: Path, workers: int) -> None:
    finder = CopyFinder(most_bytes=600)  # one document or two
    items = [read(1, TEXT), read(2, TEXT), read(3, OTHER), read(4, OTHER.upper()), read(5, f"{OTHER[:60]} in vain.")]
    tally = run(tmp_path, items, Copies(finder), workers=workers)
    assert (tally.documents, tally.rejected) == (5, 0)
    assert ("d2", "d1") in list_told(tmp_path)
