from dragoman.evaluate import evaluate, evaluation_to_json
from tests.evaluate.factories import compare, make_event, make_gold

UNSURE, SURE = make_event("AID", confidence=0.42), make_event("ACCUSE", confidence=0.9)


def test_thresholds_are_told_where_they_leave_out_more() -> None:
    points = compare([make_event("AID"), make_event("ACCUSE")], [UNSURE, SURE]).sweep
    assert [(point.threshold, point.counts.right) for point in points] == [(0.0, 2), (0.45, 1)]


def test_an_event_of_just_the_threshold_is_kept() -> None:
    points = compare([make_event("ACCUSE")], [make_event("ACCUSE", confidence=0.45), SURE]).sweep
    assert [point.threshold for point in points] == [0.0, 0.5]


def test_predictions_that_say_no_confidence_have_no_thresholds() -> None:
    assert compare([make_event("AID")], [make_event("AID")]).sweep == ()


def test_unsure_predictions_are_left_out_before_anything_is_counted() -> None:
    gold = [make_gold(make_event("AID"), make_event("ACCUSE"))]
    kept = evaluate(gold, {"d1": (UNSURE, SURE)}, min_confidence=0.5)
    assert kept.by_sides == evaluate(gold, {"d1": (SURE,)}).by_sides
    assert kept.documents == evaluate(gold, {"d1": (SURE,)}).documents


def test_documents_without_events_count_as_such() -> None:
    evaluation = evaluate([make_gold()], {})
    assert evaluation.by_sides.total.precision.of == 0
    assert evaluation.documents[0].findings == ()


def test_the_json_has_every_figure_and_null_for_what_is_not_known() -> None:
    told = evaluation_to_json(compare([make_event("AID"), make_event("REJECT")], [UNSURE]))
    assert told["documents"] == 1
    assert told["type+dyad"]["types"]["AID"] == {
        "gold": 1,
        "predicted": 1,
        "right": 1,
        "extra": 0,
        "missed": 0,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }
    assert told["type"]["types"]["REJECT"]["precision"] is None
    assert told["fields"]["mode"] == {"right": 0, "of": 0, "share": None}
    assert {"gold": "REJECT", "predicted": None, "events": 1} in told["confusion"]
    assert [point["min_confidence"] for point in told["sweep"]] == [0.0]
