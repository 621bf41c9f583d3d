"""The script that measures: reading the scorer's output, and writing the page."""

import importlib.util
from types import ModuleType

import pytest

from tests.docs.pages import ROOT, read_page

PRINTED = """\
type       precision 0.700  recall 0.800  F1 0.747   (right 7, extra 3, missed 2)
type+dyad  precision 0.500  recall 0.600  F1 0.545   (right 5, extra 5, missed 4)
   AGREE      right    3 missed    1 extra    2
   of matched: date 0.900  status 1.000  place country 0.250 (n=4)  speaker 0.500 (n=2)
0.545
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", ROOT / "benchmarks" / "evaluate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("type F1", 0.747),
        ("type+dyad precision", 0.5),
        ("type+dyad recall", 0.6),
        ("type+dyad F1", 0.545),
        ("date", 0.9),
        ("status", 1.0),
        ("place country", 0.25),
        ("speaker", 0.5),
    ],
)
def test_each_figure_of_the_event_scorer_is_read(script: ModuleType, figure: str, value: float) -> None:
    assert script.read_event_figures(PRINTED)[figure] == value


def test_every_figure_of_the_table_is_one_that_the_scorer_prints(script: ModuleType) -> None:
    assert set(script.EVENT_FIGURES) <= set(script.read_event_figures(PRINTED))


def test_a_figure_that_was_not_printed_is_missing_and_not_zero(script: ModuleType) -> None:
    assert "date" not in script.read_event_figures("0.545\n")


def test_a_table_has_a_heading_a_rule_and_its_rows(script: ModuleType) -> None:
    assert script.make_table("Speed", ["coder", "pace"], [["a", "1"], ["b", "2"]]) == (
        "### Speed\n\n| coder | pace |\n| --- | --- |\n| a | 1 |\n| b | 2 |"
    )


def test_figures_replace_what_stood_between_the_marks_and_nothing_else(script: ModuleType) -> None:
    page = f"before\n{script.BEGIN}\nold\n{script.END}\nafter\n"
    once = script.insert_figures(page, "new")
    assert once == f"before\n{script.BEGIN}\n\nnew\n\n{script.END}\nafter\n"
    assert script.insert_figures(once, "new") == once


def test_a_page_without_marks_is_refused(script: ModuleType) -> None:
    with pytest.raises(ValueError, match="lacks"):
        script.insert_figures("no marks", "new")


def test_the_page_has_the_marks(script: ModuleType) -> None:
    assert script.insert_figures(read_page(ROOT / "docs" / "evaluation.md"), "new")


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ({"words": "its"}, {"GHA"}),
        ({"words": "its", "nth": 1}, {"TGO"}),
        ({"words": "its", "nth": 2}, set()),
        ({"words": "theirs"}, set()),
    ],
)
def test_the_codes_of_a_mention_are_found_by_its_words(
    script: ModuleType, link: dict[str, object], codes: set[str]
) -> None:
    mentions = [{"text": "its", "actors": [{"code": code}]} for code in ("GHA", "TGO")]
    assert script.codes_at(link, mentions) == codes
