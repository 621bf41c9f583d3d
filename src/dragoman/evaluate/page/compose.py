"""The page: figures on top, then the errors, document by document."""

from importlib import resources

from dragoman.evaluate.evaluation import Evaluation
from dragoman.evaluate.page.curve import draw_curve
from dragoman.evaluate.page.documents import write_document, write_index, write_legend
from dragoman.evaluate.page.markup import Html, element, join, write_page
from dragoman.evaluate.page.tables import write_confusion, write_fields, write_headline, write_sweep, write_types

STYLE = "page.css"

COUNTED = (
    "An event is right where its type and both sides (the dyad) are. Announced acts count as AGREE or THREATEN, "
    "RETREAT as CONCEDE. Events the gold is not sure of may be missed."
)
CONFUSED = (
    "Events that match, and events whose evidence is in the same words. Right types with wrong sides are on the "
    "diagonal. “Nothing” stands for what was missed (last column) or made up (last row)."
)


def compose_page(evaluation: Evaluation, title: str) -> str:
    """An evaluation as HTML, for browsers of any width, light or dark; it loads nothing and runs nothing.

    Args:
        evaluation: what to show.
        title: heading of the page, such as the names of the files compared.

    """
    style = resources.files("dragoman.evaluate.page").joinpath(STYLE).read_text(encoding="utf-8")
    counted = f"{len(evaluation.documents):,} documents. {COUNTED}"
    head = element("header", element("h1", title), element("p", counted, class_="note"), write_headline(evaluation))
    documents = (write_document(result, number) for number, result in enumerate(evaluation.documents))
    main = element(
        "main",
        element("section", element("h2", "By type"), write_types(evaluation)),
        element("section", element("h2", "By field"), write_fields(evaluation)),
        element(
            "section",
            element("h2", "Confusion"),
            element("p", CONFUSED, class_="note"),
            write_confusion(evaluation.confusion),
        ),
        write_confidence(evaluation),
        element("section", element("h2", "Documents"), write_legend(), write_index(evaluation.documents), *documents),
    )
    return write_page(title, style, head, main)


def write_confidence(evaluation: Evaluation) -> Html:
    """The figures at rising thresholds; nothing where the predictions say no confidence."""
    if not evaluation.sweep:
        return join()
    figure = element("figure", draw_curve(evaluation.sweep))
    both = element("div", figure, write_sweep(evaluation), class_="beside")
    return element("section", element("h2", "By confidence"), both)
