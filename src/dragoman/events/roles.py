"""Who does it and to whom: from the tagger's role scores to the actors that stand in the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dragoman.events.encode import Window
from dragoman.events.onnx import Array
from dragoman.model.actor import ActorMention, MentionKind, find_begun
from dragoman.model.event import Party
from dragoman.model.text import Sentence, Span, Token

ROLE_THRESHOLD = 0.5
"""Probability from which a word piece belongs to a role."""
LAST_THRESHOLD = 0.3
"""Likewise of the recipient where nobody else is found for it: measured from 0.25 to 0.4, little hangs on it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: its parties, the words found for it, and how sure the model is of them."""

    parties: tuple[Party, ...]
    words: tuple[Span, ...]
    score: float
    is_near: bool = True
    """Whether the words stand in the trigger's own sentence."""


@dataclass(frozen=True, slots=True)
class _Scored:
    mention: ActorMention
    score: float


class RoleReader:
    """Chooses, for the triggers of one window, the mentions that fill their roles."""

    def __init__(self, window: Window, mentions: Sequence[ActorMention]) -> None:
        self._window = window
        near = (m for extent in window.extents() for m in find_begun(mentions, extent))
        here = [(m, window.pieces_of(m.span)) for m in near if m.kind is not MentionKind.OUTLET]
        self._mentions = [(m, pieces) for m, pieces in here if pieces]

    def read_pair(self, sentence: int, actor: Array, recipient: Array) -> tuple[Side, Side]:
        """Actor side and recipient side; a mention likely on both stands on the likelier one alone."""
        sides = self.read(sentence, actor), self.read(sentence, recipient)
        twice = {p.mention for p in sides[0].parties} & {p.mention for p in sides[1].parties}
        if not twice:
            return sides
        likelier = {
            m: _mean(actor, pieces) >= _mean(recipient, pieces) for m in twice if (pieces := self._window.pieces_of(m))
        }
        return (
            replace(sides[0], parties=tuple(p for p in sides[0].parties if likelier.get(p.mention, True))),
            replace(sides[1], parties=tuple(p for p in sides[1].parties if not likelier.get(p.mention, False))),
        )

    def read(self, sentence: int, scores: Array, *, least: float = ROLE_THRESHOLD) -> Side:
        """The side whose pieces have these probabilities (N,), averaged over the trigger's pieces, and no less.

        The trigger's own sentence is asked first. Where that names nobody with a code, the likeliest words of the
        sentences around it answer.
        """
        likely = np.flatnonzero(scores >= least).tolist()
        regions = self._regions(k for k in likely if self._window.sentences[k] == sentence)
        chosen = [s for region in regions for s in self._mentions_of(region, scores, least)]
        is_near = bool(chosen)
        if not chosen:
            far = sorted(self._regions(likely), key=lambda r: -_mean(scores, r))
            answers = [(r, found) for r in far if (found := self._mentions_of(r, scores, least))]
            regions, chosen = ([answers[0][0]], answers[0][1]) if answers else (far[:1], [])
        parties: dict[str, Party] = {}
        for scored in chosen:
            for actor in scored.mention.actors:
                parties.setdefault(actor.code, Party(actor=actor, mention=scored.mention.span))
        words = tuple(self._window.span_of(r) for r in regions)
        score = max((_mean(scores, r) for r in regions), default=0.0)
        return Side(tuple(parties.values()), words, score, is_near)

    def mention_at(self, sentence: Sentence, token: Token) -> ActorMention | None:
        """The outermost coded mention whose head word is `token`."""
        word = sentence.token_span(token.i, token.i)
        fitting = [
            m
            for m, _ in self._mentions
            if m.actors
            and m.span.contains(word)
            and (head := sentence.head_of(m.span)) is not None
            and head.i == token.i
        ]
        return max(fitting, key=lambda m: len(m.span), default=None)

    def _regions(self, likely: Iterable[int]) -> list[list[int]]:
        """Runs of neighbours among some pieces; marks are left out."""
        spans = self._window.spans
        regions: list[list[int]] = []
        for k in likely:
            if spans[k] is None:
                continue
            if regions and regions[-1][-1] == k - 1:
                regions[-1].append(k)
            else:
                regions.append([k])
        return regions

    def _mentions_of(self, region: list[int], scores: Array, least: float) -> list[_Scored]:
        """The outermost coded mentions in a region: "a spokesman for Cuba's ministry", not "Cuba's" beside it.

        Where the outermost ones have no code ("Chinese goods"), those inside them answer.
        """
        inside = set(region)
        touching = [
            _Scored(m, _mean(scores, pieces))
            for m, pieces in self._mentions
            if m.actors
            and pieces[0] <= region[-1]  # most mentions stand elsewhere
            and pieces[-1] >= region[0]
            and len(inside.intersection(pieces)) * 2 >= min(len(pieces), len(region))
        ]
        outer = [
            s for s in touching
            if not any(o.mention.span != s.mention.span and o.mention.span.contains(s.mention.span) for o in touching)
        ]  # fmt: skip
        strong = [s for s in outer if s.score >= least]
        return strong or sorted(outer, key=lambda s: -s.score)[:1]


def _mean(scores: Array, pieces: Sequence[int]) -> float:
    """The mean of a few scores; NumPy's own costs ten times as much on so few."""
    return sum(scores.item(k) for k in pieces) / len(pieces)
