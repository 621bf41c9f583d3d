"""What the tagger's states say of where an event happened."""

import tomllib
from datetime import date
from importlib.resources import files

import numpy as np

from dragoman.coder import Coder
from dragoman.events.tagger import load_tagger
from dragoman.model.text import Document
from dragoman.places.leanings import ALONE, AMONG_OTHERS, KINDS, find_leanings, load_leanings


def test_without_a_state_nothing_leans_anywhere() -> None:
    assert find_leanings((), load_leanings()[ALONE]) == {}


def test_a_state_speaks_for_every_kind_of_area_in_both_readings() -> None:
    fitted = load_leanings()
    state = np.random.default_rng(7).normal(size=fitted.shape[2] - 1).tolist()
    assert tuple(find_leanings(state, fitted[ALONE])) == KINDS == tuple(find_leanings(state, fitted[AMONG_OTHERS]))
    assert find_leanings(state, fitted[ALONE]) != find_leanings(state, fitted[AMONG_OTHERS])


def test_the_weights_were_fitted_on_the_states_of_this_tagger() -> None:
    told = tomllib.loads((files("dragoman.places") / "data" / "event_weights.toml").read_text(encoding="utf-8"))
    assert told["tagger"] == load_tagger().hashes["tagger/model.onnx"]


DEEDS = [
    "Ghanaian officers seized a Nigerian trawler.",
    "Danish workers blocked the gates of the shipyard.",
    "Police in riot gear dispersed the Peruvian students.",
    "Bulgarian prosecutors charged four Serbian smugglers.",
    "Kenyan lawmakers voted to dismiss the finance minister.",
]
WORDS = [
    "Ghanaian officials fear a Nigerian attack.",
    "Danish commentators mocked the Swedish plan.",
    "Peru has threatened Chile with tariffs.",
    "Bulgaria wants closer ties with Serbia.",
    "Kenyan diplomats doubt the promises of Uganda.",
]


def share_placed(texts: list[str]) -> float:
    coder, placed, count = Coder(), 0, 0
    for number, text in enumerate(texts):
        found = coder.code(Document(id=str(number), title="", text=text, published=date(2023, 6, 9)))
        placed += sum(place is not None for place in found.event_places)
        count += len(found.event_places)
    return placed / count


def test_deeds_happen_somewhere_and_words_nowhere_in_particular() -> None:
    assert share_placed(DEEDS) > 0.7
    assert share_placed(WORDS) < 0.3
