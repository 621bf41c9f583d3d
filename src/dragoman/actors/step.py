"""The actors stage: sentences in, mentions with codes out."""

from dragoman.actors.draft import Draft
from dragoman.actors.find import find_mentions
from dragoman.actors.resolve import Resolver
from dragoman.model.actor import ActorMention
from dragoman.model.coding import Coding
from dragoman.model.text import Field


class ActorsStep:
    """Finds who stands in the text and gives each mention its code."""

    name = "actors"
    requires = frozenset({"sentences"})
    assigns = frozenset({"mentions"})

    def __call__(self, coding: Coding, /) -> Coding:
        """Fill `mentions`, in order of field and position."""
        scenes, drafts = find_mentions(coding.sentences, coding.document.published)
        Resolver(coding, scenes, drafts).resolve()
        mentions = sorted(map(_mention, drafts), key=lambda m: (m.span.field is Field.TEXT, m.span))
        return coding.with_layers(mentions=tuple(mentions))


def _mention(draft: Draft) -> ActorMention:
    return ActorMention(
        span=draft.span,
        kind=draft.kind,
        actors=draft.actors,
        antecedent=draft.antecedent.span if draft.antecedent else None,
        evidence=tuple(draft.evidence),
    )
