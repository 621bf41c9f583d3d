"""Places named inside larger ones: "Alexandria, Louisiana", "Basra, southern Iraq", "Denver, CO"."""

from collections.abc import Sequence

from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.places import PlaceEntry, PlaceIndex, load_places
from dragoman.model.text import Document
from dragoman.places.candidate import Candidate, Kind
from dragoman.places.cues import load_cues

_LARGER = frozenset({"country", "admin1"})


def is_inside(entry: PlaceEntry, larger: PlaceEntry) -> bool:
    """Whether `entry` is smaller than, and lies in, the country or first-level division `larger`."""
    if entry.country != larger.country or larger.country is None or entry.kind == "country":
        return False
    if larger.kind == "country":
        return True
    return larger.kind == "admin1" and entry.kind != "admin1" and entry.admin1 == larger.admin1


def find_nesting(
    document: Document, candidates: Sequence[Candidate], *, places: PlaceIndex | None = None
) -> dict[int, tuple[PlaceEntry, int | None]]:
    """For each candidate with a larger place named after it, or as its owner, that it can lie in: that place.

    Args:
        document: the document.
        candidates: its candidates in order.
        places: the gazetteer; None for the package's.

    Returns:
        By position of the candidate: the larger place, and the position of the candidate that names it (None for a
        postal abbreviation, which is no candidate of its own).

    """
    found: dict[int, tuple[PlaceEntry, int | None]] = {}
    for position, candidate in enumerate(candidates):
        if candidate.kind is Kind.ADJECTIVE:
            continue
        after = candidates[position + 1] if position + 1 < len(candidates) else None
        larger: PlaceEntry | None = None
        if after is not None and _joined(document, candidate, after):
            larger = _container(candidate, after)
        if larger is not None:
            found[position] = (larger, position + 1)
            continue
        owner = _owner(document, candidates, position)
        if owner is not None:
            found[position] = (owner, position - 1)
            continue
        postal = _postal(document, candidate, load_places() if places is None else places)
        if postal is not None and any(is_inside(e, postal) for e in candidate.entries):
            found[position] = (postal, None)
    return found


def _joined(document: Document, inner: Candidate, outer: Candidate) -> bool:
    """Whether nothing but a comma, a bracket or "in southern" stands between two candidates."""
    if inner.sentence != outer.sentence or inner.span.field != outer.span.field:
        return False
    gap = document.field(inner.span.field)[inner.span.end : outer.span.start]
    if len(gap) > 40:
        return False
    words = gap.replace(",", " , ").replace("(", " , ").replace("'s", " , ").replace("’s", " , ").split()
    if not words or words[0] not in {",", "in", "of"}:
        return False
    allowed = load_cues().between
    return all(w in {",", "in"} or w.lower() in allowed for w in words)


def _container(inner: Candidate, outer: Candidate) -> PlaceEntry | None:
    """The reading of `outer` in which one of `inner` lies."""
    if outer.kind is not Kind.NAME:
        return None
    for larger in outer.entries:
        if larger.kind in _LARGER and fold_name(inner.name) != fold_name(outer.name):
            if any(is_inside(entry, larger) for entry in inner.entries):
                return larger
            if not inner.entries and inner.kind in {Kind.ENTITY, Kind.FEATURE}:
                return larger
    return None


def _owner(document: Document, candidates: Sequence[Candidate], position: int) -> PlaceEntry | None:
    """The owner of what the gazetteer lacks: China of "China's Liuheng Island", Seoul of "Seoul's Jamsil Stadium"."""
    inner = candidates[position]
    if inner.kind is not Kind.FEATURE or position == 0:
        return None
    before = candidates[position - 1]
    if before.sentence != inner.sentence or before.kind is not Kind.NAME:
        return None
    gap = document.field(inner.span.field)[before.span.end : inner.span.start]
    return before.entries[0] if gap in {"'s ", "’s "} else None


def _postal(document: Document, candidate: Candidate, places: PlaceIndex) -> PlaceEntry | None:
    """The state of "Denver, CO": two capitals after a comma, which are no name by themselves."""
    rest = document.field(candidate.span.field)[candidate.span.end : candidate.span.end + 5]
    code = rest[2:4]
    if rest[:2] != ", " or code not in load_cues().postal or rest[4:5].isalnum():
        return None
    state = load_cues().postal[code]
    return next((e for e in places.lookup(state) if e.kind == "admin1" and e.name == state), None)
