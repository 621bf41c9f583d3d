"""What the tagger's states say of when an event happened."""

import tomllib
from datetime import date
from importlib.resources import files

import numpy as np

from dragoman.coder import Coder
from dragoman.events.tagger import load_tagger
from dragoman.model.text import Document
from dragoman.timex.leanings import WAYS, find_leanings, load_leanings
from tests.timex.parsed import coding, frame

PUBLISHED = date(2023, 6, 9)


def test_without_a_state_nothing_leans_anywhere() -> None:
    assert find_leanings((), load_leanings()) == {}
    assert frame("They met.", "met").state == ()
    assert coding("They met.", [], [], published=PUBLISHED).frames == ()


def test_a_state_speaks_for_every_way() -> None:
    state = np.random.default_rng(7).normal(size=load_leanings().shape[1] - 1)
    assert tuple(find_leanings(state.tolist(), load_leanings())) == WAYS


def test_the_weights_were_fitted_on_the_states_of_this_tagger() -> None:
    told = tomllib.loads((files("dragoman.timex") / "data" / "dating.toml").read_text(encoding="utf-8"))
    assert told["tagger"] == load_tagger().hashes["tagger/model.onnx"]


NEWS = [
    "Peruvian troops shelled a Chilean border post, killing two guards.",
    "Lagos has expelled three Ghanaian diplomats.",
    "Nepal and Bhutan signed a treaty on river water.",
    "Hungarian police arrested eleven Serbian smugglers.",
    "Moroccan jets bombed a rebel camp near the Algerian border.",
]
BACKGROUND = [
    "The novel follows a family that is haunted by Chilean atrocities against Peruvians.",
    "Her father was one of many Ghanaians who had been jailed by Nigerian soldiers.",
    "The museum tells the story of Bhutanese refugees who fled Nepalese persecution.",
    "Years of Serbian attacks on Hungarian villages have left the region poor.",
    "He is a veteran of Algerian raids on Moroccan camps.",
]


def find_shares(texts: list[str]) -> float:
    """How many of the events found in texts have the day of publication."""
    coder, dated, count = Coder(), 0, 0
    for number, text in enumerate(texts):
        found = coder.code(Document(id=str(number), title="", text=text, published=PUBLISHED))
        dated += sum(when is not None and when.first == PUBLISHED for when in found.event_dates)
        count += len(found.event_dates)
    return dated / count


def test_news_is_of_the_day_and_background_of_none() -> None:
    assert find_shares(NEWS) > 0.8
    assert find_shares(BACKGROUND) < 0.5
