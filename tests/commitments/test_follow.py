"""Promises are found, and what becomes of each is told by the event that made it so."""

from datetime import date
from typing import Any

import pytest

from dragoman.commitments import Commitment, Fate, Kind, find_commitments, follow_commitments

ON = date(2026, 1, 1)
JUNE, JULY = "2025-06-02", "2025-07-10"


def side(code: str, name: str | None = None) -> dict[str, Any]:
    return {"code": code, "country": code, "name": name, "office": None, "sectors": []}


def event(
    event_type: str,
    actors: str,
    recipients: str = "",
    day: str = JUNE,
    *,
    trigger: str = "said",
    planned: str | None = None,
    due: str | None = None,
    names: dict[str, str] | None = None,
    **more: Any,
) -> dict[str, Any]:
    kind, _, mode = event_type.partition(".")
    what, _, how = (planned or "").partition(".")
    named = names or {}
    when = {"start": day, "end": day, "timex": "Monday"}
    later = {"start": due, "end": due, "timex": "in July"} if due else None
    return {
        "event_id": f"{event_type}/{actors}/{recipients}/{day}/{trigger}",
        "document_id": "d",
        "published": day,
        "event_type": kind,
        "mode": mode or None,
        "contexts": [],
        "status": "occurred",
        "planned": {"event_type": what, "mode": how or None, "date": later} if planned else None,
        "actors": [side(code, named.get(code)) for code in actors.split()],
        "recipients": [side(code, named.get(code)) for code in recipients.split()],
        "reciprocal": False,
        "date": when,
        "place": None,
        "attribution": None,
        "evidence": {"text": f"{actors} {trigger} {recipients}", "trigger": trigger},
        **more,
    }


def follow(*events: dict[str, Any], on: date = ON) -> Commitment:
    """The first commitment."""
    return follow_commitments(events, on)[0]


INVITATION = event("AGREE", "PER", "CHL", trigger="invited")
ACCEPTED = event("AGREE", "CHL", "PER", trigger="accepted the invitation of")
MEETING = event("AGREE", "PER", "CHL", planned="CONSULT.visit", status="planned")
PLEDGE = event("AGREE", "PER", "CHL", planned="AID", status="planned")
DUE_PLEDGE = event("AGREE", "PER", "CHL", planned="AID", due="2025-07-01", status="planned")
TRUCE = event("AGREE", "PER CHL", reciprocal=True, trigger="agreed on a truce")
THREAT = event("THREATEN", "PER", "CHL", planned="SANCTION", status="planned")
NAMED = event("AGREE", "PER", "CHL", trigger="invited", names={"CHL": "Ana Soto"})

FATES = [
    (INVITATION, event("CONSULT.visit", "CHL", "PER", JULY), Fate.KEPT),
    (INVITATION, event("CONSULT.visit", "CHL", "PER", JUNE), Fate.KEPT),
    (INVITATION, event("CONSULT.visit", "PER", "CHL", JULY), Fate.OPEN),
    (INVITATION, event("CONSULT.visit", "CHL", "PER", "2025-05-01"), Fate.OPEN),
    (INVITATION, event("CONSULT.meet", "PER CHL", "", JULY, reciprocal=True, place={"country": "PER"}), Fate.KEPT),
    (INVITATION, event("CONSULT.meet", "PER CHL", "", JULY, reciprocal=True, place={"country": "CHL"}), Fate.OPEN),
    (INVITATION, event("CONSULT.phone", "PER CHL", "", JULY, reciprocal=True), Fate.OPEN),
    (INVITATION, event("CONSULT.visit", "CHL", "PER", JULY, status="claimed"), Fate.OPEN),
    (INVITATION, event("CONSULT.visit", "CHL", "PER", JULY, status="negated"), Fate.BROKEN),
    (INVITATION, event("AGREE", "PER", "CHL", JULY, trigger="invited again"), Fate.OPEN),
    (ACCEPTED, event("CONSULT.visit", "CHL", "PER", JULY), Fate.KEPT),
    (ACCEPTED, event("CONSULT.visit", "PER", "CHL", JULY), Fate.OPEN),
    (NAMED, event("CONSULT.visit", "CHL", "PER", JULY, names={"CHL": "Ana Soto"}), Fate.KEPT),
    (NAMED, event("CONSULT.visit", "CHL", "PER", JULY), Fate.KEPT),
    (NAMED, event("CONSULT.visit", "CHL", "PER", JULY, names={"CHL": "Luis Rojas"}), Fate.OPEN),
    (MEETING, event("CONSULT.visit", "PER", "CHL", JULY), Fate.KEPT),
    (MEETING, event("CONSULT.visit", "PER", "OMN", JULY), Fate.OPEN),
    (MEETING, event("REJECT", "CHL", "PER", JULY, trigger="called off"), Fate.BROKEN),
    (MEETING, event("REJECT", "CHL", "PER", JULY, trigger="denied"), Fate.OPEN),
    (PLEDGE, event("AID", "PER", "CHL", JULY), Fate.KEPT),
    (PLEDGE, event("AID", "CHL", "PER", JULY), Fate.OPEN),
    (DUE_PLEDGE, event("AID", "PER", "CHL", JULY), Fate.KEPT),
    (DUE_PLEDGE, event("AID", "PER", "CHL", "2025-12-01"), Fate.LAPSED),
    (TRUCE, event("ASSAULT", "CHL", "PER", JULY), Fate.BROKEN),
    (TRUCE, event("ASSAULT", "CHL", "PER", "2025-12-10"), Fate.OPEN),
    (TRUCE, event("ASSAULT", "CHL", "OMN", JULY), Fate.OPEN),
    (THREAT, event("SANCTION", "PER", "CHL", JULY), Fate.KEPT),
]


@pytest.mark.parametrize(("promise", "then", "fate"), FATES)
def test_fates(promise: dict[str, Any], then: dict[str, Any], fate: Fate) -> None:
    commitment = follow(promise, then)
    assert commitment.commitment_id == promise["event_id"]
    assert commitment.fate is fate
    if fate in {Fate.KEPT, Fate.BROKEN}:
        assert commitment.changes[-1].event_id == then["event_id"]


def test_a_repetition_is_told_and_leaves_it_open() -> None:
    again = event("AGREE", "PER", "CHL", JULY, trigger="invited again")
    first, second = follow_commitments([again, INVITATION], ON)
    assert [(c.fate, c.on, c.event_id) for c in first.changes] == [
        (Fate.REPEATED, date.fromisoformat(JULY), again["event_id"])
    ]
    assert first.fate is second.fate is Fate.OPEN


def test_what_came_later_does_not_count() -> None:
    visit = event("CONSULT.visit", "CHL", "PER", JULY)
    assert follow(INVITATION, visit, on=date(2025, 7, 9)).fate is Fate.OPEN
    assert follow(INVITATION, visit, on=date(2025, 7, 10)).fate is Fate.KEPT
    assert follow_commitments([INVITATION], date(2025, 6, 1)) == []


def test_the_order_of_events_changes_nothing() -> None:
    told = [promise for promise, _, _ in FATES] + [then for _, then, _ in FATES]
    events = list({e["event_id"]: e for e in told}.values())
    assert follow_commitments(events, ON) == follow_commitments(events[::-1], ON)


NO_COMMITMENTS = [
    event("CONSULT", "PER", "CHL"),
    event("THREATEN", "PER", "CHL"),
    event("AGREE", "PER", "CHL", status="negated"),
    event("AGREE", "PER", "CHL", status="claimed"),
    event("AGREE", "", "CHL"),
]


@pytest.mark.parametrize("told", NO_COMMITMENTS)
def test_what_binds_nobody(told: dict[str, Any]) -> None:
    assert list(find_commitments([told])) == []


KINDS = [
    (INVITATION, Kind.INVITATION),
    (MEETING, Kind.MEETING),
    (PLEDGE, Kind.PLEDGE),
    (THREAT, Kind.THREAT),
    (event("AGREE", "PER", "CHL", trigger="agreed to cooperate"), Kind.AGREEMENT),
    (event("AGREE", "PER CHL", planned="COOPERATE", status="planned", reciprocal=True), Kind.AGREEMENT),
]


@pytest.mark.parametrize(("told", "kind"), KINDS)
def test_kinds(told: dict[str, Any], kind: Kind) -> None:
    (commitment,) = find_commitments([told])
    assert commitment.kind is kind


def test_the_due_date_is_that_of_the_act() -> None:
    (commitment,) = find_commitments([DUE_PLEDGE])
    assert commitment.due_last == date(2025, 7, 1) and commitment.made_on == date(2025, 6, 2)
    (ahead,) = find_commitments(
        [{**MEETING, "date": {"start": JULY, "end": JULY, "timex": "on Thursday"}, "published": JUNE}]
    )
    assert ahead.due_first == date.fromisoformat(JULY) and ahead.made_on == date.fromisoformat(JUNE)


def test_it_is_written_out_with_its_changes() -> None:
    written = follow(INVITATION, event("CONSULT.visit", "CHL", "PER", JULY)).to_json()
    assert written["status"] == "kept" and written["changes"][0]["on"] == JULY
    assert written["by"] == [{"code": "PER", "name": None, "office": None}]


def test_an_invitation_that_the_guest_accepts_is_the_hosts_and_repeats_it() -> None:
    accepted = {**ACCEPTED, "date": {"start": JULY, "end": JULY, "timex": "Thursday"}, "published": JULY}
    commitment = follow(INVITATION, accepted)
    assert [(c.fate, c.event_id) for c in commitment.changes] == [(Fate.REPEATED, accepted["event_id"])]
    (alone,) = find_commitments([ACCEPTED])
    assert ([p.code for p in alone.by], [p.code for p in alone.to]) == (["PER"], ["CHL"])


@pytest.mark.parametrize("promise", [DUE_PLEDGE, TRUCE])
def test_a_promise_for_the_end_of_the_calendar_stays_open(promise: dict[str, Any]) -> None:
    last = date.max.isoformat()
    made = {**promise, "date": {**promise["date"], "start": last, "end": last}, "published": last}
    if promise["planned"]:
        made |= {"planned": {**promise["planned"], "date": {"start": last, "end": last, "timex": "at last"}}}
        made |= {"published": "9999-12-01"}
    deeds = [event("AID", "PER", "CHL", last, status="claimed"), event("ASSAULT", "PER", "CHL", last)]
    assert follow(made, *deeds, on=date.max).fate is Fate.OPEN
