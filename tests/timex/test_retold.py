"""Which events the text tells as old news; published on Friday 9 June 2023."""

from datetime import date

import pytest

from dragoman.model.codes import Status
from dragoman.model.evidence import Evidence
from dragoman.timex import TimexStep
from tests.timex.parsed import coding, frame

FRIDAY = date(2023, 6, 9)


def retold(text: str, table: str, trigger: str, status: Status = Status.OCCURRED) -> Evidence | None:
    (found,) = TimexStep()(coding(text, [table], [frame(text, trigger, status=status)], published=FRIDAY)).retold
    return found


def met(when: str, tag: str = "NNP") -> tuple[str, str]:
    return f"They met in {when}.", (
        f"They PRON PRP nsubj 1\nmet VERB VBD ROOT 1\nin ADP IN prep 1\n{when} PROPN {tag} pobj 2\n. PUNCT . punct 1"
    )


@pytest.mark.parametrize(("when", "old"), [("March", True), ("2019", True), ("June", False)])
def test_what_is_dated_long_before_publication_is_old_news(when: str, old: bool) -> None:
    found = retold(*met(when), "met")
    assert (found is not None) is old
    assert found is None or (found.rule, found.span is not None) == ("retold:dated", True)


HAD = (
    "Iran had visited Ankara.",
    "Iran PROPN NNP nsubj 2\nhad AUX VBD aux 2\nvisited VERB VBN ROOT 2\nAnkara PROPN NNP dobj 2\n. PUNCT . punct 2",
)


def test_what_is_mentioned_as_known_is_old_news() -> None:
    found = retold(*HAD, "visited")
    assert found is not None
    assert (found.rule, "past perfect" in found.reason) == ("retold:background", True)


def test_news_is_not_old() -> None:
    text = "They met."
    assert retold(text, "They PRON PRP nsubj 1\nmet VERB VBD ROOT 1\n. PUNCT . punct 1", "met") is None


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HYPOTHETICAL])
def test_what_has_not_happened_is_never_old_news(status: Status) -> None:
    assert retold(*met("March"), "met", status) is None
