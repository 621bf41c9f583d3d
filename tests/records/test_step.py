from datetime import date
from typing import Any

from dragoman.config import CoderConfig
from dragoman.model.codes import EventType, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame, EventRecord
from dragoman.model.evidence import Evidence
from dragoman.model.text import Field
from dragoman.records import RecordsStep
from tests.factories import (
    find_span,
    make_attribution,
    make_date,
    make_document,
    make_frame,
    make_party,
    make_place,
    make_plan,
)

DOCUMENT = make_document(
    "Silva, Peru's envoy, visited Chile on Tuesday. The visit to Santiago was short, Peru said. Chile thanked Peru.",
    title="Peru envoy visits Chile",
)
OLD_NEWS = Evidence(field="retold", rule="retold:background", score=0.8, reason="named as background")
TUESDAY = find_span(DOCUMENT, "Tuesday")


def frame(
    words: str, event_type: EventType = EventType.CONSULT, *, field: Field = Field.TEXT, **fields: Any
) -> EventFrame:
    given: dict[str, Any] = {
        "actors": (make_party(DOCUMENT, "Peru", "PER", field=field),),
        "recipients": (make_party(DOCUMENT, "Chile", "CHL", field=field),),
        **fields,
    }
    return make_frame(find_span(DOCUMENT, words, field=field), event_type, **given)


def sure_of(field: str, score: float) -> Evidence:
    return Evidence(field=field, rule="model:role", score=score)


def record(
    *frames: EventFrame,
    config: CoderConfig | None = None,
    dated: int = -1,
    placed: int = -1,
    due: int = -1,
    retold: tuple[int, ...] = (),
) -> tuple[EventRecord, ...]:
    dates = [
        make_date(date(2024, 5, 14), timex=TUESDAY) if i == dated else make_date(date(2024, 5, 16))
        for i in range(len(frames))
    ]
    places = [make_place(find_span(DOCUMENT, "Santiago")) if i == placed else None for i in range(len(frames))]
    coding = Coding(
        document=DOCUMENT,
        frames=frames,
        event_dates=tuple(dates),
        due_dates=tuple(dates[i] if i == due else None for i in range(len(frames))),
        retold=tuple(OLD_NEWS if i in retold else None for i in range(len(frames))),
        event_places=tuple(places),
    )
    return RecordsStep(config or CoderConfig(min_confidence=0.0))(coding).events


def test_headline_lead_and_later_mention_are_one_event_with_the_best_of_each() -> None:
    (event,) = record(
        frame("visits", field=Field.TITLE, mode="visit"),
        frame("visited", mode="visit", score=0.7),
        frame("visit to", recipients=()),
        dated=1,
        placed=2,
    )
    assert event.trigger == find_span(DOCUMENT, "visited")
    assert event.date is not None
    assert event.date.timex == TUESDAY
    assert event.place is not None
    assert len(event.mentions) == 2
    assert {e.rule for e in event.explanation if e.field == "mentions"} == {"merge:headline"}


def test_two_happenings_are_two_events_with_ids_of_their_own() -> None:
    events = record(frame("visited"), frame("thanked", EventType.SUPPORT))
    assert [e.event_type for e in events] == [EventType.CONSULT, EventType.SUPPORT]
    assert len({e.event_id for e in events}) == 2


def test_coding_twice_gives_the_same_ids() -> None:
    assert record(frame("visited"))[0].event_id == record(frame("visited"))[0].event_id


def test_events_with_equal_content_still_have_different_ids() -> None:
    far = [frame("thanked", EventType.SUPPORT, sentence=n) for n in (0, 20)]
    assert len({e.event_id for e in record(*far)}) == 2


def test_codes_follow_the_codebook() -> None:
    (event,) = record(frame("thanked", EventType.SUPPORT))
    assert (event.cameo, event.goldstein) == ("051", 3.4)
    assert event.quad_class == "verbal cooperation"


def test_an_attribution_is_explained() -> None:
    cue = find_span(DOCUMENT, "said")
    told = make_attribution(make_party(DOCUMENT, "Peru", "PER"), cue)
    (event,) = record(frame("visited", attribution=told))
    assert [e.span for e in event.explanation if e.field == "attribution"] == [cue]


def test_a_statement_is_told_on_its_makers_own_word_before_anothers() -> None:
    other = make_attribution(make_party(DOCUMENT, "Chile", "CHL"), find_span(DOCUMENT, "said"))
    own = make_attribution(make_party(DOCUMENT, "Peru", "PER"), find_span(DOCUMENT, "said"))
    tellings = [frame("visited", EventType.SUPPORT, attribution=a) for a in (other, own)]
    acts = [frame("visited", EventType.AID, attribution=a) for a in (other, own)]

    assert [e.attribution for e in record(*tellings)] == [own]
    assert [e.attribution for e in record(*acts)] == [other]


def test_what_is_less_sure_than_asked_for_is_left_out() -> None:
    (event,) = record(frame("visited"))
    for share, count in ((event.confidence, 1), (event.confidence + 0.01, 0)):
        assert len(record(frame("visited"), config=CoderConfig(min_confidence=share))) == count


def test_by_default_what_is_more_likely_wrong_than_right_is_left_out() -> None:
    unsure = frame("visits", field=Field.TITLE, score=0.4, actors=(), evidence=(sure_of("event_type", 0.4),))
    sure = frame("visited", score=0.99, evidence=(sure_of("event_type", 0.99), sure_of("actors", 0.99)))
    assert record(unsure, config=CoderConfig()) == ()
    assert len(record(sure, config=CoderConfig())) == 1


def test_an_open_side_lowers_and_a_second_telling_raises_the_confidence() -> None:
    (full,) = record(frame("visited"))
    (open_side,) = record(frame("visited", recipients=()))
    (told_twice,) = record(frame("visited"), frame("visit to"))
    assert open_side.confidence < full.confidence < told_twice.confidence


def test_frames_that_name_nobody_make_no_event() -> None:
    assert record(frame("visited", actors=(), recipients=())) == ()


def test_an_event_is_old_news_only_where_every_telling_has_it_so() -> None:
    tellings = (frame("visited", mode="visit"), frame("visit to", recipients=()))
    (news,) = record(*tellings, retold=(1,))
    (old,) = record(*tellings, retold=(0, 1))
    assert (news.retold, old.retold) == (False, True)
    assert [e.rule for e in old.explanation if e.field == "retold"] == ["retold:background"]


def test_the_announced_act_has_the_day_it_is_due() -> None:
    plan = make_plan(EventType.CONSULT, "visit")
    announced = frame("visited", EventType.AGREE, plan=plan, status=Status.PLANNED)
    (dated,) = record(announced, dated=0, due=0)
    (undated,) = record(announced, dated=0)
    assert dated.planned is not None
    assert undated.planned is not None
    assert (dated.planned.date, undated.planned.date) == (dated.date, None)
