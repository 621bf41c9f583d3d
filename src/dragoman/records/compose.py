"""An event record from what the stages before found of one happening."""

from dataclasses import replace

from dragoman.codebook import STATEMENTS, cameo_for, goldstein_for, quad_class_for
from dragoman.model.codes import EventType, Status
from dragoman.model.event import Attribution, EventFrame, EventRecord, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Document
from dragoman.records.merge import Happening, Telling

_PER_TELLING = 0.05
"""What each further telling adds to the confidence."""
_MOST_FROM_TELLINGS = 0.1
_UNKNOWN_SIDE = 0.85
"""Factor for a side that the text leaves open or that could not be resolved."""
_LONE_SIDE = 0.65
"""Factor for a consultation of which one side alone is known: mostly a meeting named in passing."""


def compose_record(happening: Happening, document: Document) -> EventRecord:
    """The record of a happening, with the evidence of every field; its id is still empty.

    Args:
        happening: the tellings joined, at least one.
        document: the one they were read from.

    Returns:
        The record as the stages found it, not yet checked against the codebook.

    """
    best = happening.best
    frame = best.frame
    contexts = frame.contexts
    mode = frame.mode or next((t.frame.mode for t in happening.tellings if t.frame.mode), None)
    planned = frame.plan.event_type if frame.plan else None
    cameo = cameo_for(frame.event_type, mode, contexts, trigger=document.quote(frame.trigger), planned=planned)
    actors, recipients, reciprocal = _unite_sides(happening)
    dated = _find_dated(happening)
    placed = next((t for t in [best, *happening.tellings] if t.place is not None), None)
    return EventRecord(
        event_id="",
        document_id=document.id,
        published=document.published,
        publisher=document.publisher,
        event_type=frame.event_type,
        mode=mode,
        contexts=contexts,
        quad_class=quad_class_for(frame.event_type),
        cameo=cameo,
        goldstein=goldstein_for(cameo),
        actors=actors,
        recipients=recipients,
        reciprocal=reciprocal,
        date=dated.date,
        retold=happening.retold is not None,
        status=frame.status,
        planned=replace(frame.plan, date=dated.due) if frame.plan else None,
        attribution=_find_attribution(happening),
        place=placed.place if placed else None,
        evidence=frame.clause,
        trigger=frame.trigger,
        confidence=_combine_confidence(happening),
        explanation=_gather_evidence(happening, dated, placed),
        mentions=tuple(t.frame.trigger for t in happening.tellings if t is not best),
    )


def _unite_sides(happening: Happening) -> tuple[tuple[Party, ...], tuple[Party, ...], bool]:
    """Both sides over all tellings; directed if the best telling is."""
    actors, recipients = happening.parties("actors"), happening.parties("recipients")
    if happening.best.frame.reciprocal:
        codes = {p.actor.code for p in actors}
        return (*actors, *(p for p in recipients if p.actor.code not in codes)), (), True
    return actors, recipients, False


def _find_attribution(happening: Happening) -> Attribution | None:
    """On whose word: of a statement its maker's own, where a telling has it, else the best telling's, else any.

    "Peru announced its readiness. Oman said that Peru was ready": Peru's word comes before Oman's.
    """
    found = [t.frame.attribution for t in (happening.best, *happening.tellings) if t.frame.attribution]
    if happening.best.frame.event_type in STATEMENTS:
        own = (a for a in found if a.speaker and a.speaker.actor.code in happening.actors)
        return next(own, found[0] if found else None)
    return found[0] if found else None


def _find_dated(happening: Happening) -> Telling:
    """The telling whose date is best supported: a time expression before the date of publication."""
    best = happening.best
    candidates = [best, *happening.tellings]
    expressed = (t for t in candidates if t.date is not None and t.date.timex is not None)
    return next(expressed, next((t for t in candidates if t.date is not None), best))


def _combine_confidence(happening: Happening) -> float:
    """How sure the record is, between 0 and 1.

    The score of the best telling, times 0.85 for each side that is empty (the recipient of a reciprocal event is not
    missed), times 0.65 for a consultation with one side, plus 0.05 for each further telling, at most 0.1. The weights
    are choices, not fitted.
    """
    frame = happening.best.frame
    score = frame.score
    if not happening.actors:
        score *= _UNKNOWN_SIDE
    if not happening.recipients and not frame.reciprocal:
        score *= _UNKNOWN_SIDE
    if frame.event_type is EventType.CONSULT and len(happening.actors | happening.recipients) < 2:
        score *= _LONE_SIDE
    score += min(_MOST_FROM_TELLINGS, _PER_TELLING * (len(happening.tellings) - 1))
    return round(min(1.0, max(0.0, score)), 4)


def _gather_evidence(happening: Happening, dated: Telling, placed: Telling | None) -> tuple[Evidence, ...]:
    """Why each field has its value: the stages' own evidence, then what joined the tellings."""
    best = happening.best
    found = list(_frame_evidence(best.frame))
    if dated.date is not None:
        found.append(dated.date.evidence)
    else:
        found.append(Evidence(field="date", rule="timex:none", score=0.0, reason="no day can be told"))
    if happening.retold is not None:
        found.append(happening.retold)
    if placed is not None and placed.place is not None:
        found.append(placed.place.evidence)
    else:
        found.append(Evidence(field="place", rule="places:none", score=0.0, reason="no place is named for it"))
    others = [t for t in happening.tellings if t is not best]
    for telling, rule in zip(others, happening.reasons, strict=True):
        found.append(Evidence(field="mentions", rule=rule, score=1.0, span=telling.frame.trigger))
    return tuple(found)


def _frame_evidence(frame: EventFrame) -> tuple[Evidence, ...]:
    if frame.attribution is None or any(e.field == "attribution" for e in frame.evidence):
        return frame.evidence
    rule = "attribution:claim" if frame.status is Status.CLAIMED else "attribution:cue"
    note = Evidence(field="attribution", rule=rule, score=frame.score, span=frame.attribution.span)
    return (*frame.evidence, note)
