"""What the codes mean: PLOVER's types, modes and contexts, their quad classes, scores and CAMEO codes."""

from dragoman.codebook.contexts import contexts_in
from dragoman.codebook.crosswalk import cameo_for, label_for
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
from dragoman.codebook.scales import GoldsteinVariant, QuadVariant, goldstein_for, quad_number

__all__ = [
    "CODEBOOK_VERSION",
    "STATEMENTS",
    "TWO_SIDED",
    "Codebook",
    "GoldsteinVariant",
    "Mode",
    "QuadVariant",
    "TypeEntry",
    "announce",
    "cameo_for",
    "contexts_in",
    "goldstein_for",
    "has_mode",
    "label_for",
    "load_codebook",
    "load_contexts",
    "load_crosswalk",
    "quad_class_for",
    "quad_number",
    "rename_mode",
    "requires_recipient",
    "score_for",
]
