"""How closely a time expression belongs to an event of its sentence."""

import pytest

from dragoman.model.text import Span
from dragoman.timex.attach import attachment
from tests.timex.parsed import sentence

SPEAKING = """
{0} VERB VBG advcl 6
in ADP IN prep 0
Quito PROPN NNP pobj 1
on ADP IN prep 0
Tuesday PROPN NNP pobj 3
she PRON PRP nsubj 6
accused VERB VBD ROOT 6
Peru PROPN NNP dobj 6
"""
CAUSING = """
The DET DT det 1
quake NOUN NN nsubj 2
hit VERB VBD ROOT 2
Peru PROPN NNP dobj 2
{0} VERB VBG advcl 2
deaths NOUN NNS dobj 4
on ADP IN prep 4
Tuesday PROPN NNP pobj 6
"""


def cost(table: str, verb: str, trigger: str) -> float:
    filled = table.format(verb)
    text = " ".join(line.split()[0] for line in filled.strip().splitlines())
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in (trigger, "Tuesday")]
    return attachment(sentence(filled, text), *spans)


@pytest.mark.parametrize("verb", "Speaking Testifying Appearing Visiting Meeting Talking Addressing Touring".split())
def test_what_is_said_on_an_occasion_is_said_on_its_day(verb: str) -> None:
    assert cost(SPEAKING, verb, "accused") < 1


@pytest.mark.parametrize("verb", ["causing", "recalling", "awaiting"])
def test_a_participle_that_tells_something_else_keeps_its_day(verb: str) -> None:
    assert cost(CAUSING, verb, "hit") > 2
