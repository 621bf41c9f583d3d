"""What a document says of who holds an office, and how that joins what tables say."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from dragoman.gazetteer.merge_tenures import find_conflicts, merge_evidence
from dragoman.gazetteer.office_evidence import find_office_evidence
from dragoman.gazetteer.register import load_register
from dragoman.model.tenure import Certainty, OfficeEvidence


def make_body(
    text: str,
    mention: str,
    *,
    name: str | None,
    office: str | None,
    code: str = "NOR",
    sectors: Sequence[str] = ("GOV",),
    published: str = "2026-03-04",
) -> dict[str, Any]:
    """An event whose words are `text`, ten characters into the document."""
    start = 10 + text.index(mention)
    side = {
        "code": code,
        "country": code,
        "sectors": list(sectors),
        "name": name,
        "office": office,
        "mention": mention,
        "start": start,
        "end": start + len(mention),
    }
    return {
        "event_id": "ev_1",
        "document_id": "doc-1",
        "published": published,
        "publisher": "Fjord News",
        "actors": [side],
        "recipients": [],
        "evidence": {"text": text, "start": 10, "end": 10 + len(text)},
    }


@pytest.mark.parametrize(
    ("text", "mention", "name", "office", "words"),
    [
        (
            "Norwegian Defence Minister Kari Lund visited Oslo",
            "Norwegian Defence Minister Kari Lund",
            "Kari Lund",
            "minister of defence",
            "Norwegian Defence Minister Kari Lund",
        ),
        (
            "Kari Lund, Norway's trade minister, signed the pact",
            "Kari Lund",
            "Kari Lund",
            "minister of trade",
            "Kari Lund, Norway's trade minister",
        ),
        (
            "Kari Lund (the Norwegian prime minister) called Lima",
            "Kari Lund",
            "Kari Lund",
            "prime minister",
            "Kari Lund (the Norwegian prime minister",
        ),
        (
            "Norway's prime minister, General Kari Lund, signed the pact",
            "Norway's prime minister",
            "Kari Lund",
            "prime minister",
            "Norway's prime minister, General Kari Lund",
        ),
        (
            "Kari Lund, the prime minister of the Kingdom of Norway since May, left",
            "Kari Lund",
            "Kari Lund",
            "prime minister",
            "Kari Lund, the prime minister of the Kingdom of Norway since May",
        ),
        (
            "Kari Lund, Norway's prime minister and former mayor of Hamar, left",
            "Kari Lund",
            "Kari Lund",
            "prime minister",
            "Kari Lund, Norway's prime minister and former mayor of Hamar",
        ),
        (
            "Norway's prime minister and defence minister General Kari Lund left",
            "Norway's prime minister and defence minister General Kari Lund",
            "Kari Lund",
            "minister of defence",
            "Norway's prime minister and defence minister General Kari Lund",
        ),
        (
            "Norway's new right-wing prime minister Kari Lund left",
            "Norway's new right-wing prime minister Kari Lund",
            "Kari Lund",
            "prime minister",
            "Norway's new right-wing prime minister Kari Lund",
        ),
    ],
)
def test_a_title_with_a_name_is_evidence(text: str, mention: str, name: str, office: str, words: str) -> None:
    (found,) = find_office_evidence(make_body(text, mention, name=name, office=office))

    assert (found.name, found.office, found.code, found.on) == (name, office, "NOR", date(2026, 3, 4))
    assert (found.document_id, found.publisher, found.words) == ("doc-1", "Fjord News", words)
    assert text[found.start - 10 : found.end - 10] == mention


@pytest.mark.parametrize(
    ("text", "mention", "name", "office"),
    [
        # The register named the holder, or the office: the text does not.
        ("The Norwegian defence minister went", "The Norwegian defence minister", "Kari Lund", "minister of defence"),
        ("Kari Lund went to Lima", "Kari Lund", "Kari Lund", "minister of defence"),
        ("Her Norwegian counterpart Kari Lund went", "Norwegian counterpart Kari Lund", "Kari Lund", "president"),
        # Held before, or not yet.
        ("Former prime minister Kari Lund went", "Former prime minister Kari Lund", "Kari Lund", "prime minister"),
        ("President-elect Kari Lund went", "President-elect Kari Lund", "Kari Lund", "president"),
        ("Kari Lund, former trade minister, went", "Kari Lund", "Kari Lund", "minister of trade"),
        # Somebody else's office.
        ("Kari Lund, who met the president in Lima, left", "Kari Lund", "Kari Lund", "president"),
        ("Deputy Foreign Minister Kari Lund went", "Deputy Foreign Minister Kari Lund", "Kari Lund", "minister"),
        ("Kari Lund, leader of the Fishers' Union, went", "Kari Lund", "Kari Lund", "leader"),
        (
            "Former prime minister of Norway, Kari Lund, left",
            "Former prime minister of Norway",
            "Kari Lund",
            "president",
        ),
        ("then-President Kari Lund went", "President Kari Lund", "Kari Lund", "president"),
        ("Acting Norwegian President Kari Lund went", "Acting Norwegian President Kari Lund", "Kari Lund", "president"),
        ("Kari Lund, Norway's acting prime minister, went", "Kari Lund", "Kari Lund", "prime minister"),
        ("Kari Lund, Norway's prime minister until May, went", "Kari Lund", "Kari Lund", "prime minister"),
        ("Kari Lund, Norway's prime minister at the time, went", "Kari Lund", "Kari Lund", "prime minister"),
        ("Kari Lund, the self-declared president of Norway, went", "Kari Lund", "Kari Lund", "president"),
        # Of a part or a body of the state, or of nothing of the state's.
        ("Kari Lund, president of Norway's parliament, went", "Kari Lund", "Kari Lund", "president"),
        ("Kari Lund, president of Norway's central bank, went", "Kari Lund", "Kari Lund", "president"),
        ("Kari Lund, president of the Norwegian Ski Federation, went", "Kari Lund", "Kari Lund", "president"),
        ("Norwegian Senate President Kari Lund went", "Norwegian Senate President Kari Lund", "Kari Lund", "president"),
        ("Svalbard Premier Kari Lund went", "Svalbard Premier Kari Lund", "Kari Lund", "prime minister"),
        ("Premier Kari Lund went", "Premier Kari Lund", "Kari Lund", "prime minister"),
        ("Kari Lund, the defence chief of the Norwegian rebels, went", "Kari Lund", "Kari Lund", "minister of defence"),
        # Somebody beside the holder.
        ("Kari Lund, the Norwegian president's spokeswoman, went", "Kari Lund", "Kari Lund", "president"),
        ("Kari Lund, a rival of the Norwegian president, went", "Kari Lund", "Kari Lund", "president"),
        ("Kari Lund, sister of the Norwegian president, went", "Kari Lund", "Kari Lund", "president"),
        ("Norway's Queen Kari Lund went", "Norway's Queen Kari Lund", "Kari Lund", "monarch"),
        (
            "Norway's deputy defence minister Kari Lund",
            "Norway's deputy defence minister Kari Lund",
            "Kari Lund",
            "minister of defence",
        ),
        # No office, or no whole name.
        ("Analyst Kari Lund said so", "Analyst Kari Lund", "Kari Lund", "analyst"),
        ("Minister Lund went", "Minister Lund", "Lund", "minister"),
        ("Kari Lund went", "Kari Lund", "Kari Lund", None),
        ("Norway's king went", "Norway's king", None, "monarch"),
    ],
)
def test_what_the_words_do_not_say_is_no_evidence(
    text: str, mention: str, name: str | None, office: str | None
) -> None:
    assert list(find_office_evidence(make_body(text, mention, name=name, office=office))) == []


@pytest.mark.parametrize(
    ("mention", "code", "office", "is_told"),
    [
        ("NATO Secretary General Kari Lund", "IGO:NATO", "secretary-general", True),
        ("UN Secretary-General Kari Lund", "IGO:UN", "secretary-general", True),
        # Many bodies have the code, and each its head.
        ("European Parliament President Kari Lund", "IGO:EU", "president", False),
        ("UNESCO Director-General Kari Lund", "IGO:UN", "director-general", False),
        ("OSCE Secretary General Kari Lund", "IGO:OTHER", "secretary-general", False),
    ],
)
def test_an_organisations_office_is_that_of_the_whole(mention: str, code: str, office: str, is_told: bool) -> None:
    body = make_body(f"{mention} went", mention, name="Kari Lund", office=office, code=code, sectors=["IGO"])
    assert bool(list(find_office_evidence(body))) == is_told


def test_the_chief_of_a_presidents_staff_is_not_the_general_staffs() -> None:
    text = "Chief of staff Kari Lund went"
    civil = make_body(text, "Chief of staff Kari Lund", name="Kari Lund", office="chief of staff")
    armed = make_body(text, "Chief of staff Kari Lund", name="Kari Lund", office="chief of staff", sectors=["MIL"])

    assert [e.office for e in find_office_evidence(civil)] == ["civil chief of staff"]
    assert [e.office for e in find_office_evidence(armed)] == ["chief of staff"]


def say(name: str, on: str, *, office: str = "minister of defence", code: str = "TUR") -> OfficeEvidence:
    return OfficeEvidence(
        name=name,
        office=office,
        code=code,
        on=date.fromisoformat(on),
        document_id=f"doc-{name}-{on}",
        report_id=f"ev-{name}-{on}",
        publisher="Fjord News",
        field="text",
        start=0,
        end=len(name),
        words=f"Minister {name}",
    )


def test_evidence_within_a_tenure_becomes_a_further_proof() -> None:
    merged = merge_evidence(load_register(), [say("Yasar Guler", "2025-10-01")])

    (holding,) = merged.who_held("defence minister", "TUR", date(2025, 10, 1))
    assert (holding.person.name, holding.certainty) == ("Yaşar Güler", Certainty.STATED)
    assert [proof.kind for proof in holding.tenure.proofs] == ["seed", "document"]
    assert len(merged.tenures) == len(load_register().tenures)


def test_a_new_holder_has_a_tenure_from_first_to_last_document() -> None:
    said = [say("Ayla Demir", "2026-09-01"), say("Ayla Demir", "2026-03-05")]
    merged = merge_evidence(load_register(), said)

    def answer(day: date) -> list[tuple[str, str]]:
        return [(h.person.name, str(h.certainty)) for h in merged.who_held("defence minister", "TUR", day)]

    assert answer(date(2026, 3, 5)) == [("Ayla Demir", "stated")]
    assert ("Ayla Demir", "inferred") in answer(date(2026, 6, 1))
    (tenure,) = merged.tenures_of("ayla-demir")
    assert tenure.since is not None and tenure.until is not None
    assert (tenure.since.text, tenure.until.text) == ("2026-03-05", "2026-09-01")


def test_a_rival_between_two_documents_divides_the_tenure() -> None:
    said = [say("Ayla Demir", "2026-01-10"), say("Deniz Kaya", "2026-02-10"), say("Ayla Demir", "2026-03-10")]

    merged = merge_evidence(load_register(), said)

    assert len(merged.tenures_of("ayla-demir")) == 2


def test_contradictions_are_kept_and_listed() -> None:
    merged = merge_evidence(load_register(), [say("Ayla Demir", "2024-01-10"), say("Ayla Demir", "2024-05-10")])

    (conflict,) = find_conflicts(merged)

    assert set(conflict.person_ids) == {"ayla-demir", "yasar-guler"}
    assert (conflict.office, conflict.first, conflict.last) == (
        "minister of defence",
        date(2024, 1, 10),
        date(2024, 5, 10),
    )
    assert {h.person.name for h in merged.who_held("defence minister", "TUR", date(2024, 1, 10))} == {
        "Ayla Demir",
        "Yaşar Güler",
    }


def test_the_order_of_documents_changes_nothing() -> None:
    said = [say("Ayla Demir", "2026-01-10"), say("Deniz Kaya", "2026-02-10"), say("Ayla Demır", "2026-03-10")]

    results = [merge_evidence(load_register(), order) for order in permutations(said)]

    assert all(
        sorted(r.tenures_of("ayla-demir"), key=repr) == sorted(results[0].tenures_of("ayla-demir"), key=repr)
        for r in results
    )
    assert all(r.persons == results[0].persons for r in results)


def test_a_name_known_elsewhere_is_a_person_of_its_own_state() -> None:
    """A trade minister of Ghana called as a minister of another state is not taken for that minister."""
    merged = merge_evidence(load_register(), [say("Yasar Guler", "2026-01-10", office="minister of trade", code="GHA")])

    (tenure,) = merged.tenures_in("minister of trade", "GHA")[-1:]
    assert tenure.person_id != "yasar-guler"
