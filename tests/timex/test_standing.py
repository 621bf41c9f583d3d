"""The tense of verbs, on sentences parsed by hand."""

import pytest

from dragoman.timex.standing import tense_of
from tests.timex.parsed import sentence

CASES = [
    ("They VBD met", "They PRON PRP nsubj 1\nmet VERB VBD ROOT 1", "past"),
    ("they had met", "They PRON PRP nsubj 2\nhad AUX VBD aux 2\nmet VERB VBN ROOT 2", "past perfect"),
    ("they have met", "They PRON PRP nsubj 2\nhave AUX VBP aux 2\nmet VERB VBN ROOT 2", "perfect"),
    ("they are meeting", "They PRON PRP nsubj 2\nare AUX VBP aux 2\nmeeting VERB VBG ROOT 2", "progressive"),
    ("they were meeting", "They PRON PRP nsubj 2\nwere AUX VBD aux 2\nmeeting VERB VBG ROOT 2", "past progressive"),
    ("they will meet", "They PRON PRP nsubj 2\nwill AUX MD aux 2\nmeet VERB VB ROOT 2", "modal"),
    ("they were seen", "They PRON PRP nsubjpass 2\nwere AUX VBD auxpass 2\nseen VERB VBN ROOT 2", "past"),
    ("the banned group", "the DET DT det 2\nbanned VERB VBN amod 2\ngroup NOUN NN ROOT 2", "participle before a noun"),
    ("to meet", "to PART TO aux 1\nmeet VERB VB ROOT 1", "infinitive"),
]


@pytest.mark.parametrize(("name", "table", "tense"), CASES)
def test_tense_is_read_from_the_verb_and_its_auxiliaries(name: str, table: str, tense: str) -> None:
    words = [line.split()[0] for line in table.splitlines()]
    parsed = sentence(table, " ".join(words))
    verb = next(t for t in parsed.tokens if t.pos == "VERB")
    assert tense_of(parsed, verb) == tense, name
