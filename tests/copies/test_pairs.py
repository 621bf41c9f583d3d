"""How many copies are found, and how many of those found are copies, on stories in the project's own words."""

from dragoman.copies import CopyFinder, sketch_of
from dragoman.model.text import Document
from tests.copies.stories import make_pairs


def is_found(original: Document, other: Document) -> bool:
    finder = CopyFinder()
    finder.keep(original, sketch_of(original))
    return finder.find(other, sketch_of(other)) is not None


def test_copies_are_told_from_stories_that_only_look_like_them() -> None:
    wrong = [
        f"{other.id} of {story.id}: {'missed' if is_copy else 'taken for a copy'}"
        for _, story, other, is_copy in make_pairs(of_kind=4)
        if is_found(story, other) != is_copy
    ]
    assert not wrong
