"""Who suffers an attack."""

from datetime import date

import pytest

from dragoman.actors.draft import Draft
from dragoman.actors.hostility import is_victim
from dragoman.actors.scene import read_scene
from dragoman.actors.words import read_words
from dragoman.model.actor import MentionKind
from dragoman.model.coding import Coding
from dragoman.model.text import Document
from dragoman.sentences import SentencesStep

PARTS = [
    ("Gunmen wounded two officers.", "Gunmen", False),
    ("Gunmen wounded two officers.", "officers", True),
    ("The soldiers injured a shepherd.", "soldiers", False),
    ("Two officers were wounded in the blast.", "officers", True),
    ("Residents fled the town.", "Residents", True),
    ("Nine miners died underground.", "miners", True),
    ("Two officers met the mayor.", "officers", False),
]


@pytest.mark.parametrize(("text", "word", "suffers"), PARTS)
def test_those_who_wound_others_are_no_victims(text: str, word: str, suffers: bool) -> None:
    coding = SentencesStep()(Coding(document=Document(id="d1", text=text, published=date(2024, 5, 16))))
    sentence = coding.sentences[0]
    token = next(t for t in sentence.tokens if t.text == word)
    span = sentence.token_span(token.i, token.i)
    draft = Draft(sentence=0, first=token.i, last=token.i, head=token.i, span=span, kind=MentionKind.GENERIC)
    assert is_victim(read_scene(0, sentence, read_words(sentence), []), draft) is suffers
