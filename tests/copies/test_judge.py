from dataclasses import replace
from datetime import date

import pytest

from dragoman.copies import find_likeness, judge
from dragoman.model.text import Document

STORY = Document(
    id="one",
    published=date(2024, 5, 2),
    title="Peru and Chile reopen their border",
    text="LIMA (Wire) – President Ana Rojas of Peru met Chile's foreign minister Luis Soto in Lima on Tuesday and "
    "signed an accord that reopens the border, officials in the U.S. embassy said. It was closed in 2021 after 14 "
    "soldiers were killed near Tacna. The minister did not say when trains would run again. Ms. Rojas accepted an "
    "invitation to visit Santiago in June.",
)


def is_copy(text: str, title: str = STORY.title) -> bool:
    return find_likeness(STORY, Document(id="two", published=STORY.published, title=title, text=text)) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("U.S.", "US"),
        ("President Ana Rojas", "President Rojas"),
        ("Ana Rojas", "Ana Rojás"),
        ("Luis Soto", "Luis Sotto"),
        ("Ms. Rojas", "Rojas"),
        ("an accord", "an important accord"),
        ("officials in the U.S. embassy said", "officials in the U.S. embassy told Reuters"),
        (", officials in the U.S. embassy said", ""),
        (" in June", ""),
        (" on Tuesday", ""),
        ("The minister did not say when trains would run again. ", ""),
        ("LIMA (Wire) –", "Lima, May 1 (AFP) -"),
    ],
)
def test_an_editor_leaves_a_copy(old: str, new: str) -> None:
    assert old in STORY.text
    assert is_copy(STORY.text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14 soldiers", "15 soldiers"),
        ("14 soldiers", "fourteen soldiers and a child"),
        ("Peru met", "Bolivia met"),
        ("Luis Soto", "Pedro Diaz"),
        ("foreign minister", "deputy foreign minister"),
        ("President Ana Rojas", "Former President Ana Rojas"),
        ("met Chile's", "will meet Chile's"),
        ("signed an accord", "refused an accord"),
        ("reopens the border", "closes the border"),
        ("did not say", "did say"),
        ("accepted an invitation", "declined an invitation"),
        ("on Tuesday", "on Wednesday"),
        ("near Tacna", "near Arica"),
        (
            "Santiago in June.",
            "Santiago in June. Police fired at farmers who blocked the road to the port in the night.",
        ),
    ],
)
def test_who_how_many_whether_and_when_make_another_story(old: str, new: str) -> None:
    assert old in STORY.text
    assert not is_copy(STORY.text.replace(old, new))


def test_two_sides_that_change_places_make_another_story() -> None:
    swapped = STORY.text.replace("Peru", "*").replace("Chile", "Peru").replace("*", "Chile")
    assert not is_copy(swapped)


SHORT = replace(STORY, text="Officials say the border is open again to lorries and trains after three years of talks.")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Peru and Chile reopen their border", True),
        ("Border open to trains", True),
        ("Border of Bolivia open", False),
        ("14 trains cross border", False),
        ("Watch our film", False),
    ],
)
def test_the_headline_of_a_few_words_counts(title: str, *, expected: bool) -> None:
    assert (find_likeness(SHORT, replace(SHORT, title=title)) is not None) is expected


def test_a_handful_of_words_is_no_copy() -> None:
    told = replace(STORY, text="Follow our live coverage.")
    assert find_likeness(told, told) is None


def test_texts_that_would_take_long_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_likeness(STORY, STORY) is not None
    monkeypatch.setattr(judge, "_LONGEST", 50)
    assert find_likeness(STORY, STORY) is None


def test_how_much_is_the_same_is_told() -> None:
    shorter = replace(STORY, text=STORY.text.partition(" The minister did")[0])
    likeness = find_likeness(STORY, shorter)
    assert likeness is not None
    assert (likeness.words, likeness.share) == (likeness.same, 1.0)
