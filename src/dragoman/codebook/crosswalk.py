"""From PLOVER to CAMEO codes."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from dragoman.codebook.load import load_crosswalk, load_leaves
from dragoman.errors import CodebookError
from dragoman.model.codes import EventType

_MARKS = "\"'’“”‘.,;:!?()"


def cameo_for(
    event_type: EventType,
    mode: str | None,
    contexts: Collection[str] = (),
    *,
    trigger: str = "",
    planned: EventType | None = None,
) -> str:
    """The most specific CAMEO code that type, mode, contexts and trigger bear out.

    Args:
        event_type: the PLOVER type.
        mode: its mode, if known.
        contexts: contexts of the event.
        trigger: the words that told the event, which may name a leaf: "vetoed" is 129.
        planned: the act announced, where the event is an announcement.

    Returns:
        A CAMEO code of two to four digits, as in the CAMEO manual 1.1b3.

    """
    if planned is not None:
        return _find_announced(planned, contexts) or _find_code(event_type, mode, contexts)
    return _find_leaf(event_type, trigger) or _find_code(event_type, mode, contexts)


def label_for(cameo: str) -> str:
    """What a CAMEO code means, in CAMEO's words: "043" is "Host a visit".

    Args:
        cameo: a code of the crosswalk.

    Raises:
        CodebookError: the crosswalk has no such code.

    """
    label = _load_labels().get(cameo)
    if label is None:
        raise CodebookError(f"no CAMEO code {cameo!r} is known.", remedy="cameo.csv lists those that are.")
    return label


def _find_announced(planned: EventType, contexts: Collection[str]) -> str | None:
    leaves = load_leaves()
    known = leaves["announced_by_context"].get(planned, {})
    code = next((code for context, code in known.items() if context in contexts), leaves["announced"].get(planned))
    return None if code is None else str(code)


def _find_leaf(event_type: EventType, trigger: str) -> str | None:
    words = [f"{word.strip(_MARKS)}$" for word in trigger.lower().split()]
    return next((code for beginnings, code in _load_triggers(event_type) if _fits(words, beginnings)), None)


@cache
def _load_triggers(event_type: EventType) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Beginnings of the words of each trigger of a type, and the code it stands for."""
    return tuple(
        (tuple(beginning.split()), str(code))
        for kind, beginnings, code in load_leaves()["leaves"]
        if kind == event_type
        for beginning in beginnings
    )


def _fits(words: Sequence[str], beginnings: Sequence[str]) -> bool:
    """Whether every beginning begins a word, in the same order; "$" ends a whole word."""
    left = iter(words)
    return all(any(word.startswith(beginning) for word in left) for beginning in beginnings)


def _find_code(event_type: EventType, mode: str | None, contexts: Collection[str]) -> str:
    vague = set(load_leaves()["never_by_context"])

    def rank(row: Mapping[str, str]) -> tuple[bool, int, bool, int, str]:
        named = [c for c in row["contexts"].split(";") if c]
        return row["mode"] != (mode or ""), -len(named), not row["preferred"], len(row["cameo"]), row["cameo"]

    fitting = [
        row
        for row in load_crosswalk()
        if row["event_type"] == event_type
        and row["mode"] in {"", mode or ""}
        and all(c in contexts for c in row["contexts"].split(";") if c)
        and (row["cameo"] not in vague or not row["contexts"])
    ]
    return min(fitting, key=rank)["cameo"] if fitting else _find_root(event_type)


@cache
def _find_root(event_type: EventType) -> str:
    return min(row["cameo"][:2] + "0" for row in load_crosswalk() if row["event_type"] == event_type)


@cache
def _load_labels() -> Mapping[str, str]:
    return {row["cameo"]: row["label"] for row in load_crosswalk()}
