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


def joined(words: str, table: str, trigger: str, timex: str) -> float:
    spans = [Span(words.index(w), words.index(w) + len(w)) for w in (trigger, timex)]
    return attachment(sentence(table, words), *spans)


THAT = """
He PRON PRP nsubj 1
praised VERB VBD ROOT 1
the DET DT det 3
{noun} NOUN NN dobj 1
{which} DET WDT {role} 6
{other} PRON PRP {beside} 6
{verb} VERB VBD relcl 3
on ADP IN prep 6
Tuesday PROPN NNP pobj 7
"""


@pytest.mark.parametrize(
    ("noun", "verb"), [("attack", "began"), ("blockade", "ended"), ("deal", "lapsed"), ("truce", "held")]
)
def test_a_noun_has_the_date_of_what_it_is_said_to_have_done(noun: str, verb: str) -> None:
    table = THAT.format(noun=noun, which="that", role="nsubj", other="itself", beside="dobj", verb=verb)
    text = f"He praised the {noun} that itself {verb} on Tuesday"
    assert joined(text, table, noun, "Tuesday") < 1


@pytest.mark.parametrize(("noun", "verb"), [("attack", "condemned"), ("deal", "mocked"), ("truce", "wanted")])
def test_a_noun_has_not_the_date_of_what_others_did_about_it(noun: str, verb: str) -> None:
    table = THAT.format(noun=noun, which="that", role="dobj", other="she", beside="nsubj", verb=verb)
    text = f"He praised the {noun} that she {verb} on Tuesday"
    assert joined(text, table, noun, "Tuesday") > 2


SIGNED = """
The DET DT det 3
{year} NUM CD nummod 3
{kind} ADJ JJ amod 3
deal NOUN NN nsubj 6
{verb} VERB VBN acl 3
there ADV RB advmod 4
failed VERB VBD ROOT 6
"""


@pytest.mark.parametrize("verb", ["signed", "brokered", "concluded"])
def test_what_is_said_of_a_dated_noun_has_its_date(verb: str) -> None:
    text = f"The 2015 new deal {verb} there failed"
    table = SIGNED.format(year="2015", kind="new", verb=verb)
    assert joined(text, table, verb, "2015") < 1
    assert joined(text, table, "failed", "2015") > 2  # and what the noun itself did later has not
