from pathlib import Path

import pytest

from dragoman.codebook import load_codebook, load_contexts
from dragoman.model.codes import EventType

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_and_mode_is_documented_in_the_codebooks_words(event_type: EventType) -> None:
    page = PAGE.read_text(encoding="utf-8")
    entry = load_codebook().types[event_type]
    assert f"### {event_type}\n\n{entry.definition}\n" in page
    for mode in entry.modes.values():
        assert f"| {mode.name} | {mode.definition} | {mode.score:g} |" in page


def test_every_context_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"| {name} |" in page for name in load_contexts())
