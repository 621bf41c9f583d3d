"""Commitments with the sentence in which their words stand."""

from pathlib import Path

import pytest

from dragoman.store import Entry, connect
from dragoman.tasks.promises import page_commitments
from dragoman.tasks.surroundings import cut_after, cut_before
from tests.store.entries import make_entry, make_text, open_new, put_all

QUOTE = make_text("IRN", "invited", "TUR").rstrip(".")


def promise(document_id: str, before: str, after: str, *, is_text_known: bool = True) -> Entry:
    """An invitation in the midst of a text."""
    return make_entry(
        document_id,
        verb="invited",
        event_type="AGREE",
        text=f"{before}{QUOTE}{after}" if is_text_known else None,
        evidence={
            "text": QUOTE,
            "start": len(before),
            "end": len(before) + len(QUOTE),
            "trigger": "invited",
            "trigger_start": len(before) + QUOTE.index("invited"),
            "trigger_end": len(before) + QUOTE.index("invited") + len("invited"),
        },
    )


@pytest.mark.parametrize(
    ("before", "after", "around"),
    [
        ("Rain fell. On Monday ", " to talks. Then it rained.", {"before": "On Monday ", "after": " to talks."}),
        ("", "", {"before": "", "after": ""}),
        ("Élan\n\n“", "” to Wien!”\n\nMore.", {"before": "“", "after": "” to Wien!”"}),
    ],
)
def test_a_listed_commitment_has_its_sentence(tmp_path: Path, before: str, after: str, around: dict[str, str]) -> None:
    with open_new(tmp_path / "new.db") as connection:
        put_all(connection, promise("a", before, after))
    with connect(tmp_path / "new.db") as connection:
        (told,) = page_commitments(connection)["commitments"]
    assert told["around"] == around and told["quote"] == QUOTE


def test_where_the_text_is_not_known_nothing_is_made_up(tmp_path: Path) -> None:
    with open_new(tmp_path / "new.db") as connection:
        put_all(connection, promise("a", "On Monday ", "", is_text_known=False))
    with connect(tmp_path / "new.db") as connection:
        (told,) = page_commitments(connection)["commitments"]
    assert told["around"] is None


def test_a_sentence_without_end_is_cut() -> None:
    assert cut_before("word " * 100).startswith("…") and len(cut_before("word " * 100)) < 300
    assert cut_after(" word" * 100, "They agreed").endswith("…")
    assert cut_after(" More of it.", "They agreed.") == ""
