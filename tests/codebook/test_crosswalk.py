import pytest

from dragoman.codebook import cameo_for, goldstein_for, load_codebook, load_contexts
from dragoman.errors import CodebookError
from dragoman.model.codes import EventType

CASES = [
    (EventType.CONSULT, None, (), "met", "040"),
    (EventType.CONSULT, "visit", ("diplomatic",), "visited", "042"),
    (EventType.CONSULT, "visit", (), "received", "043"),
    (EventType.CONSULT, "phone", (), "called", "041"),
    (EventType.CONSULT, None, ("diplomatic",), "negotiations", "046"),
    (EventType.SUPPORT, None, (), "praised", "051"),
    (EventType.SUPPORT, None, ("economic",), "signed", "057"),
    (EventType.AID, None, ("military",), "sent", "072"),
    (EventType.AID, None, ("human_security",), "sent", "073"),
    (EventType.COOPERATE, None, ("military",), "exercises", "062"),
    (EventType.ACCUSE, "disapprove", (), "condemned", "111"),
    (EventType.ACCUSE, "disapprove", ("legal",), "condemned", "111"),
    (EventType.ACCUSE, None, (), "supported claims", "112"),
    (EventType.ACCUSE, "allege", (), "sued", "115"),
    (EventType.REJECT, None, (), "vetoed", "129"),
    (EventType.SANCTION, "discontinue", (), "sanctions", "163"),
    (EventType.SANCTION, "expel", ("diplomatic",), "expelled", "166"),
    (EventType.RETREAT, "ceasefire", ("military",), "truce", "0871"),
    (EventType.MOBILIZE, "troops", ("military",), "deployed", "154"),
    (EventType.COERCE, "arrest", (), "arrested", "173"),
    (EventType.ASSAULT, None, (), "attacked", "190"),
    (EventType.ASSAULT, "drone", ("military",), "struck", "195"),
]


@pytest.mark.parametrize(("event_type", "mode", "contexts", "trigger", "code"), CASES)
def test_the_most_specific_code_borne_out(
    event_type: EventType, mode: str | None, contexts: tuple[str, ...], trigger: str, code: str
) -> None:
    assert cameo_for(event_type, mode, contexts, trigger=trigger) == code


def test_an_announcement_has_the_code_of_the_intent() -> None:
    assert cameo_for(EventType.AGREE, None, planned=EventType.CONSULT) == "036"
    assert cameo_for(EventType.THREATEN, None, planned=EventType.ASSAULT) == "138"


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_mode_and_context_has_a_code_with_a_value(event_type: EventType) -> None:
    for mode in [None, *load_codebook().types[event_type].modes]:
        for context in [(), *((c,) for c in load_contexts())]:
            assert -10 <= goldstein_for(cameo_for(event_type, mode, context)) <= 10


@pytest.mark.parametrize(("code", "value"), [("042", 1.9), ("190", -10.0), ("0871", 9.0), ("0429", 1.9)])
def test_goldstein_values_are_the_parus_phoenix_ones(code: str, value: float) -> None:
    assert goldstein_for(code) == value


@pytest.mark.parametrize("code", ["99", "", "abc"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(CodebookError):
        goldstein_for(code)
