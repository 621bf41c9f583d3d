"""Organisations that the gazetteer does not know: companies by the noun beside them, others by their country."""

from collections.abc import Iterator

from dragoman.actors.draft import Draft
from dragoman.actors.names import SUBJECTS
from dragoman.actors.phrases import phrase_first, read_complements, read_modifiers
from dragoman.actors.scene import Scene
from dragoman.gazetteer.nouns import NounKind, load_nouns
from dragoman.model.actor import MentionKind
from dragoman.model.text import Span

_FIRM_ENDINGS = frozenset("inc corp ltd plc llc ag group airlines airways motors holdings".split())


def find_bodies(scene: Scene) -> Iterator[Draft]:
    """Names seen by the entity recogniser as organisations and taken by nothing else, left to right."""
    tokens = scene.sentence.tokens
    at = 0
    while at < len(tokens):
        if tokens[at].entity != "ORG":
            at += 1
            continue
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].entity == "ORG" and not tokens[last + 1].entity_start:
            last += 1
        first = at + 1 if tokens[at].pos == "DET" and last > at else at
        if _is_unknown(scene, first, last):
            yield _draft(scene, first, last)
        at = last + 1


def _is_unknown(scene: Scene, first: int, last: int) -> bool:
    """Whether no name, title or person covers the range and its last word is no common noun ("… Police")."""
    tokens = scene.sentence.tokens
    taken = any(scene.name_at[i] or scene.person_at[i] or scene.title_at[i] for i in range(first, last + 1))
    nouns = load_nouns()
    return (
        not taken
        and tokens[first].lemma.lower() not in nouns
        and tokens[last].lemma.lower() not in nouns
        and any(c.isupper() for c in tokens[last].text)
    )


def _draft(scene: Scene, first: int, last: int) -> Draft:
    tokens = scene.sentence.tokens
    start = phrase_first(scene, first)
    head = tokens[last]
    span = Span(tokens[first].start, head.end, scene.sentence.span.field)
    draft = Draft(
        sentence=scene.index,
        first=first,
        last=last,
        head=last,
        span=span,
        kind=MentionKind.ORGANISATION,
        name=scene.sentence_text(first, last),
        words=head.text.lower(),
        role=NounKind.BODY,
        definite=True,
        subject=head.dep in SUBJECTS,
    )
    nouns = load_nouns()
    beside = [nouns.get(t.lemma.lower()) for t in tokens[start:first]]
    if head.text.lower().rstrip(".") in _FIRM_ENDINGS or any(n and n.kind is NounKind.COMPANY for n in beside):
        draft.role = NounKind.COMPANY
    elif any(n and n.kind is NounKind.CHARITY for n in beside):
        draft.role = NounKind.CHARITY
    draft.links.extend(read_modifiers(scene, start, first) or read_complements(scene, last))
    draft.explain("name", "names:entity", 0.6, span)
    return draft
