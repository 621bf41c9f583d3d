"""The date of each event: from its clause, its sentence, what was told before, or the day of publication."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.model.codes import Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.timex import EventDate, Timex
from dragoman.timex.bounds import compose_bound_date, is_lower_bound
from dragoman.timex.choices import Choice, find_choices
from dragoman.timex.distance import find_distant_date
from dragoman.timex.known import find_known_date
from dragoman.timex.leanings import find_leanings, load_leanings
from dragoman.timex.narrative import find_narrated_date
from dragoman.timex.scene import Scene
from dragoman.timex.weights import load_reasons, load_weights

_REACH: Final = 4.0
"""Highest cost of attachment at which an expression speaks against an event having only followed another."""
_ROUGHLY: Final = 60
"""Days by which "a year since" may miss the day of a known happening."""
_SHOWN: Final = 2
"""Signs told in an explanation: those with the greatest weights."""


def date_events(coding: Coding, timexes: Sequence[Timex]) -> tuple[EventDate | None, ...]:
    """One date for each of `coding.frames`, None where no day can be supported.

    What is told by its distance from another event ("two days after the vote") is counted from that; what is known by
    its name, and has no day beside it, has the day that is known; what only followed a day long past lies after it;
    what goes on from a sentence about a time long past is of that time.
    For all others, every way of dating is weighed: an expression of the frame's sentence or of another that tells the
    same happening, the lead for a headline, the day that the text goes on telling of, the day of publication, and none.
    Grammar speaks for each (`signs.py`), and so does what the tagger makes of the event's words (`leanings.py`).

    Args:
        coding: with sentences and frames; quotations and the dateline are used where present.
        timexes: the document's expressions.

    """
    scene, weights, fitted = Scene(coding, timexes), load_weights(), load_leanings()
    known = [find_known_date(coding, frame) for frame in coding.frames]
    named = [next((known[j] for j in (i, *scene.tellings[i]) if known[j]), None) for i in range(len(known))]
    return tuple(
        _date_by_grammar(scene, frame, timexes, named[i])
        or choose(find_choices(scene, i), weights, find_leanings(frame.state, fitted))
        for i, frame in enumerate(coding.frames)
    )


def _date_by_grammar(
    scene: Scene, frame: EventFrame, timexes: Sequence[Timex], known: EventDate | None
) -> EventDate | None:
    """The date of an event told by its distance, by its name, by what it followed, or by what was told before it."""
    sentence = scene.sentence_of(frame)
    distant = find_distant_date(sentence, frame.trigger, timexes, scene.published)
    if distant and (distant.first <= scene.published or frame.status is Status.PLANNED):
        return known if known and abs((known.first - distant.first).days) <= _ROUGHLY else distant
    for timex in scene.dated[frame.sentence]:
        if scene.cost(frame, timex) < _REACH and not is_lower_bound(sentence, frame.trigger, timex.span):
            return None
    return (
        known
        or compose_bound_date(sentence, frame.trigger, timexes, scene.published)
        or find_narrated_date(scene, frame)
    )


def choose(choices: Sequence[Choice], weights: Mapping[str, float], leanings: Mapping[str, float]) -> EventDate | None:
    """The likeliest date; those that give the same days speak for it together.

    Args:
        choices: at least one.
        weights: by sign; signs without one count nothing.
        leanings: by way of dating, as `find_leanings` gives them.

    Returns:
        The date, its evidence scored with the likelihood and explained by the strongest signs.

    """
    scores = [sum_weights(choice.signs, weights) + leanings.get(choice.way, 0.0) for choice in choices]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    shares: dict[tuple[date, date] | None, float] = {}
    for choice, power in zip(choices, powers, strict=True):
        shares[_days(choice)] = shares.get(_days(choice), 0.0) + power / sum(powers)
    likeliest = max(shares, key=lambda days: shares[days])
    agreeing = [i for i, choice in enumerate(choices) if _days(choice) == likeliest]
    best = choices[max(agreeing, key=lambda i: (_is_stated(choices[i]), powers[i]))]
    if best.when is None:
        return None
    reason = best.when.evidence.reason or _explain(best, weights)
    evidence = replace(best.when.evidence, score=round(shares[likeliest], 4), reason=reason)
    return replace(best.when, evidence=evidence)


def sum_weights(signs: Sequence[str], weights: Mapping[str, float]) -> float:
    """The score of a choice: the weights of its signs."""
    return sum(weights.get(sign, 0.0) for sign in signs)


def _days(choice: Choice) -> tuple[date, date] | None:
    return (choice.when.first, choice.when.last) if choice.when else None


def _is_stated(choice: Choice) -> bool:
    return choice.when is not None and choice.when.timex is not None


def _explain(choice: Choice, weights: Mapping[str, float]) -> str:
    reasons = load_reasons()
    told = [sign for sign in choice.signs if sign in reasons and weights.get(sign, 0.0) > 0]
    return "; ".join(reasons[sign] for sign in sorted(told, key=lambda sign: -weights[sign])[:_SHOWN])
