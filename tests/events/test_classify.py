"""What one given actor does to another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import DocumentError
from dragoman.events import PairClassifier
from dragoman.events.classify import NONE
from dragoman.model.codes import EventType

DEEDS = [
    ("Kenya thanked Norway for its help.", "Kenya", "Norway", "SUPPORT"),
    ("Norway was thanked by Kenya.", "Kenya", "Norway", "SUPPORT"),
    ("Chad's army shelled two villages in Niger.", "Chad's army", "Niger", "ASSAULT"),
    ("Peru handed three bankers over to Chile's courts under a treaty.", "Peru", "Chile's courts", "COOPERATE"),
    ("Ghana threatened to close its border with Togo.", "Ghana", "Togo", "THREATEN"),
    ("Oman put its fleet on alert off the coast of Yemen.", "Oman", "Yemen", "MOBILIZE"),
    ("Cuba flew doctors and tents to Haiti.", "Cuba", "Haiti", "AID"),
    ("The court turned down the miners' appeal.", "The court", "the miners", "REJECT"),
    ("Teachers marched against the ministry.", "Teachers", "the ministry", "PROTEST"),
]


def classify(text: str, actor: str, recipient: str) -> dict[str, float]:
    sides = [(text.index(words), text.index(words) + len(words)) for words in (actor, recipient)]
    return PairClassifier().classify(text, sides[0], sides[1])


@pytest.mark.parametrize(("text", "actor", "recipient", "deed"), DEEDS)
def test_plain_deeds_are_told_apart(text: str, actor: str, recipient: str, deed: str) -> None:
    shares = classify(text, actor, recipient)
    assert max(shares, key=lambda name: shares[name]) == deed


def test_the_order_of_the_sides_matters() -> None:
    text = "Kenya asked Norway for a loan, and Norway refused."
    there, back = classify(text, "Kenya", "Norway"), classify(text, "Norway", "Kenya")
    assert there["REQUEST"] > back["REQUEST"] and back["REJECT"] > there["REJECT"]


def test_shares_of_all_types_and_none_add_up() -> None:
    shares = classify("Kenya thanked Norway.", "Kenya", "Norway")
    assert set(shares) == {*(t.value for t in EventType), NONE}
    assert abs(sum(shares.values()) - 1) < 1e-4


WRONG = [
    (None, None, "neither side"),
    ((0, 99), None, "0..99 hold no words"),
    ((5, 5), None, "5..5 hold no words"),
    ((0, 5), (5, 6), "5..6 hold no words"),
]


@pytest.mark.parametrize(("actor", "recipient", "fault"), WRONG)
def test_sides_without_words_are_refused(
    actor: tuple[int, int] | None, recipient: tuple[int, int] | None, fault: str
) -> None:
    with pytest.raises(DocumentError, match=fault):
        PairClassifier().classify("Kenya thanked Norway.", actor, recipient)


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=80).filter(lambda t: bool(t[0].strip())))
def test_any_text_is_classified(text: str) -> None:
    assert PairClassifier().classify(text, (0, 1), None)
