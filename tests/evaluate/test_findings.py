import pytest

from dragoman.evaluate import NOTHING, Finding
from dragoman.evaluate.scored import ScoredEvent
from tests.evaluate.factories import compare, make_event


def find(gold: list[ScoredEvent], predicted: list[ScoredEvent]) -> tuple[Finding, ...]:
    return compare(gold, predicted).documents[0].findings


@pytest.mark.parametrize(
    ("gold", "predicted", "kind", "wrong"),
    [
        (make_event("AID"), make_event("AID"), "right", ()),
        (make_event("AID", place="KEN"), make_event("AID"), "wrong field", ("place",)),
        (
            make_event("ACCUSE", words="Ghana condemned the raid"),
            make_event("THREATEN", words="Ghana condemned"),
            "mistaken",
            ("type",),
        ),
        (
            make_event("ACCUSE", "KEN", "GHA", words="condemned the raid"),
            make_event("ACCUSE", "TGO", "BEN", words="The envoy of Togo condemned the raid"),
            "mistaken",
            ("sides",),
        ),
        (
            make_event("ACCUSE", "KEN", "GHA", words="condemned the raid on the port"),
            make_event("ACCUSE", "KEN", "", words="The ministry in Nairobi condemned"),
            "mistaken",
            ("sides",),
        ),
    ],
)
def test_two_events_in_the_same_words_are_one_happening(
    gold: ScoredEvent, predicted: ScoredEvent, kind: str, wrong: tuple[str, ...]
) -> None:
    (finding,) = find([gold], [predicted])
    assert (finding.kind, finding.wrong) == (kind, wrong)


@pytest.mark.parametrize(
    ("words", "their_words"),
    [("", ""), ("condemned the raid", ""), ("condemned the raid on the port", "sent the port grain and flour")],
)
def test_events_in_other_words_are_missed_and_made_up(words: str, their_words: str) -> None:
    findings = find([make_event("ACCUSE", words=words)], [make_event("AID", words=their_words)])
    assert [finding.kind for finding in findings] == ["missed", "spurious"]


def test_the_best_pairs_are_made_first_the_type_before_the_sides() -> None:
    words = "Ghana condemned the raid"
    gold = [make_event("ACCUSE", "GHA", "TGO", words=words), make_event("ASSAULT", "TGO", "GHA", words=words)]
    predicted = [make_event("ASSAULT", "GHA", "TGO", words=words), make_event("ACCUSE", "GHA", "BEN", words=words)]
    found = find(gold, predicted)
    assert [(f.gold.event_type, f.predicted.event_type) for f in found if f.gold and f.predicted] == [
        ("ACCUSE", "ACCUSE"),
        ("ASSAULT", "ASSAULT"),
    ]


def test_every_event_stands_in_one_finding() -> None:
    gold = [make_event("ASSAULT", "ISR", "SYR LBN"), make_event("AID", optional=True), make_event("REJECT")]
    predicted = [make_event("ASSAULT", "ISR", "SYR"), make_event("ASSAULT", "ISR", "LBN"), make_event("ACCUSE")]
    assert [f.kind for f in find(gold, predicted)] == ["right", "missed", "not needed", "spurious", "piece"]


def test_the_confusion_matrix_counts_each_happening_by_its_two_types() -> None:
    gold = [
        make_event("CONSULT", words="met"),
        make_event("ACCUSE", words="condemned the raid"),
        make_event("AID", "KEN", "GHA", words="sent grain"),
        make_event("REJECT", words="refused"),
        make_event("PROTEST", words="marched", optional=True),
    ]
    predicted = [
        make_event("CONSULT", words="met"),
        make_event("THREATEN", words="condemned the raid"),
        make_event("AID", "KEN", "TGO", words="sent grain"),
        make_event("COERCE", words="closed the port"),
    ]
    assert compare(gold, predicted).confusion.counts == {
        ("CONSULT", "CONSULT"): 1,
        ("ACCUSE", "THREATEN"): 1,
        ("AID", "AID"): 1,
        ("REJECT", NOTHING): 1,
        (NOTHING, "COERCE"): 1,
    }


def test_the_types_of_the_matrix_are_those_met_in_the_codebooks_order() -> None:
    confusion = compare([make_event("REJECT")], [make_event("AID")]).confusion
    assert confusion.types == ("AID", "REJECT")
