"""An event record from what the stages before found of one happening."""

from dataclasses import replace

from dragoman.codebook import STATEMENTS, cameo_for, goldstein_for, quad_class_for
from dragoman.model.codes import Status
from dragoman.model.event import Attribution, EventFrame, EventRecord, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Document
from dragoman.model.timex import AFTER_DAY
from dragoman.records.merge import Happening, Telling


def compose_record(happening: Happening, document: Document) -> EventRecord:
    """The record of a happening, with the evidence of every field; its id is still empty, its confidence the trigger's.

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
        confidence=frame.score,
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
    """The telling whose date is best supported: one that words tell before the day of publication, that before a bound.

    "The first killed since May" in one telling hardly dates what another tells as news.
    """
    best = happening.best
    dated = [(t, t.date) for t in (best, *happening.tellings) if t.date is not None]
    close = [(t, when) for t, when in dated if when.evidence.rule != AFTER_DAY] or dated
    return next((t for t, when in close if when.is_stated), close[0][0] if close else best)


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
