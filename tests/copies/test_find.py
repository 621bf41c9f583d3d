from dataclasses import replace
from datetime import timedelta

import pytest

from dragoman.copies import WITHIN, CopyFinder, read_sketch, sketch_of, write_sketch
from dragoman.copies import index as index_module
from dragoman.model.text import Document
from tests.copies.stories import DAY, make_stories

STORIES = make_stories()
STORY = STORIES["visit"][0]
COPY = replace(STORY, id="copy", publisher="The Post")


def find(finder: CopyFinder, document: Document) -> str | None:
    copied = finder.find(document, sketch_of(document))
    return copied.original.document_id if copied else None


def keep(finder: CopyFinder, *documents: Document) -> None:
    for document in documents:
        finder.keep(document, sketch_of(document))


@pytest.mark.parametrize(
    ("days", "is_found"), [(0, True), (WITHIN.days, True), (-WITHIN.days, True), (4, False), (-4, False)]
)
def test_a_copy_is_published_within_days_of_its_original(days: int, *, is_found: bool) -> None:
    finder = CopyFinder()
    keep(finder, STORY)
    assert (find(finder, replace(COPY, published=DAY + timedelta(days=days))) == STORY.id) is is_found


def test_a_document_is_no_copy_of_itself() -> None:
    finder = CopyFinder()
    keep(finder, STORY)
    assert find(finder, STORY) is None


def test_the_nearest_original_is_found_then_the_first() -> None:
    finder = CopyFinder()
    longer = replace(
        STORY, id="longer", text=f"{STORY.text} The hall was full, and a choir of the port sang an old hymn."
    )
    keep(finder, longer, STORY, replace(STORY, id="later"))
    assert find(finder, replace(COPY, text=STORY.text.replace(" said", " stated"))) in {STORY.id, "longer"}
    keep(CopyFinder(), STORY)
    finder = CopyFinder()
    keep(finder, STORY, replace(STORY, id="later"))
    assert find(finder, COPY) == STORY.id


def test_what_was_kept_first_is_forgotten_first() -> None:
    finder = CopyFinder(most_bytes=2_000)
    keep(finder, STORY, *STORIES["attack"], *STORIES["protest"])
    assert find(finder, COPY) is None
    last = STORIES["protest"][-1]
    assert find(finder, replace(last, id="copy")) == last.id


def test_a_document_kept_again_takes_its_own_place() -> None:
    finder = CopyFinder()
    keep(finder, STORY, replace(STORIES["attack"][0], id=STORY.id))
    assert find(finder, COPY) is None
    finder.forget(STORY.id)
    assert find(finder, replace(STORIES["attack"][0], id="copy")) is None


def test_copies_are_found_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_LOOSE", 100)  # hashes are sorted in again and again
    finder = CopyFinder()
    stories = [story for kind in STORIES.values() for story in kind]
    keep(finder, *stories)
    assert [find(finder, replace(story, id="copy")) for story in stories] == [story.id for story in stories]


def test_words_that_stand_everywhere_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_COMMON", 3)
    finder = CopyFinder()
    keep(finder, *(replace(STORY, id=str(number)) for number in range(4)))
    assert find(finder, COPY) is None


def test_sketches_are_the_same_in_each_process_and_version() -> None:
    words = replace(STORY, text="Peru thanked Chile for its help.")
    assert (
        write_sketch(sketch_of(words)).hex() == "dff691bdfcafcdb78731ef05f52a2ed3b9b15918efd888e9"
    )  # records hold such hashes


def test_a_sketch_that_was_kept_is_the_same() -> None:
    sketch = sketch_of(STORY)
    assert read_sketch(write_sketch(sketch)).tolist() == sketch.tolist()


@pytest.mark.parametrize("text", ["", "One.", "Two words here"])
def test_short_texts_have_no_sketch(text: str) -> None:
    assert len(sketch_of(replace(STORY, text=text))) == 0
