"""PLOVER JSON records."""

import pytest

from dragoman.export.formats import ExportFormat
from tests.export.formats.factories import make_composed, make_date, make_event, make_place, make_side, rows_of

PLOVER = ExportFormat.PLOVER_JSON


def test_a_coded_event_fills_the_fields_of_the_manual() -> None:
    (record,) = rows_of(PLOVER, make_event())
    report = {"citation": "doc-1", "publication": "Harbour Post", "date": "2025-10-02"}
    assert record == {
        "id": "ev_0123456789abcdef",
        "has_event": True,
        "date": "2025-10-01",
        "actor": [
            {
                "code": "IRN",
                "sector": "GOVMIL",
                "entity_text": "those of IRN",
                "identifier_text": "Aziz Nasirzadeh",
                "office": "minister of defence",
            }
        ],
        "recipient": [{"code": "TUR", "entity_text": "those of TUR"}],
        "event": ["CONSULT"],
        "mode": ["visit"],
        "context": ["military", "diplomatic"],
        "quad_code": 1,
        "event_scale": 4.0,
        "event_loc": {
            "extracted_place": "Ankara",
            "resolved_place": "Ankara",
            "geonameid": 323786,
            "lat": 39.91987,
            "lon": 32.85427,
            "city": "Ankara",
            "province": "Ankara",
            "country": "Turkey",
            "country_code": "TUR",
            "resolution": 4,
        },
        "event_text": ["The minister visited Türkiye"],
        "text_info": {"start": 0, "end": 36},
        "cite_info": {
            "citation": "doc-1",
            "language": "en",
            "publication": "Harbour Post",
            "coder": "dragoman",
            "codebook": "plover-2.0d",
            "version": "0.1.0",
        },
        "coder": "dragoman 0.1.0",
        "status": "occurred",
        "reciprocal": False,
        "cameo": "042",
        "confidence": 0.93,
        "reports": [{**report, "event_text": "The minister visited Türkiye"}],
    }


def test_an_announcement_is_dated_by_its_first_report_and_the_act_by_its_own_day() -> None:
    plan = {"event_type": "CONSULT", "mode": "visit", "date": make_date("2025-11-01", "2025-11-30", "month")}
    planned = make_composed(event_type="AGREE", mode=None, status="planned", planned=plan, date=plan["date"])
    (record,) = rows_of(PLOVER, planned)
    assert (record["date"], record["status"]) == ("2025-10-02", "planned")
    assert "enddate" not in record
    assert record["planned"] == {"event": ["CONSULT"], "mode": ["visit"], "date": "2025-11-01", "enddate": "2025-11-30"}


def test_an_event_of_several_days_has_an_end() -> None:
    (record,) = rows_of(PLOVER, make_event(date=make_date("2025-10-01", "2025-10-07", "week")))
    assert (record["date"], record["enddate"]) == ("2025-10-01", "2025-10-07")


@pytest.mark.parametrize(("recipients", "says"), [([make_side("TUR")], False), ([], True)])
def test_a_type_that_wants_a_recipient_says_where_none_is_named(
    recipients: list[dict[str, object]], says: bool
) -> None:
    (record,) = rows_of(PLOVER, make_event(event_type="AID", mode=None, recipients=recipients))
    assert ("comment" in record) is says
    assert ("comment" in rows_of(PLOVER, make_event(recipients=recipients))[0]) is False


def test_sides_who_did_it_to_each_other_want_none() -> None:
    sides = [make_side("TUR"), make_side("IRN")]
    (record,) = rows_of(
        PLOVER, make_event(event_type="COOPERATE", mode=None, actors=sides, recipients=[], reciprocal=True)
    )
    assert record["reciprocal"] is True and "comment" not in record
    assert [actor["code"] for actor in record["actor"]] == ["TUR", "IRN"]


def test_on_whose_word_stays_with_what_is_claimed() -> None:
    speaker = {"speaker": make_side("SYR"), "cue": "said", "outlet": None, "start": 1, "end": 5}
    (record,) = rows_of(PLOVER, make_event(status="claimed", attribution=speaker))
    assert record["status"] == "claimed"
    assert record["attribution"] == {"speaker": {"code": "SYR", "entity_text": "those of SYR"}}


def test_every_report_is_listed_and_its_words_once() -> None:
    event = make_composed()
    event["reports"][2]["quote"] = "telling 1"
    (record,) = rows_of(PLOVER, event)
    assert record["voices"] == 2
    assert record["event_text"] == ["telling 1", "telling 2"]
    assert [report["citation"] for report in record["reports"]] == ["doc-1", "doc-2", "doc-3"]
    assert record["reports"][2]["url"] == "https://x.example/3"


def test_a_region_has_no_resolution() -> None:
    (record,) = rows_of(PLOVER, make_event(place=make_place("Red Sea", kind="region", country=None, admin1=None)))
    assert "resolution" not in record["event_loc"] and "country" not in record["event_loc"]
