"""The page on which one pastes a text and sees it coded."""

from collections.abc import Mapping
from typing import Any

from dragoman.model.days import is_day
from dragoman.pages.desk.document import count_marks, mark_document
from dragoman.pages.desk.event import WORDS
from dragoman.pages.desk.frame import Frame, render


def compose_try(frame: Frame, given: Mapping[str, str], told: Mapping[str, Any] | None = None) -> str:
    """The form as it was filled in, and what was read in the text.

    Args:
        frame: of the request; `refused.form` is the field that is wrong.
        given: what stands in the form.
        told: by `dragoman.tasks.trying.try_document`; None where nothing was read yet.

    """
    found = {"told": told, **mark_document(told), **count_marks(told)} if told else {"told": None}
    return render("try", frame, given=given, is_day=_can_show(given.get("published", "")), words=WORDS, **found)


def _can_show(written: str) -> bool:
    """Whether a browser's field of a day can show it; else it would be gone."""
    return not written or is_day(written)
