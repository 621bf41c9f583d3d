"""What one given actor does to another."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.config import TypeModel
from dragoman.errors import DocumentError, ModelError
from dragoman.events import PairClassifier
from dragoman.events import classify as classify_module
from dragoman.events.classify import NONE, load_pair_model
from dragoman.events.onnx import Array
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


def classify(text: str, actor: str, recipient: str, model: TypeModel = TypeModel.DEFAULT) -> dict[str, float]:
    sides = [(text.index(words), text.index(words) + len(words)) for words in (actor, recipient)]
    return PairClassifier(model).classify(text, sides[0], sides[1])


@pytest.mark.parametrize("model", TypeModel)
@pytest.mark.parametrize(("text", "actor", "recipient", "deed"), DEEDS)
def test_plain_deeds_are_told_apart(text: str, actor: str, recipient: str, deed: str, model: TypeModel) -> None:
    shares = classify(text, actor, recipient, model)
    assert max(shares, key=lambda name: shares[name]) == deed


@pytest.mark.parametrize("model", TypeModel)
def test_the_order_of_the_sides_matters(model: TypeModel) -> None:
    text = "Kenya asked Norway for a loan, and Norway refused."
    there, back = classify(text, "Kenya", "Norway", model), classify(text, "Norway", "Kenya", model)
    assert there["REQUEST"] > back["REQUEST"] and back["REJECT"] > there["REJECT"]


@pytest.mark.parametrize("model", TypeModel)
def test_shares_of_all_types_and_none_add_up(model: TypeModel) -> None:
    shares = classify("Kenya thanked Norway.", "Kenya", "Norway", model)
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


def test_the_accurate_model_answers_with_the_mean_of_both_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    default = load_pair_model(TypeModel.DEFAULT)
    sure, torn = np.full(17, -9, np.float32), np.full(17, -9, np.float32)
    sure[0], torn[[0, 1]] = 9, 9
    answers = {TypeModel.DEFAULT: torn, TypeModel.ACCURATE: sure}
    monkeypatch.setattr(classify_module, "load_pair_model", lambda which: Answering(default.classes, answers[which]))
    shares = PairClassifier(TypeModel.ACCURATE).classify("Kenya thanked Norway.", (0, 5), None)
    # The first class is 18 ahead of the second for the one network and 0 for the other: 9 in their mean.
    first, second = (shares[name] for name in default.classes[:2])
    assert second / first == pytest.approx(math.exp(-9), rel=0.05)


class Answering:
    """A model with one answer to everything."""

    temperature = 1.0

    def __init__(self, classes: list[str], logits: Array) -> None:
        self.classes = classes
        self._logits = logits

    def read(self, *_: object) -> Array:
        return self._logits


def test_without_the_accurate_models_package_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classify_module, "ACCURATE_PACKAGE", "dragoman_nowhere")
    load_pair_model.cache_clear()
    with pytest.raises(ModelError, match=r"not installed.*pip install \./models/accurate"):
        classify("Kenya thanked Norway.", "Kenya", "Norway", TypeModel.ACCURATE)
    # The default model needs no other package.
    assert classify("Kenya thanked Norway.", "Kenya", "Norway")["SUPPORT"] > 0.5
