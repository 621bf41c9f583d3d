"""The errors, document by document."""

from collections.abc import Sequence

from dragoman.evaluate.evaluation import DocumentResult
from dragoman.evaluate.findings import ERRORS
from dragoman.evaluate.page.card import write_event
from dragoman.evaluate.page.looks import LOOKS, Placed, place_findings
from dragoman.evaluate.page.markup import Html, element, join
from dragoman.evaluate.page.passage import write_passage

SHOWN_KINDS = tuple(kind for kind in LOOKS if kind in ERRORS)


def write_legend() -> Html:
    """What each mark means."""
    items = (
        element("li", element("mark", f"{look.sign} {look.kind.value}", class_=look.name), f" {look.meaning}")
        for look in LOOKS.values()
    )
    return element("ul", *items, class_="legend")


def write_index(results: Sequence[DocumentResult]) -> Html:
    """All documents with their counts of errors, each a link; those without errors are counted."""
    wrong = [(number, result) for number, result in enumerate(results) if result.errors]
    links = (
        element("li", element("a", result.document.id, href=f"#d{number}"), " ", write_tally(result))
        for number, result in wrong
    )
    told = f"{len(wrong)} of {len(results)} documents have errors"
    return element("details", element("summary", told), element("ol", *links, class_="index"))


def write_tally(result: DocumentResult) -> Html:
    """How many errors of each kind a document has."""
    tallies = [
        element("span", f"{LOOKS[kind].sign}{result.count(kind)} {kind.value}", class_=f"tally {LOOKS[kind].name}")
        for kind in SHOWN_KINDS
        if result.count(kind)
    ]
    return join(*tallies) if tallies else element("span", "✓ no errors", class_="tally right")


def write_document(result: DocumentResult, number: int) -> Html:
    """One document: its text with marks, and below it the gold beside the predictions. Open where there are errors."""
    document = result.document
    anchor = f"d{number}-"
    placed = place_findings(document, result.findings)
    heading = element(
        "summary",
        element("h2", document.id),
        element("span", document.published, class_="day"),
        write_tally(result),
    )
    findings = element("ol", *(write_finding(item, anchor) for item in placed), class_="findings")
    body = findings if placed else element("p", "No events in the gold, and none predicted.", class_="note")
    passage = write_passage(document, placed, anchor)
    return element("details", heading, passage, body, id=f"d{number}", open=bool(result.errors), class_="document")


def write_finding(item: Placed, anchor: str) -> Html:
    """A finding: what it is, and its two events side by side."""
    finding, look = item.finding, item.look
    wrong = f": {', '.join(finding.wrong)}" if finding.wrong else ""
    verdict = element("p", f"{item.number}{look.sign} {finding.kind.value}{wrong}", class_="verdict")
    gold = write_event("gold", finding.gold, finding.wrong)
    predicted = write_event("predicted", finding.predicted, finding.wrong)
    dimmed = "" if finding.kind in ERRORS else " dim"
    return element("li", verdict, gold, predicted, id=f"{anchor}{item.number}", class_=look.name + dimmed)
