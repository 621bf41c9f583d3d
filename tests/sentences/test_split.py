import pytest
from hypothesis import given

from dragoman.sentences.split import find_breaks
from tests.strategies import TEXTS


def cut(text: str, quoted: list[tuple[int, int]] | None = None) -> list[str]:
    breaks = sorted(find_breaks(text, quoted or []).certain)
    return [text[a:b].strip() for a, b in zip([0, *breaks], [*breaks, len(text)], strict=True)]


TWO = [
    ("He left. She stayed.", 1),
    ("He met U.S. Trade officials.", 0),
    ("He flew to the U.S. She stayed.", 1),
    ("It was signed by Gen. Rojas.", 0),
    ("Lt. Col. J. P. Rojas came.", 0),
    ("They met Mr. Silva. Talks went on.", 1),
    ("See No. 5 of the list.", 0),
    ("They said no. 5 men left.", 0),
    ("On Oct. 2 they met.", 0),
    ("Shares of Acme Inc. Rose.", 0),
    ("It rose 1.5 percent. Prices fell.", 1),
    ("At 5 p.m. The talks began.", 1),
    ("“Will you go?” Rojas asked.", 0),
    ("“Will you go?” The crowd fell silent.", 1),
    ("“We go.” Rojas arrived later.", 1),
    ("Left the talks.The minister stayed.", 1),
    ("What now? Nobody knows!", 1),
    ("It went on . . . and on", 0),
]


@pytest.mark.parametrize(("text", "breaks"), TWO)
def test_sentences_end_at_full_stops_that_are_no_abbreviations(text: str, breaks: int) -> None:
    assert len(cut(text)) == breaks + 1


def test_short_quotations_are_not_split() -> None:
    text = "He said “No. Never.” and left. She stayed."
    assert cut(text, [(8, 20)]) == ["He said “No. Never.” and left.", "She stayed."]


def test_long_quotations_are_split() -> None:
    text = "“The two neighbours have signed four treaties this year. We want more of them,” he said."
    assert len(cut(text, [(0, 79)])) == 2


@given(TEXTS)
def test_breaks_lie_inside_the_text(text: str) -> None:
    for offsets in find_breaks(text):
        assert all(0 < at < len(text) for at in offsets)
