"""Each tool tells what its task tells, as an object and as text, and cites it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from dragoman.commitments import Fate
from dragoman.mcp_server.tools import TOOLS
from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.store import Action
from dragoman.tasks.listing import list_events, make_filter
from dragoman.tasks.opening import open_record
from dragoman.tasks.promises import page_commitments
from dragoman.tasks.reviewing import review_event
from tests.mcp_server.conftest import Ask, object_of, talk, text_of
from tests.tasks.records import CLAIM, FIRST, INVITATION, OLD, SECOND, id_of


def ids(events: list[dict[str, Any]]) -> list[str]:
    return [event["event_id"] for event in events]


def test_every_tool_is_listed_as_one_that_only_reads_with_both_schemas(record: Path) -> None:
    listed = talk(record, lambda client: client.list_tools()).tools
    assert [tool.name for tool in listed] == [tool.name for tool in TOOLS]
    for tool in listed:
        assert tool.annotations and tool.annotations.read_only_hint and not tool.annotations.destructive_hint
        assert tool.description and tool.output_schema and tool.output_schema["properties"]
        assert tool.input_schema["additionalProperties"] is False


def test_the_server_says_how_to_cite_and_that_documents_do_not_command(record: Path) -> None:
    async def read(client: Client) -> str:
        return client.instructions or ""

    instructions = talk(record, read)
    assert "ev_" in instructions and "quotation marks" in instructions
    assert "never an\n  instruction" in instructions


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_clients_of_both_protocols_are_answered(record: Path, mode: str) -> None:
    answer = talk(record, lambda client: client.call_tool("events", {"side": "PER"}), mode=mode)
    assert object_of(answer)["total"] == 1


def test_the_overview_says_what_the_record_holds(ask: Ask) -> None:
    answer = ask("overview", on="2025-10-05")
    told = object_of(answer)
    assert (told["on"], told["holdings"]["documents"], told["holdings"]["events"]) == ("2025-10-05", 6, 5)
    assert {"IRN", "TUR"} in [{side["code"] for side in busy["sides"]} for busy in told["relations"]]
    assert "6 documents" in text_of(answer) and "Iran (IRN) and Turkey (TUR)" in text_of(answer)


def test_a_relation_has_chronology_balance_and_commitments_with_their_words(ask: Ask) -> None:
    answer = ask("relation", side="Iran", other="tur", until="2025-10-31")
    told = object_of(answer)
    assert told["events"] == 4 and [side["code"] for side in told["sides"]] == ["IRN", "TUR"]
    assert ids(told["chronology"])[0] == id_of(OLD) and told["period"]["until"] == "2025-10-31"
    assert [promise["commitment_id"] for promise in told["open"]] == [id_of(INVITATION)]
    assert told["balance"]["months"][0]["month"] == "2025-10"
    text = text_of(answer)
    assert "> Iran invited Turkey." in text and id_of(INVITATION) in text
    assert "claimed (somebody's word; not established)" in text


def test_of_a_long_relation_the_latest_events_are_told_and_the_rest_is_pointed_to(ask: Ask) -> None:
    answer = ask("relation", side="IRN", other="TUR", limit=1)
    assert ids(object_of(answer)["chronology"]) == [id_of(CLAIM)]
    assert "the latest 1 of 4; events with side and other has the rest" in text_of(answer)


@pytest.mark.parametrize(
    ("given", "conditions"),
    [
        ({}, {}),
        ({"side": "Iran"}, {"side": "IRN"}),
        ({"other": "PER"}, {"side": "PER"}),
        ({"side": "IRN", "other": "TUR"}, {"dyad": ("IRN", "TUR")}),
        ({"types": ["ASSAULT", "ACCUSE"]}, {"types": [EventType.ASSAULT, EventType.ACCUSE]}),
        ({"statuses": ["claimed"]}, {"statuses": [Status.CLAIMED]}),
        ({"quad_classes": ["verbal conflict"]}, {"quad_classes": [QuadClass.VERBAL_CONFLICT]}),
        ({"sector": "GOV"}, {"sector": Sector.GOV}),
        ({"place": "Ankara"}, {"place": "Ankara"}),
        ({"speaker": "IRN"}, {"speaker": "IRN"}),
        ({"publisher": "The Lighthouse"}, {"publisher": "The Lighthouse"}),
        ({"from": "2025-10-03"}, {"first": date(2025, 10, 3)}),
        ({"until": "2024-12-31"}, {"last": date(2024, 12, 31)}),
        ({"as_of": "2025-10-02"}, {"as_of": date(2025, 10, 2)}),
        ({"min_confidence": 0.95}, {"min_confidence": 0.95}),
        ({"person": "Nobody"}, {"person": "Nobody"}),
    ],
)
def test_events_are_those_that_meet_the_conditions(
    record: Path, ask: Ask, given: dict[str, Any], conditions: dict[str, Any]
) -> None:
    with open_record(record) as connection:
        expected = list_events(connection, make_filter(**conditions), newest_first=True)
    told = object_of(ask("events", **given))
    assert ids(told["events"]) == ids(expected["events"]) and told["total"] == expected["total"]


def test_an_event_quotes_its_document_and_says_where(record: Path, ask: Ask) -> None:
    answer = ask("events", types=["ACCUSE"])
    (event,) = object_of(answer)["events"]
    assert event["quote"] == "Turkey accused Iran." and event["document_id"] == OLD.document_id
    span = event["quoted_at"]
    part = object_of(
        ask("document", document_id=event["document_id"], start=span["start"], length=span["end"] - span["start"])
    )
    assert part["text"] == event["quote"]
    assert f"document {OLD.document_id}, 0:20; 1 report, 1 voice, of “The Harbour Post”" in text_of(answer)


def test_a_list_says_how_to_go_on(ask: Ask) -> None:
    first = ask("events", limit=2)
    assert "events 1 to 2 of 5; go on with offset 2" in text_of(first)
    rest = ask("events", limit=10, offset=2)
    assert "events 3 to 5 of 5" in text_of(rest) and "go on" not in text_of(rest)
    assert "none from 9 on" in text_of(ask("events", offset=9))
    assert not {*ids(object_of(first)["events"])} & {*ids(object_of(rest)["events"])}


def test_rejected_events_come_only_where_they_are_asked_for(record: Path, ask: Ask) -> None:
    review_event(record, id_of(CLAIM), Action.REJECT, by="Ada", because="it was thunder")
    assert object_of(ask("events", types=["ASSAULT"]))["total"] == 0
    assert "reviewed by people: rejected" in text_of(ask("events", types=["ASSAULT"], with_rejected=True))


def test_why_gives_the_words_of_each_field_and_where_they_stand(ask: Ask) -> None:
    answer = ask("why", event_id=id_of(FIRST), as_of="2025-10-05")
    fields = {field["field"]: field for field in object_of(answer)["fields"]}
    kind = fields["event_type"]
    assert (kind["words"], kind["read_at"]) == ("thanked", {"field": "text", "start": 5, "end": 12})
    assert fields["place"]["value"] is None and fields["place"]["read_at"] is None
    assert "event_type: “SUPPORT”; model:trigger 0.90; words at 5:12\n    > thanked" in text_of(answer)
    assert "place: empty; places:none 0.00; no place is named" in text_of(answer)


def test_why_has_every_report_the_reason_for_joining_and_the_reviews(record: Path, ask: Ask) -> None:
    review_event(record, id_of(FIRST), Action.SET, by="Ada", because="it was Tuesday", field="date", value="2025-09-30")
    answer = ask("why", event_id=id_of(SECOND)[:12])
    told = object_of(answer)
    assert {report["document_id"] for report in told["reports"]} == {"a", "b"}
    assert told["joined"][0]["parts"] and told["reviews"][0]["by"] == "Ada"
    assert {field["field"]: field["review"] for field in told["fields"]}["date"] == 1
    assert f"why {told['joined'][0]['report_id']} was joined to" in text_of(answer)
    assert "date to “2025-09-30”, by “Ada”:\n  > it was Tuesday" in text_of(answer)


def test_commitments_are_those_of_the_task_with_their_fate(record: Path, ask: Ask) -> None:
    with open_record(record) as connection:
        expected = page_commitments(connection, ("IRN", "TUR"), fates=[Fate.OPEN], on=date(2025, 10, 5))
    answer = ask("commitments", side="IRN", other="TUR", statuses=["open"], on="2025-10-05")
    told = object_of(answer)
    assert [c["commitment_id"] for c in told["commitments"]] == [c["commitment_id"] for c in expected["commitments"]]
    assert told["counts"] == expected["counts"] and told["latest"] is None
    assert "on 2025-10-05: 1 open" in text_of(answer) and "on the word of IRN" in text_of(answer)
    assert "only the latest 200 events" in text_of(ask("commitments"))


def test_an_office_has_its_holder_and_what_says_so(ask: Ask) -> None:
    answer = ask("office", office="defence minister", owner="TUR", on="2023-06-09")
    (holder,) = object_of(answer)["holders"]
    assert (holder["name"], holder["certainty"]) == ("Yaşar Güler", "seeded") and holder["proofs"]
    assert "held it: Yaşar Güler, minister of defence (TUR)" in text_of(answer)


def test_where_nobody_is_known_nobody_is_named(ask: Ask) -> None:
    answer = ask("office", office="defence minister", owner="TUR", on="1950-01-01")
    assert object_of(answer)["holders"] == [] and "Nothing says who held it" in text_of(answer)


def test_a_person_has_spellings_offices_and_events(ask: Ask) -> None:
    answer = ask("person", name="Yasar Guler", on="2023-06-09")
    (person,) = object_of(answer)["persons"]
    assert person["name"] == "Yaşar Güler" and person["offices"][0]["code"] == "TUR"
    assert "the latest 0 of 0 events" in text_of(answer)
    assert "nobody of that name is known" in text_of(ask("person", name="Xqzt Wvvk"))


def test_words_are_found_in_documents_and_quotes(ask: Ask) -> None:
    answer = ask("search", words="accused")
    told = object_of(answer)
    assert [document["document_id"] for document in told["documents"]] == [OLD.document_id]
    assert ids(told["events"]) == [id_of(OLD)] and told["total"] == 1
    assert "  > Turkey accused Iran." in text_of(answer)
    assert "no documents\nno events" in text_of(ask("search", words="nowhere"))


def test_a_document_comes_part_by_part_with_its_events(ask: Ask) -> None:
    answer = ask("document", document_id="a", start=5, length=7)
    told = object_of(answer)
    assert (told["text"], told["start"], told["end"], told["characters"]) == ("thanked", 5, 12, 20)
    assert told["events"][0]["report_id"] == id_of(FIRST)
    assert "characters 5 to 12 of 20; 8 follow, go on with start 12" in text_of(answer)
