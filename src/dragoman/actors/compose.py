"""Make a mention's actors out of those it is linked to, or out of the register."""

from dataclasses import replace
from datetime import date

from dragoman.actors.draft import Draft, Link, Number
from dragoman.actors.scene import Scene
from dragoman.gazetteer.persons import load_persons
from dragoman.model.actor import Actor, MentionKind
from dragoman.model.codes import Sector

LINK_SCORES = {
    Link.MODIFIER: 0.92,
    Link.POSSESSOR: 0.92,
    Link.OF: 0.88,
    Link.IN: 0.75,
    Link.APPOSITION: 0.88,
}
# Codes of those whom their kind alone codes, wherever they are from.
KIND_CODES = {"company": "MNC:OTHER", "charity": "NGO:OTHER"}


def compose_linked(draft: Draft, owner: Actor) -> Actor:
    """The actor of a phrase that belongs to `owner`: "UN chief" is the UN's, "Chadian rebels" an armed group's.

    Args:
        draft: the phrase.
        owner: the state, organisation, group or person it belongs to.

    """
    code = owner.code
    if draft.role == "state":
        return Actor(code=owner.country or code, country=owner.country)
    if draft.role == "armed" and owner.code == owner.country:
        code = f"NSA:OTHER/{owner.country}"
    elif ":" not in owner.code and not _is_trade(draft):
        code = KIND_CODES.get(draft.role, code)
    sectors = draft.sectors
    if owner.code.startswith("IGO:") and Sector.IGO not in sectors:
        sectors = (*(s for s in sectors if s is not Sector.GOV), Sector.IGO)
    elif owner.code.startswith("NSA:") and Sector.REB not in sectors:
        sectors = (Sector.REB,)
    elif draft.kind is not MentionKind.PERSON and not sectors:
        sectors = owner.sectors
    return Actor(code=code, country=owner.country, sectors=sectors, name=draft.name, office=draft.office)


def compose_in_country(draft: Draft, country: str) -> Actor:
    """The actor of a phrase placed in a country by the text around it."""
    actor = compose_linked(draft, Actor(code=country, country=country))
    return replace(actor, code=KIND_CODES[draft.role]) if _is_trade(draft) else actor


def _is_trade(draft: Draft) -> bool:
    """Whether a phrase is for companies in the plural: "Peruvian banks" are Peru's trade, a Peruvian bank is a company.

    Of a dozen labelled plurals with a nationality ten have the country's code.
    """
    return draft.role == "company" and draft.number is Number.MANY


def compose_known(draft: Draft, day: date) -> Actor | None:
    """The actor of a person of the register on `day`, with what the text says of office and sector.

    The text's office stands unless it is a rank ("General Osei") or says less than the register ("minister").
    """
    if draft.known is None:
        return None
    actor = draft.known.actor_on(day)
    told = draft.office
    if told is None or (actor.office and (draft.rank or told in actor.office.split())):
        sectors = (*actor.sectors, *(s for s in draft.sectors if s not in actor.sectors))
        return replace(actor, sectors=sectors)
    return replace(actor, sectors=draft.sectors or actor.sectors, office=told)


def add_holder(draft: Draft, actor: Actor, day: date, scene: Scene) -> Actor:
    """Name the person whom the text names beside the office, or who held it that day, if exactly one is known."""
    alone = draft.kind is MentionKind.OFFICE and draft.person and draft.number is Number.ONE
    if not alone or actor.office is None or actor.name:
        return actor
    bearer = find_bearer(draft, scene)
    if bearer is not None:
        draft.explain("name", "names:apposition", 0.85, bearer.span)
        return replace(actor, name=bearer.name)
    person = load_persons().holder(actor.office, actor.code, day)
    if person is None:
        return actor
    draft.explain("name", "register:holder", 0.8)
    return replace(actor, name=person.name)


def find_bearer(draft: Draft, scene: Scene) -> Draft | None:
    """The person named in apposition behind an office: "Peru's president, Ana Rojas, left".

    Not in lists: "Peru's president, Ana Rojas and Luis Salas", "Peru's president, Ana Rojas, and others".
    """
    tokens = scene.sentence.tokens
    at = draft.last + 2
    if at >= len(tokens) or tokens[at - 1].text != ",":
        return None
    person = scene.person_at[at]
    if person is None or not person.full or person.first != at or (person.office and not person.rank):
        return None
    after = [token.text for token in tokens[person.last + 1 : person.last + 3]]
    return person if after[:1] in ([","], ["."], [";"], []) and after[1:] not in (["and"], ["or"]) else None
