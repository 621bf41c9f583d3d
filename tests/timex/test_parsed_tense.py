"""The tense of the words around an expression, on sentences parsed by hand."""

import pytest

from dragoman.model.text import SentenceKind
from dragoman.timex.parsed_tense import ParsedTense
from dragoman.timex.tense import Tense
from tests.timex.parsed import sentence

MEETS = "The board sits on Monday."
MEETS_TABLE = """
The DET DT det 1
board NOUN NN nsubj 2
sits VERB VBZ ROOT 2
on ADP IN prep 2
Monday PROPN NNP pobj 3
. PUNCT . punct 2
"""
SAYS_TABLE = MEETS_TABLE.replace("sits", "says")
HURT_TABLE = MEETS_TABLE.replace("sits VERB VBZ", "hurt VERB VBP")
TALKS = "The board discusses talks on Monday."
TALKS_TABLE = """
The DET DT det 1
board NOUN NN nsubj 2
discusses VERB VBZ ROOT 2
talks NOUN NNS dobj 2
on ADP IN prep 3
Monday PROPN NNP pobj 4
. PUNCT . punct 2
"""
HEARD = "The case is heard Monday."
HEARD_TABLE = """
The DET DT det 1
case NOUN NN nsubjpass 3
is AUX VBZ auxpass 3
heard VERB VBN ROOT 3
Monday PROPN NNP npadvmod 3
. PUNCT . punct 3
"""
WOULD = "They would meet Monday."
WOULD_TABLE = """
They PRON PRP nsubj 2
would AUX MD aux 2
meet VERB VB ROOT 2
Monday PROPN NNP npadvmod 2
. PUNCT . punct 2
"""
PLANNED = "They planned a march on Monday."
PLANNED_TABLE = """
They PRON PRP nsubj 1
planned VERB VBD ROOT 1
a DET DT det 3
march NOUN NN dobj 1
on ADP IN prep 3
Monday PROPN NNP pobj 4
. PUNCT . punct 1
"""


@pytest.mark.parametrize(
    ("text", "table", "tense"),
    [
        (MEETS, MEETS_TABLE, Tense.PLANNED),
        (MEETS.replace("sits", "says"), SAYS_TABLE, Tense.PAST),
        (MEETS.replace("sits", "hurt"), HURT_TABLE, Tense.PAST),
        (TALKS, TALKS_TABLE, Tense.UNKNOWN),
        (HEARD, HEARD_TABLE, Tense.PLANNED),
        (WOULD, WOULD_TABLE, Tense.PLANNED),
        (PLANNED, PLANNED_TABLE, Tense.PLANNED),
    ],
)
def test_tense_of_the_clause(text: str, table: str, tense: Tense) -> None:
    start = text.index("Monday")
    assert ParsedTense([sentence(table, text)], text)(start, start + len("Monday")) is tense


def test_present_of_a_headline_sets_no_time() -> None:
    start = MEETS.index("Monday")
    headline = sentence(MEETS_TABLE, MEETS, kind=SentenceKind.HEADLINE)
    assert ParsedTense([headline], MEETS)(start, start + 6) is Tense.UNKNOWN
