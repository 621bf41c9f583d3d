"""Whom a pronoun stands for: its speaker, the word before "who", an earlier mention, the subject that follows."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from dragoman.actors import antecedents, binding
from dragoman.actors.antecedents import ADJECTIVES
from dragoman.actors.draft import Draft, Number
from dragoman.actors.pronouns import PLURAL, RELATIVE, SINGULAR
from dragoman.actors.scene import Scene
from dragoman.actors.speakers import find_speaker
from dragoman.model.actor import MentionKind

_JOINABLE = frozenset(MentionKind) - {MentionKind.REFERENCE, MentionKind.OUTLET}


class Referent(NamedTuple):
    """The mentions a pronoun stands for, by which rule and how surely."""

    mentions: Sequence[Draft]
    rule: str
    score: float


def find_referent(
    pronoun: Draft,
    scenes: Sequence[Scene],
    earlier: Sequence[Draft],
    near: Sequence[Draft],
    resolve: Callable[[Draft], None],
) -> Referent | None:
    """Whom a pronoun stands for.

    Args:
        pronoun: the pronoun.
        scenes: the sentences of the document.
        earlier: mentions before it, in order, resolved.
        near: all mentions of its sentence and of those beside it, in order.
        resolve: resolves a mention that stands after the pronoun.

    Returns:
        The mentions: several for "they" after "Peru and Chile"; None where none fits.

    """
    if antecedents.is_first_person(pronoun):
        speaker = find_speaker(pronoun, near)
        if speaker is None:
            return None
        resolve(speaker)
        return Referent((speaker,), "reference:speaker", 0.75)
    if pronoun.words in RELATIVE:
        before = antecedents.find_relative(pronoun, earlier)
        return Referent((before,), "reference:relative", 0.85) if before else None
    return _find_later(pronoun, scenes, near, resolve) or _find_earlier(pronoun, scenes, earlier)


def _find_later(
    pronoun: Draft, scenes: Sequence[Scene], near: Iterable[Draft], resolve: Callable[[Draft], None]
) -> Referent | None:
    """The subject after an opening clause: "After he landed in Rabat, Minister Osei spoke"."""
    head = binding.find_later_subject(scenes[pronoun.sentence].sentence, pronoun)
    if head is None:
        return None
    subject = next((d for d in near if d.sentence == pronoun.sentence and d.head == head and d.kind in _JOINABLE), None)
    if subject is None or (subject.person and pronoun.words not in SINGULAR and subject.number is Number.ONE):
        return None
    resolve(subject)
    if not antecedents.is_candidate(pronoun, subject):
        return None
    return Referent((subject,), "reference:later-subject", 0.75)


def _find_earlier(pronoun: Draft, scenes: Sequence[Scene], earlier: Sequence[Draft]) -> Referent | None:
    open_ones = leave_out_barred(pronoun, scenes[pronoun.sentence], earlier)
    found = antecedents.find_antecedent(pronoun, open_ones, lambda d: antecedents.is_candidate(pronoun, d))
    if found is None:
        return None
    antecedent, (_, parts) = found
    mentions = [antecedent]
    if pronoun.words in PLURAL and antecedent.number is Number.ONE:
        mentions.extend(_find_joined(antecedent, scenes[antecedent.sentence], earlier))
    return Referent(mentions, "reference:pronoun:" + "+".join(name for name, _ in parts), 0.7)


def _find_joined(antecedent: Draft, scene: Scene, earlier: Iterable[Draft]) -> list[Draft]:
    """Those named together with an antecedent: "Peru and Chile signed. They will share the water"."""
    if antecedent.kind not in _JOINABLE:
        return []
    heads = binding.find_joined(scene.sentence, antecedent.head)
    here = [d for d in earlier if heads and d.sentence == antecedent.sentence and d is not antecedent]
    mates = [d for d in here if any(d.first <= i <= d.last for i in heads)]
    return [d for d in mates if d.kind in _JOINABLE and d.actors and d.form not in ADJECTIVES]


def leave_out_barred(reference: Draft, scene: Scene, earlier: Sequence[Draft]) -> Sequence[Draft]:
    """The earlier mentions without those of the sentence that its syntax rules out."""
    heads = binding.find_barred(scene.sentence, reference)
    if not heads:
        return earlier
    return [d for d in earlier if d.sentence != reference.sentence or d.head not in heads]
