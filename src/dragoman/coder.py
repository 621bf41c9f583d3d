"""The coder: the stages in order, over one document at a time. The file to read first."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from dragoman.codebook import CODEBOOK_VERSION
from dragoman.config import CoderConfig
from dragoman.errors import ConfigurationError, DocumentError
from dragoman.model.coding import Coding, Step
from dragoman.model.text import Document, Field
from dragoman.version import __version__

StepMaker: TypeAlias = Callable[[CoderConfig], Step]


# Each stage is imported where it is made: a partial line-up, such as that of `dragoman timex`, then loads nothing of
# the other stages' models and word lists.


def make_sentences(config: CoderConfig) -> Step:
    """Sentences with their parse, quotations, the dateline."""
    from dragoman.sentences import SentencesStep

    return SentencesStep(config)


def make_actors(config: CoderConfig) -> Step:  # noqa: ARG001 - every maker has one signature
    """Mentions of actors and whom they stand for."""
    from dragoman.actors import ActorsStep

    return ActorsStep()


def make_events(config: CoderConfig) -> Step:  # noqa: ARG001
    """Who did what to whom, on whose word."""
    from dragoman.events import EventsStep

    return EventsStep()


def make_timex(config: CoderConfig) -> Step:  # noqa: ARG001
    """Time expressions and the date of each event."""
    from dragoman.timex import TimexStep

    return TimexStep()


def make_places(config: CoderConfig) -> Step:
    """Places and where each event happened."""
    from dragoman.places import PlacesStep

    return PlacesStep(config)


def make_records(config: CoderConfig) -> Step:
    """One record for each happening."""
    from dragoman.records import RecordsStep

    return RecordsStep(config)


DEFAULT_STEPS: Final[tuple[StepMaker, ...]] = (
    make_sentences,
    make_actors,
    make_events,
    make_timex,
    make_places,
    make_records,
)
"""The stages after a document is read, in the order in which they run."""


class Coder:
    """Codes documents, one by one; the same text gives the same coding, whatever was coded before.

    Args:
        config: the settings.
        makers: what makes the stages, in order; leave it out for all of them.

    Raises:
        ConfigurationError: a stage reads a layer that no stage before it fills.

    """

    def __init__(self, config: CoderConfig | None = None, *, makers: Sequence[StepMaker] = DEFAULT_STEPS) -> None:
        self.config = config or CoderConfig()
        self.steps: tuple[Step, ...] = tuple(make(self.config) for make in makers)
        check_order(self.steps)

    def code(self, document: Document) -> Coding:
        """Everything that is read from a document, its events last.

        Args:
            document: a dated report, untouched.

        Returns:
            The coding; all offsets are code points of the document's title or text.

        Raises:
            DocumentError: a field is longer than the settings allow.
            ModelError: a model file is missing or not the one this version was made with.

        """
        return self._run(document, self.steps)

    def code_layer(self, document: Document, layer: str) -> Coding:
        """A document with one layer filled, running no stage that the layer can do without.

        Args:
            document: a dated report, untouched.
            layer: the name of a layer of `Coding`, such as "timexes".

        Returns:
            The coding with that layer and those it rests on.

        Raises:
            ConfigurationError: no stage fills that layer.
            DocumentError: a field is longer than the settings allow.
            ModelError: a model file is missing or not the one this version was made with.

        """
        return self._run(document, self.steps_for(layer))

    def steps_for(self, layer: str) -> tuple[Step, ...]:
        """The stages that must run for a layer to be filled, in order.

        Args:
            layer: the name of a layer of `Coding`.

        Raises:
            ConfigurationError: no stage fills that layer.

        """
        needed = frozenset({layer})
        chosen: list[Step] = []
        for step in reversed(self.steps):
            asked = step.assigns & needed
            if asked:
                chosen.append(step)
                needed |= find_needs(step, asked)
        if not chosen:
            known = ", ".join(sorted(name for step in self.steps for name in step.assigns))
            raise ConfigurationError(f"no stage fills the layer {layer!r}.", remedy=f"Choose one of: {known}.")
        return tuple(reversed(chosen))

    @cached_property
    def models(self) -> dict[str, str]:
        """Each model in use and the hash of its files: `{"parser": "sha256:…"}`.

        Raises:
            ModelError: a model file is missing or not the one this version was made with.

        """
        found: dict[str, str] = {}
        for step in self.steps:
            found.update(getattr(step, "models", {}))
        return dict(sorted(found.items()))

    @property
    def identity(self) -> dict[str, object]:
        """Which program, codebook and models make the codings: the `coder` block of every exported event."""
        return {"name": "dragoman", "version": __version__, "codebook": CODEBOOK_VERSION, "models": self.models}

    def _run(self, document: Document, steps: Sequence[Step]) -> Coding:
        for field in Field:
            length = len(document.field(field))
            if length > self.config.max_characters:
                raise DocumentError(
                    f"the {field} is {length:,} characters long, and {self.config.max_characters:,} are allowed.",
                    place=document.id,
                    remedy="Split it, or raise max_characters.",
                )
        coding = Coding(document=document)
        for step in steps:
            coding = step(coding)
        return coding


def find_needs(step: Step, layers: frozenset[str]) -> frozenset[str]:
    """What a stage reads to fill some of its layers: all that it requires, but for those that it says it fills alone.

    Args:
        step: the stage.
        layers: names of layers that it assigns.

    """
    alone: Mapping[str, frozenset[str]] = getattr(step, "alone", {})
    return frozenset().union(*(alone.get(layer, step.requires) for layer in layers))


def check_order(steps: Sequence[Step]) -> None:
    """Refuse stages in an order in which one reads what is not there yet.

    Args:
        steps: the stages, in the order in which they are to run.

    Raises:
        ConfigurationError: a stage reads a layer that no stage before it fills.

    """
    filled = {"document"}
    for step in steps:
        missing = step.requires - filled
        if missing:
            raise ConfigurationError(
                f"it reads {', '.join(sorted(missing))}, which no stage before it fills.",
                place=f"stage {step.name!r}",
                remedy="Put the stage that fills it before this one.",
            )
        filled |= step.assigns
