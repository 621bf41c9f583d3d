"""The coder of a run, and the stamp it leaves on every event."""

from dragoman.config import CoderConfig
from dragoman.export import CoderStamp
from dragoman.model.coding import Coding, Step
from dragoman.model.text import Document
from dragoman.tasks.outcomes import DocumentCoder


def make_coder(config: CoderConfig) -> tuple[DocumentCoder, CoderStamp]:
    """The coder with these settings, and its stamp."""
    # Imported here: the coder brings the parser and the model runtime, which reading a help text need not load.
    from dragoman.coder import Coder
    from dragoman.version import __version__

    coder = Coder(config)
    return coder, CoderStamp(version=__version__, codebook="plover-2.0d", models={})


def list_steps(config: CoderConfig) -> tuple[Step, ...]:
    """The stages of the coder with these settings, in order."""
    from dragoman.coder import Coder

    return tuple(Coder(config).steps)


def steps_for(layer: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Of the stages, those that must run for a layer to be filled, in order."""
    needed = {layer}
    chosen: list[Step] = []
    for step in reversed(steps):
        if step.assigns & needed:
            chosen.append(step)
            needed |= step.requires
    return tuple(reversed(chosen))


def run_steps(document: Document, steps: tuple[Step, ...]) -> Coding:
    """A document with the layers that these stages fill."""
    coding = Coding(document=document)
    for step in steps:
        coding = step(coding)
    return coding
