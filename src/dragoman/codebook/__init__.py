"""What the codes mean: PLOVER's types, modes and contexts, their quad classes, scores and CAMEO codes."""

from dragoman.codebook.contexts import contexts_in
from dragoman.codebook.crosswalk import GOLDSTEIN_VARIANT, cameo_for, goldstein_for
from dragoman.codebook.kinds import (
    STATEMENTS,
    TWO_SIDED,
    announce,
    has_mode,
    quad_class_for,
    rename_mode,
    requires_recipient,
    score_for,
)
from dragoman.codebook.load import (
    CODEBOOK_VERSION,
    Codebook,
    Mode,
    TypeEntry,
    load_codebook,
    load_contexts,
    load_crosswalk,
)

__all__ = [
    "CODEBOOK_VERSION",
    "GOLDSTEIN_VARIANT",
    "STATEMENTS",
    "TWO_SIDED",
    "Codebook",
    "Mode",
    "TypeEntry",
    "announce",
    "cameo_for",
    "contexts_in",
    "goldstein_for",
    "has_mode",
    "load_codebook",
    "load_contexts",
    "load_crosswalk",
    "quad_class_for",
    "rename_mode",
    "requires_recipient",
    "score_for",
]
