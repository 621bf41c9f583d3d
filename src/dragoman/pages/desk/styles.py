"""The desk's style sheet and sign, as they are sent."""

import hashlib
from dataclasses import dataclass
from functools import cache

from dragoman.pages.environment import read_styles

SHEETS = ("palette.css", "base.css", "chart.css", "event.css", "dossier.css", "desk.css", "marks.css", "profile.css",
          "try.css", "reference.css", "map.css", "print.css")  # fmt: skip

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0a4a8a"/>'
    '<path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.6" stroke-linecap="round"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet and the address at which it never changes."""

    words: str
    path: str


@cache
def read_sheet() -> Sheet:
    """The style sheet of all pages of the desk."""
    words = read_styles(*SHEETS)
    return Sheet(words, f"/assets/desk-{hashlib.sha256(words.encode()).hexdigest()[:12]}.css")
