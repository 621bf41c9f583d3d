"""Find what a pronoun or a definite phrase refers to, by number, gender, kind, recency and subject position."""

from collections.abc import Callable, Iterable, Sequence

from dragoman.actors.draft import Draft, Number
from dragoman.actors.pronouns import FIRST, NEUTER, PLURAL, RELATIVE, SINGULAR
from dragoman.gazetteer.name import Form
from dragoman.model.actor import MentionKind

# How far back a reference reaches, in sentences.
REACH = 6
PARTS = {
    "recency": 1.0,
    "subject": 0.45,
    "name": 0.25,
    "same-sentence": 0.15,
    "gender": 0.25,
    "state": -0.35,
    "quoted": -0.5,
    "speaker": 0.4,
    "headline": -0.3,
}
ADJECTIVES = frozenset({Form.ADJECTIVE, Form.REGION_ADJECTIVE})
_BODIES = frozenset({"body", "state", "company", "charity", "armed"})

Score = tuple[float, tuple[tuple[str, float], ...]]


def is_candidate(pronoun: Draft, other: Draft) -> bool:
    """Whether a pronoun may stand for a mention, by number and kind alone."""
    if not other.actors or other.kind is MentionKind.OUTLET:
        return False
    word = pronoun.words
    if word in SINGULAR:
        return _is_one_person(other) and not _clash(pronoun, other)
    if word in PLURAL:
        return (
            other.number is Number.MANY
            or other.kind in {MentionKind.GROUP, MentionKind.ORGANISATION}
            or (other.kind is MentionKind.STATE and other.form not in ADJECTIVES)
            or other.role in _BODIES
            or (other.joined and other.person and other.form not in ADJECTIVES)
        )
    if word in NEUTER:
        return other.number is Number.ONE and (
            (other.kind in {MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.GROUP} and not other.person)
            or other.role in _BODIES
        )
    return word in RELATIVE and (other.person or other.kind is not MentionKind.STATE)


def _is_one_person(other: Draft) -> bool:
    return other.number is Number.ONE and other.person


def _clash(pronoun: Draft, other: Draft) -> bool:
    return pronoun.gender is not None and other.gender is not None and pronoun.gender is not other.gender


def find_antecedent(
    reference: Draft, earlier: Sequence[Draft], allowed: Callable[[Draft], bool]
) -> tuple[Draft, Score] | None:
    """The best antecedent among earlier mentions.

    Args:
        reference: the pronoun or definite phrase.
        earlier: mentions of the document before it, in order, resolved.
        allowed: which of them may be meant.

    Returns:
        The mention and its score with named parts; None where there is no candidate within reach.

    """
    best: tuple[float, int, Draft, Score] | None = None
    for position in range(len(earlier) - 1, -1, -1):
        other = earlier[position]
        if reference.sentence - other.sentence > REACH:
            break
        if other.span.end > reference.span.start and other.sentence == reference.sentence:
            continue
        if other.quoted != reference.quoted and other.quoted >= 0 and other.sentence == reference.sentence:
            # '"Kenya must comply," she said': nobody inside the quotation is "she".
            continue
        if not allowed(other):
            continue
        score = _score(reference, other, len(earlier) - position)
        if best is None or score[0] > best[0]:
            best = (score[0], position, other, score)
    return (best[2], best[3]) if best else None


def _score(reference: Draft, other: Draft, steps: int) -> Score:
    distance = reference.sentence - other.sentence
    parts = [("recency", PARTS["recency"] / (1 + distance) - 0.01 * min(steps, 20))]
    if distance == 0:
        parts.append(("same-sentence", PARTS["same-sentence"]))
    if other.subject:
        parts.append(("subject", PARTS["subject"]))
    if other.kind is MentionKind.PERSON or other.form is Form.NAME:
        parts.append(("name", PARTS["name"]))
    if other.quoted >= 0 and other.quoted != reference.quoted:
        parts.append(("quoted", PARTS["quoted"]))
    if distance > 1 and other.headline and not reference.headline:
        # Past the lead a text goes by itself, and its headline's names are new again.
        parts.append(("headline", PARTS["headline"]))
    if other.speaks and reference.speaks:
        parts.append(("speaker", PARTS["speaker"]))
    if reference.gender is not None and other.gender is reference.gender:
        parts.append(("gender", PARTS["gender"]))
    if reference.number is Number.MANY and other.number is Number.ONE and not other.joined:
        parts.append(("state", PARTS["state"]))
    return sum(value for _, value in parts), tuple(parts)


def find_relative(pronoun: Draft, earlier: Iterable[Draft]) -> Draft | None:
    """The mention just before "who": at most a comma and two words lie between."""
    near = [
        d
        for d in earlier
        if d.sentence == pronoun.sentence and d.actors and 0 < pronoun.first - d.last <= 4 and is_candidate(pronoun, d)
    ]
    return max(near, key=lambda d: (d.last, -d.first), default=None)


def is_first_person(draft: Draft) -> bool:
    """Whether the reference is "I", "we", "our" …: its speaker's side."""
    return draft.words in FIRST
