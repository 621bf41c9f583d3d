"""What every page of the desk is given beside what it tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.pages.desk.styles import read_sheet
from dragoman.pages.environment import make_environment
from dragoman.pages.links import with_query
from dragoman.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A form that was not accepted: which one, why, and what stood in it."""

    form: str
    fault: str
    remedy: str
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The request a page answers, as far as the page shows it."""

    record: str
    """Name of the record."""
    path: str
    """Of the page, as it is written in addresses."""
    query: tuple[tuple[str, str], ...] = ()
    """What was asked, in order; names may come again."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of states, by code; a code without a name is its own."""
    csrf: str = ""
    """Goes back with every form."""
    reviewer: str = ""
    """The name that was given with the last review."""
    read_only: bool = False
    signed_in: bool = False
    """Whether there is something to sign out of."""
    refused: Refused | None = None
    version: str = __version__

    def value(self, name: str) -> str:
        """What was asked under a name; empty where nothing was."""
        return next((value for key, value in self.query if key == name and value), "")

    def values(self, name: str) -> list[str]:
        """All that was asked under a name."""
        return [value for key, value in self.query if key == name and value]

    def url(self, path: str = "", **changes: Any) -> str:
        """The address of this page, or of another with the same questions, some of them changed.

        Args:
            path: of the other page.
            changes: by name; None leaves it out, a list asks for several.

        """
        kept = [(key, value) for key, value in self.query if key not in changes]
        return with_query(path or self.path, [*kept, *changes.items()])

    def without(self, name: str, value: str) -> str:
        """The address without one of the questions, from the first page on."""
        kept = [pair for pair in self.query if pair != (name, value) and pair[0] != "offset"]
        return with_query(self.path, kept)

    @property
    def twin(self) -> str:
        """The address at which the same comes as JSON."""
        return self.url("/home.json" if self.path == "/" else f"{self.path}.json")

    def filled(self, form: str, name: str, otherwise: str = "") -> str:
        """What a field of a form holds: what was given before, where it was refused."""
        given = self.refused.given.get(name) if self.refused and self.refused.form == form else None
        return otherwise if given is None else given


def render(template: str, frame: Frame, **context: Any) -> str:
    """A page of the desk.

    Args:
        template: name of the template in the desk's folder.
        frame: of the request.
        context: what the template shows.

    """
    sheet = read_sheet()
    page = make_environment().get_template(f"desk/{template}.html")
    return page.render(frame=frame, names=frame.names, sheet=sheet.path, **context)
