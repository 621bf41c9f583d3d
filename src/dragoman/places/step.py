"""The stage: toponyms, the places they stand for, and where each event happened."""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from dragoman.config import CoderConfig
from dragoman.gazetteer.index import fold
from dragoman.gazetteer.names import load_homes
from dragoman.gazetteer.places import hash_file, load_index
from dragoman.model.coding import Coding
from dragoman.model.evidence import Evidence
from dragoman.model.place import PlaceMention
from dragoman.places.find import Toponym, find_toponyms
from dragoman.places.locate import locate_frames
from dragoman.places.placing import compose_place

_REASONS = {
    "country only": "several places of one country bear the name",
    "within": "the gazetteer lacks the name; this is the place around it",
    "unknown": "the gazetteer lacks the name",
    "unclear": "no reading of the name is likely enough",
}


class PlacesStep:
    """Finds toponyms in every sentence and the dateline, resolves them, and gives each event its place."""

    name = "places"
    requires = frozenset({"sentences", "mentions", "frames"})
    assigns = frozenset({"places", "event_places"})
    alone: ClassVar[Mapping[str, frozenset[str]]] = {"places": frozenset({"sentences", "mentions"})}
    """Places are found without the events that happened there, so that `dragoman places` finds none."""

    def __init__(self, config: CoderConfig | None = None) -> None:
        """Open the gazetteer that the settings name.

        Raises:
            ModelError: it is missing, no gazetteer, or damaged.

        """
        self._own = config.gazetteer if config else None
        self._places = load_index(self._own) if self._own else None

    @cached_property
    def models(self) -> dict[str, str]:
        """The hash of a gazetteer of the user's own; the package's is told by its version."""
        return {"gazetteer": hash_file(self._own)} if self._own else {}

    def __call__(self, coding: Coding, /) -> Coding:
        """Add the places and, for each frame, the event's place.

        Args:
            coding: a coding with sentences; mentions, frames, quotations and the dateline are used where they are
                there.

        Returns:
            The coding with `places` in the order of the text and one entry of `event_places` for each frame.

        """
        toponyms = find_toponyms(
            coding.document,
            coding.sentences,
            dateline=coding.dateline,
            mentions=coding.mentions,
            home=load_homes().get(fold(coding.document.publisher)),
            places=self._places,
        )
        return coding.with_layers(
            places=tuple(compose_mention(t) for t in toponyms),
            event_places=locate_frames(coding, toponyms, places=self._places),
        )


def compose_mention(toponym: Toponym) -> PlaceMention:
    """The model's value for a toponym: its place and why it was read so.

    The first piece of evidence is for the span (`rule` ends in the toponym's role), the second for the place; then
    follow the parts of the chosen reading's score.
    """
    span = toponym.candidate.span
    likelihood = toponym.readings[0].likelihood if toponym.readings else toponym.score
    evidence = [
        Evidence(field="toponym", rule=f"toponym:{toponym.role}", score=round(toponym.score, 4), span=span),
        Evidence(
            field="place",
            rule=f"place:{toponym.rule}",
            score=round(likelihood, 4) if toponym.entry else 0.0,
            span=span,
            reason=_REASONS.get(toponym.rule, ""),
        ),
    ]
    if toponym.entry is not None and toponym.rule == "resolved":
        parts = "; ".join(f"{name} {value:+.2f}" for name, value in toponym.readings[0].parts if value)
        evidence.append(
            Evidence(field="place", rule="place:parts", score=round(likelihood, 4), span=span, reason=parts)
        )
    place = compose_place(toponym.entry) if toponym.entry else None
    return PlaceMention(span=span, place=place, evidence=tuple(evidence))
