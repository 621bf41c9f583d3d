"""The tables on top of the page."""

from collections.abc import Iterable, Sequence

from dragoman.evaluate.confusion import NOTHING, Confusion
from dragoman.evaluate.evaluation import Evaluation
from dragoman.evaluate.figures import Counts, Share
from dragoman.evaluate.page.markup import Html, element, join

HEATS = 5
"""Shades of the confusion matrix."""


def write_share(value: float | None) -> str:
    """A share with three decimals, or a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


def write_table(head: Sequence[str], rows: Iterable[Html], *, caption: str, name: str = "") -> Html:
    """A table that scrolls by itself where it is wider than the page."""
    headings = (element("th", words, scope="col") for words in head)
    table = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *headings)),
        element("tbody", *rows),
        class_=name,
    )
    return element("div", table, class_="scroll", tabindex="0", role="region", aria_label=caption)


def write_row(head: str, *cells: str, name: str = "") -> Html:
    """A row with a heading."""
    return element("tr", element("th", head, scope="row"), *(element("td", cell) for cell in cells), class_=name)


def write_headline(evaluation: Evaluation) -> Html:
    """The figures that come first."""
    sides, types = evaluation.by_sides.total, evaluation.by_type.total
    tiles = (
        ("type + dyad, F1", write_share(sides.f1), "main"),
        ("precision", write_share(sides.precision.value), ""),
        ("recall", write_share(sides.recall.value), ""),
        ("type alone, F1", write_share(types.f1), ""),
    )
    told = (element("div", element("dt", name), element("dd", value), class_=look) for name, value, look in tiles)
    return element("dl", *told, class_="tiles")


def write_types(evaluation: Evaluation) -> Html:
    """Figures by type, and over all of them."""
    head = ("type", "gold", "predicted", "precision", "recall", "F1", "right", "extra", "missed", "F1, type alone")
    alone = evaluation.by_type.types
    rows = [
        write_row(root, *_write_counts(counts), _write_f1(alone[root]) if root in alone else write_share(None))
        for root, counts in evaluation.by_sides.types.items()
    ]
    total = write_row(
        "all", *_write_counts(evaluation.by_sides.total), write_share(evaluation.by_type.total.f1), name="total"
    )
    return write_table(head, [*rows, total], caption="Type and both sides right", name="numbers")


def _write_counts(counts: Counts) -> tuple[str, ...]:
    shares = (write_share(counts.precision.value), write_share(counts.recall.value), _write_f1(counts))
    found = (counts.right, counts.extra, counts.missed)
    return str(counts.recall.of), str(counts.precision.of), *shares, *map(str, found)


def _write_f1(counts: Counts) -> str:
    """F1, or a dash where the gold has nothing to find."""
    return write_share(counts.f1 if counts.recall.of else None)


def write_fields(evaluation: Evaluation) -> Html:
    """How often each field of matched events is right."""
    rows = [write_row(name, *_write_field(share)) for name, share in evaluation.fields.items()]
    return write_table(("field", "right", "of", "share"), rows, caption="Fields of matched events", name="numbers")


def _write_field(share: Share) -> tuple[str, str, str]:
    return str(share.right), str(share.of), write_share(share.value)


def write_confusion(confusion: Confusion) -> Html:
    """The confusion matrix: a row for each type of the gold, shaded by share of the row."""
    types = (*confusion.types, NOTHING)
    rows = [
        element(
            "tr",
            element("th", root or "nothing", scope="row"),
            *(_write_cell(confusion, root, predicted, types) for predicted in types),
        )
        for root in types
    ]
    head = ("gold ↓ predicted →", *(root or "nothing" for root in types))
    return write_table(head, rows, caption="Types of the gold, and what they were read as", name="numbers confusion")


def _write_cell(confusion: Confusion, gold: str, predicted: str, types: Sequence[str]) -> Html:
    count = confusion.counts.get((gold, predicted), 0)
    whole = sum(confusion.counts.get((gold, other), 0) for other in types)
    if not count:
        return element("td", "·" if gold or predicted else "", class_="none")
    heat = -(-HEATS * count // whole)
    kind = "same" if gold == predicted else "other"
    return element("td", str(count), class_=f"{kind} heat{heat}")


def write_sweep(evaluation: Evaluation) -> Html:
    """Figures at rising thresholds of confidence; the best F1 is said in words and weight."""
    best = max((point.counts.f1 for point in evaluation.sweep), default=0.0)
    rows = []
    for point in evaluation.sweep:
        counts = point.counts
        is_best = counts.f1 == best
        shares = map(write_share, (counts.precision.value, counts.recall.value))
        f1 = join(write_share(counts.f1), " best") if is_best else write_share(counts.f1)
        row = (str(counts.precision.of), *shares, f1)
        rows.append(write_row(f"{point.threshold:.2f}", *row, name="best" if is_best else ""))
    head = ("at least", "predicted", "precision", "recall", "F1")
    return write_table(head, rows, caption="Events of at least some confidence, type + dyad", name="numbers")
