"""The sides of an event: the model proposes, the grammar decides where it is plain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.events.grammar import (
    find_behind,
    find_between,
    find_coordinated,
    find_doer,
    find_doers_of_noun,
    find_place_modifiers,
    find_undergoer,
    is_obliged,
)
from dragoman.events.onnx import Array
from dragoman.events.roles import LAST_THRESHOLD, RoleReader, Side
from dragoman.events.visits import HOSTING
from dragoman.model.actor import ActorMention
from dragoman.model.codes import EventType
from dragoman.model.event import Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Sentence, Token

ADDRESSED_BY: Mapping[EventType, frozenset[str]] = {
    EventType.AGREE: frozenset({"with", "to"}),
    EventType.AID: frozenset({"to", "for"}),
    EventType.ASSAULT: frozenset({"on", "against", "at", "with"}),
    EventType.COERCE: frozenset({"on", "against"}),
    EventType.CONCEDE: frozenset({"to", "with"}),
    EventType.CONSULT: frozenset({"with"}),
    EventType.COOPERATE: frozenset({"with", "to"}),
    EventType.MOBILIZE: frozenset({"against"}),
    EventType.PROTEST: frozenset({"against", "outside"}),
    EventType.REJECT: frozenset({"from", "with"}),
    EventType.REQUEST: frozenset({"on", "upon", "to", "from"}),
    EventType.RETREAT: frozenset({"from", "with"}),
    EventType.SANCTION: frozenset({"on", "against", "from", "with"}),
    EventType.SUPPORT: frozenset({"to", "with", "for"}),
    EventType.THREATEN: frozenset({"against", "with"}),
}
"""Prepositions that bring in the recipient of a type: "sanctions on Peru", "sent grain to Peru", "met with Peru"."""
ABOUT_BOTH = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.COOPERATE})
"""Types whose recipient may stand in a phrase about both sides: "stressed the need for ties between A and B"."""
GRAMMAR_SCORE = 0.9
"""Share of subjects that are the actor of their verb, counted on labelled items (9 in 10); objects are taken alike."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Parties on both sides, and why they stand there."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    is_actor_near: bool
    """Whether the actors stand in the trigger's own sentence."""
    evidence: tuple[Evidence, ...]


def settle_sides(
    reader: RoleReader,
    sentence: Sentence,
    trigger: Token | None,
    kind: EventType,
    *,
    proposed: tuple[Side, Side],
) -> Sides:
    """Sides of a trigger from the model's proposal and the grammar of its clause.

    Args:
        reader: the mentions of the window.
        sentence: the trigger's sentence.
        trigger: the highest word of the trigger, None where it lies outside the parse.
        kind: the event's type.
        proposed: what the model takes for actor and recipient.

    Returns:
        The sides; a party that the grammar puts on one side stands on no other.
    """
    actor, recipient = proposed
    doer, under = _grammatical(reader, sentence, trigger, kind) if trigger else (None, None)
    actors, recipients = actor.parties, recipient.parties
    why = [_model_evidence("actors", actor), _model_evidence("recipients", recipient)]
    if under is not None:
        actors = tuple(p for p in actors if p.mention != under.span)
    if doer is not None:
        parties = _coordinated(reader, sentence, doer)
        spans = {p.mention for p in parties}
        recipients = tuple(p for p in recipients if p.mention not in spans)
        if not {p.actor.code for p in parties} <= {p.actor.code for p in actors}:
            actors = parties
            why[0] = Evidence(field="actors", rule="grammar:subject", score=GRAMMAR_SCORE, span=doer.span)
        elif {p.actor.code for p in parties} & {p.actor.code for p in recipients}:
            actors = parties  # taken for both sides, the subject is who acts, and nobody else
    if under is not None and not recipients:
        recipients = _coordinated(reader, sentence, under)
        why[1] = Evidence(field="recipients", rule="grammar:object", score=GRAMMAR_SCORE, span=under.span)
    if not recipient.is_near:
        # From the sentence around it nobody is taken to act on himself: "Peru rejected the demand."
        recipients = tuple(p for p in recipients if p.actor.code not in {a.actor.code for a in actors})
    actors, recipients = _part(actors, recipients)
    if kind in ABOUT_BOTH and not any(sentence.span.contains(p.mention) for p in recipients):
        joined = _between(reader, sentence, trigger, actors)
        if joined:
            recipients = joined
            why[1] = Evidence(field="recipients", rule="grammar:between", score=GRAMMAR_SCORE, span=joined[0].mention)
    if not actors:
        why[0] = _empty_evidence("actors", actor)
    if not recipients:
        why[1] = _empty_evidence("recipients", recipient)
    is_near = any(sentence.span.contains(p.mention) for p in actors)
    return Sides(actors, recipients, is_near, tuple(why))


def fill_recipient(reader: RoleReader, number: int, sides: Sides, *, likely: Array) -> Sides:
    """Sides with the likeliest recipient where neither the model is sure of one nor the grammar names one.

    Actors that are no surer are left out: to fill them in likewise gained nothing.

    Args:
        reader: the mentions of the window.
        number: of the trigger's sentence.
        sides: as settled.
        likely: for each piece of the window the probability that it belongs to the recipient (N,).

    Returns:
        The sides; who acts is not put on the other side.
    """
    if sides.recipients:
        return sides
    side = reader.read(number, likely, least=LAST_THRESHOLD)
    own = {p.actor.code for p in sides.actors}
    others = tuple(p for p in side.parties if p.actor.code not in own)
    if not others:
        return sides
    kept = (e for e in sides.evidence if e.field != "recipients")
    return replace(sides, recipients=others, evidence=(*kept, _model_evidence("recipients", side)))


def _part(actors: Sequence[Party], recipients: Sequence[Party]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Sides without those who stand on both, where that leaves somebody on each.

    "He came at the invitation of his Omani counterpart", read as he and Oman inviting him: Oman invites him.
    """
    mine, theirs = {p.actor.code for p in actors}, {p.actor.code for p in recipients}
    if theirs and theirs < mine:
        return tuple(p for p in actors if p.actor.code not in theirs), tuple(recipients)
    if mine and mine < theirs:
        return tuple(actors), tuple(p for p in recipients if p.actor.code not in mine)
    return tuple(actors), tuple(recipients)


def _grammatical(
    reader: RoleReader, sentence: Sentence, trigger: Token, kind: EventType
) -> tuple[ActorMention | None, ActorMention | None]:
    """Whom the grammar makes the actor, and whom the recipient."""
    doers, unders = [find_doer(sentence, trigger)], [find_undergoer(sentence, trigger)]
    if kind is EventType.REQUEST and is_obliged(sentence, trigger):
        doers, unders = [], doers  # "Peru must open the border": Peru is asked
    if trigger.pos == "NOUN":
        doers += find_doers_of_noun(sentence, trigger)
        if kind is EventType.ASSAULT:
            unders += find_place_modifiers(sentence, trigger)  # "the Lima attack" befell Lima
    unders += find_behind(sentence, trigger, ADDRESSED_BY.get(kind, frozenset()))
    doer, under = _first_mention(reader, sentence, doers), _first_mention(reader, sentence, unders)
    if kind is EventType.CONSULT and trigger.lemma in HOSTING:
        # "Kenya received the Omani envoy": the envoy visits. Who "hosts talks" is for the model to say.
        return (under, doer) if doer and under else (None, None)
    return doer, under


def _coordinated(reader: RoleReader, sentence: Sentence, mention: ActorMention) -> tuple[Party, ...]:
    """The parties of a mention and of those joined to it: "Peru and Chile agreed"."""
    head = sentence.head_of(mention.span)
    if head is None:
        return _parties(mention)
    mentions = [reader.mention_at(sentence, t) for t in find_coordinated(sentence, head)]
    found = {p.actor.code: p for m in [mention, *mentions] if m is not None for p in _parties(m)}
    return tuple(found.values())


def _between(
    reader: RoleReader, sentence: Sentence, trigger: Token | None, actors: Sequence[Party]
) -> tuple[Party, ...]:
    """The others of those a statement is about: Chile, where Peru speaks of "relations between Peru and Chile"."""
    if trigger is None or not actors:
        return ()
    mentions = [reader.mention_at(sentence, t) for t in find_between(sentence, trigger)]
    parties = [p for m in mentions if m is not None for p in _parties(m)]
    own = {p.actor.code for p in actors}
    if not own & {p.actor.code for p in parties}:
        return ()  # ties between two others are not addressed to either
    others = {p.actor.code: p for p in parties if p.actor.code not in own}
    return tuple(others.values())


def _first_mention(reader: RoleReader, sentence: Sentence, tokens: Sequence[Token | None]) -> ActorMention | None:
    found = (reader.mention_at(sentence, t) for t in tokens if t is not None)
    return next((m for m in found if m is not None), None)


def _parties(mention: ActorMention) -> tuple[Party, ...]:
    return tuple(Party(actor=a, mention=mention.span) for a in mention.actors)


def _model_evidence(field: str, side: Side) -> Evidence:
    span = side.words[0] if side.words else None
    return Evidence(field=field, rule="model:role", score=round(side.score, 3), span=span)


def _empty_evidence(field: str, side: Side) -> Evidence:
    """Why a side holds nobody."""
    span = side.words[0] if side.words else None
    reason = "named, but not resolved to a code" if span else "the text names nobody"
    return Evidence(field=field, rule="model:role", score=0.0, span=span, reason=reason)
