"""Find the toponyms of a document and resolve them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.places import PlaceEntry, PlaceIndex, load_places
from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.text import Dateline, Document, Sentence
from dragoman.places.candidate import Candidate, Kind, is_obscure
from dragoman.places.cues import load_cues
from dragoman.places.features import Surroundings, find_features, is_of_a_noble, read_surroundings
from dragoman.places.gather import gather_candidates
from dragoman.places.nest import find_nesting, is_inside
from dragoman.places.resolve import Name, Reading, resolve_names
from dragoman.places.weights import load_weights

SUREST = 0.4
"""Least likelihood of being a place: where precision and recall balance on the training halves."""
CLEAREST = 0.3
"""Least likelihood of a reading; below it a name of one country stays at the country, any other empty.
Of readings below it hardly any were right on the training halves."""
_DATELINE = 0.95


class Role(StrEnum):
    """What a toponym does where it stands."""

    PLACE = "place"
    ADJECTIVE = "adjective"
    """ "Iraqi", "Texans": points to a place, never says where something happened."""
    PART = "part"
    """Part of the name of a body or of a title: "Leeds" in "Leeds City Council", "Sussex" in "the Duke of Sussex"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A found name with its likelihoods and readings."""

    candidate: Candidate
    role: Role
    score: float
    """Likelihood that it is a place's name at all."""
    readings: tuple[Reading, ...] = ()
    entry: PlaceEntry | None = None
    """The place it is taken for; None where nothing is likely enough."""
    rule: str = ""
    """How `entry` was chosen: "resolved", "country only", "within" (the place around it), "unknown", "unclear"."""


def find_toponyms(
    document: Document,
    sentences: Sequence[Sentence],
    *,
    dateline: Dateline | None = None,
    mentions: Sequence[ActorMention] = (),
    home: str | None = None,
    places: PlaceIndex | None = None,
) -> list[Toponym]:
    """All toponyms of a document, resolved where they can be.

    Args:
        document: the document the sentences are of.
        sentences: its parsed sentences.
        dateline: its dateline, if it has one.
        mentions: its actors' mentions, if they were read: places inside organisations' names are told by them.
        home: ISO 3166-1 alpha-3 of the publisher's country, if it is known.
        places: the gazetteer; None for the package's.

    Returns:
        The toponyms in the order of the dateline, the sentences and the positions in them.

    """
    if places is None:
        places = load_places()
    candidates = gather_candidates(document, sentences, dateline, places=places)
    surroundings = read_surroundings(sentences, candidates)
    nesting = find_nesting(document, candidates, places=places)
    surroundings.within = {i: larger for i, (larger, _) in nesting.items()}
    surroundings.around = {outer for _, outer in nesting.values() if outer is not None}
    scores = [score_candidate(c, i, surroundings) for i, c in enumerate(candidates)]
    readings = _resolve(candidates, scores, nesting, home)
    bodies = [m.span for m in mentions if m.kind in {MentionKind.ORGANISATION, MentionKind.OUTLET}]
    outlets = {m.span for m in mentions if m.kind is MentionKind.OUTLET}
    found: list[Toponym] = []
    for i, candidate in enumerate(candidates):
        if scores[i] >= SUREST and not (candidate.span in outlets and _tells(candidate, sentences)):
            inside = any(b != candidate.span and b.contains(candidate.span) for b in bodies)
            role = Role.PART if inside else _role(candidate, sentences)
            around = nesting[i][0] if i in nesting else _surrounding(candidate, found)
            found.append(_choose(candidate, role, scores[i], readings[i], around=around, places=places))
    return found


def score_candidate(candidate: Candidate, position: int, surroundings: Surroundings) -> float:
    """Likelihood that a candidate is a toponym, by the fitted weights of its features."""
    if candidate.sentence < 0:
        return _DATELINE
    weights = load_weights().find
    features = find_features(candidate, position, surroundings)
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _tells(candidate: Candidate, sentences: Sequence[Sentence]) -> bool:
    """Whether a name that outlet and place share is the outlet's: "according to Fars", "Mehr reported".

    Of an outlet and a small town the outlet is meant wherever it stands.
    """
    if candidate.sentence < 0:
        return False
    if is_obscure(candidate.entries):
        return True
    tokens = sentences[candidate.sentence].tokens
    name = tokens[candidate.last]
    above = tokens[name.head]
    if name.dep == "pobj":
        return above.text.lower() in {"by", "to"} and tokens[above.head].lemma.lower() in load_cues().telling
    return name.dep in {"nsubj", "dobj", "dative"} and above.lemma.lower() in load_cues().telling


def _role(candidate: Candidate, sentences: Sequence[Sentence]) -> Role:
    if candidate.kind is Kind.ADJECTIVE:
        return Role.ADJECTIVE
    if candidate.sentence < 0:
        return Role.PLACE
    tokens = sentences[candidate.sentence].tokens
    if is_of_a_noble(tokens, candidate.first):
        return Role.PART
    body = load_cues().body
    for token in tokens[candidate.last + 1 : candidate.last + 5]:
        if not token.text[:1].isupper():
            break
        if token.text.lower() in body:
            return Role.PART
    return Role.PLACE


def compose_names(
    candidates: Sequence[Candidate],
    scores: Sequence[float],
    nesting: Mapping[int, tuple[PlaceEntry, int | None]],
) -> tuple[list[Name], list[int | None]]:
    """The distinct names of a document, and for each candidate the position of its name.

    A name counts as sure as its surest mention, and stands in the larger place that any mention gives it. Where
    mentions give it several ("San Jose, California, and San Jose, Costa Rica"), it is as many names.
    """
    named: dict[tuple[str, bool, bool, PlaceEntry | None], int] = {}
    members: list[list[int]] = []
    owner: list[int | None] = []
    containers = _find_containers(candidates, nesting)
    for i, candidate in enumerate(candidates):
        if not candidate.entries:
            owner.append(None)
            continue
        key = (fold_name(candidate.name), candidate.kind is Kind.ADJECTIVE, candidate.division, containers.get(i))
        if key not in named:
            named[key] = len(members)
            members.append([])
        members[named[key]].append(i)
        owner.append(named[key])
    outer = {o: larger for larger, o in nesting.values() if o is not None}
    names = [
        Name(
            text=candidates[group[0]].name,
            entries=_admit(candidates[group[0]].entries, containers.get(group[0])),
            weight=max(scores[i] for i in group),
            within=next((nesting[i][0] for i in group if i in nesting), None),
            contains=next((outer[i] for i in group if i in outer), None),
            division=candidates[group[0]].division,
        )
        for group in members
    ]
    return names, owner


def _find_containers(
    candidates: Sequence[Candidate], nesting: Mapping[int, tuple[PlaceEntry, int | None]]
) -> dict[int, PlaceEntry]:
    """For each candidate whose name stands in several larger places: that of its last such mention, or the first."""
    found: dict[int, PlaceEntry] = {}
    last: dict[str, PlaceEntry] = {}
    all_of: dict[str, set[PlaceEntry]] = {}
    for i in sorted(nesting, reverse=True):
        name = fold_name(candidates[i].name)
        last[name] = nesting[i][0]
        all_of.setdefault(name, set()).add(nesting[i][0])
    for i, candidate in enumerate(candidates):
        name = fold_name(candidate.name)
        if i in nesting:
            last[name] = nesting[i][0]
        if len(all_of.get(name, ())) > 1:
            found[i] = last[name]
    return found


def _admit(entries: tuple[PlaceEntry, ...], container: PlaceEntry | None) -> tuple[PlaceEntry, ...]:
    """The readings in a container, if there is one: its name alone tells one of several bearers from the others."""
    inside = tuple(e for e in entries if container is not None and is_inside(e, container))
    return inside or entries


def _resolve(
    candidates: Sequence[Candidate],
    scores: Sequence[float],
    nesting: Mapping[int, tuple[PlaceEntry, int | None]],
    home: str | None,
) -> list[tuple[Reading, ...]]:
    names, owner = compose_names(candidates, scores, nesting)
    resolved = resolve_names(names, load_weights().resolve, home=home)
    return [() if o is None else tuple(resolved[o]) for o in owner]


def _choose(
    candidate: Candidate,
    role: Role,
    score: float,
    readings: tuple[Reading, ...],
    *,
    around: PlaceEntry | None,
    places: PlaceIndex,
) -> Toponym:
    """Take the likeliest reading, or fall back to what is safe: the country, or the place around it."""
    entry: PlaceEntry | None = None
    rule = "unknown"
    if readings and readings[0].likelihood >= CLEAREST:
        entry, rule = readings[0].entry, "resolved"
    elif readings:
        countries = {r.entry.country for r in readings if r.likelihood > 0.01}
        only = countries.pop() if len(countries) == 1 else None
        entry = places.country(only) if only else None
        rule = "country only" if entry else "unclear"
    else:
        entry, rule = around, "within" if around else "unknown"
    return Toponym(candidate=candidate, role=role, score=score, readings=readings, entry=entry, rule=rule)


def _surrounding(candidate: Candidate, before: Sequence[Toponym]) -> PlaceEntry | None:
    """For "Orchard Street" and "the Neches River": the city or district named last before it, if it is near.

    Of islands, mountains and districts that the gazetteer lacks few are near it.
    """
    cues = load_cues()
    words = candidate.name.lower().split()
    if candidate.kind is not Kind.FEATURE or (
        words[0] not in cues.local and words[-1] not in cues.local | cues.street | cues.building
    ):
        return None
    for toponym in reversed(before):
        if toponym.candidate.sentence < candidate.sentence - 6:
            break
        local = toponym.entry is not None and toponym.entry.kind in {"city", "admin2"}
        if local and toponym.rule == "resolved":
            return toponym.entry
    return None
