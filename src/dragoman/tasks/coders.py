"""The coder of a run, and the stamp it leaves on every event."""

from typing import TYPE_CHECKING

from dragoman.config import CoderConfig
from dragoman.export import CoderStamp
from dragoman.model.coding import Step
from dragoman.tasks.outcomes import DocumentCoder

if TYPE_CHECKING:
    from dragoman.coder import Coder


def load_coder(config: CoderConfig) -> "Coder":
    """The coder with these settings."""
    # Imported here: the coder brings the parser and the model runtime, which a help text need not load.
    from dragoman.coder import Coder

    return Coder(config)


def make_coder(config: CoderConfig) -> tuple[DocumentCoder, CoderStamp]:
    """The coder with these settings, and its stamp."""
    from dragoman.codebook import CODEBOOK_VERSION
    from dragoman.version import __version__

    coder = load_coder(config)
    return coder, CoderStamp(version=__version__, codebook=CODEBOOK_VERSION, models=coder.models)


def list_steps(config: CoderConfig) -> tuple[Step, ...]:
    """The stages of the coder with these settings, in order."""
    return load_coder(config).steps
