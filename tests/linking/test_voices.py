import pytest

from dragoman.linking.voices import find_voices
from dragoman.model.report import Report
from tests.linking.factories import make_report

COPY = "Chilean shells struck the bridge of San Lorenzo on Monday, killing four border guards"


def told(publisher: str, quote: str, outlet: str | None = None) -> Report:
    attribution = {"speaker": None, "cue": "according to", "outlet": outlet, "start": 0, "end": 1} if outlet else None
    return make_report(f"ev_{publisher}_{len(quote)}", publisher=publisher, quote=quote, attribution=attribution)


VOICES = [
    ([told("Post", COPY)], (1,)),
    ([told("Post", COPY), told("Mail", COPY)], (1, 1)),
    (
        [told("Post", COPY), told("Mail", COPY.replace("four", "five")), told("Echo", COPY + ", officials said")],
        (1, 1, 1),
    ),
    ([told("Post", COPY), told("Mail", "the bridge was shelled")], (1, 2)),
    ([told("Post", COPY), told("The Post", "the bridge was shelled")], (1, 1)),
    ([told("Post", "bridge hit"), told("Mail", "bridge hit")], (1, 2)),
    (
        [told("Post", "shells fell", "Reuters"), told("Mail", "guns roared", "Reuters"), told("Reuters", "a hit")],
        (1, 1, 1),
    ),
    # The second repeats the first, the third is of the second's publisher: all one voice.
    ([told("Post", COPY), told("Mail", COPY), told("Mail", "the bridge again")], (1, 1, 1)),
    ([told("", "the bridge was shelled"), told("", "guns were heard at the river")], (1, 2)),
]


@pytest.mark.parametrize(("reports", "voices"), VOICES)
def test_copies_and_one_source_are_one_voice(reports: list[Report], voices: tuple[int, ...]) -> None:
    assert find_voices(reports) == voices


def test_one_agency_text_in_twelve_papers_is_one_voice() -> None:
    papers = [told(f"Paper {number}", COPY if number % 3 else f"{COPY}, police said") for number in range(12)]
    assert set(find_voices(papers)) == {1}


def test_documents_that_are_copies_of_one_text_are_one_voice_however_short_the_quote() -> None:
    original = make_report("a", document_id="wire", quote="bridge hit")
    copies = [make_report(name, copy_of="wire", quote="bridge hit") for name in "bc"]
    assert find_voices([original, *copies, make_report("d", quote="bridge hit")]) == (1, 1, 1, 2)
    assert find_voices([*copies, original]) == (1, 1, 1)
