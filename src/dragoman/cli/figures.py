"""The figures of an evaluation for the terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.evaluate import NOTHING, Confusion, Counts, Evaluation, Level

DASH = "–"
"""Stands where there was nothing to get right."""


def render_evaluation(evaluation: Evaluation) -> Group:
    """All tables, one below the other."""
    parts = [
        render_levels(evaluation),
        render_fields(evaluation),
        render_types(evaluation.by_sides),
        render_confusion(evaluation.confusion),
    ]
    if evaluation.sweep:
        parts.append(render_sweep(evaluation))
    return Group(*(piece for part in parts for piece in (part, Text())))


def render_levels(evaluation: Evaluation) -> Table:
    """The overall figures."""
    rows = [
        ("type", *say_counts(evaluation.by_type.total)),
        ("type+dyad", *say_counts(evaluation.by_sides.total)),
    ]
    documents = f"{len(evaluation.documents):,} documents"
    return make_table((documents, "gold", "predicted", "precision", "recall", "F1"), rows)


def render_fields(evaluation: Evaluation) -> Table:
    """How often each field of matched events is right."""
    rows = [
        (name, str(share.right), str(share.of), say_share(share.value)) for name, share in evaluation.fields.items()
    ]
    return make_table(("of matched", "right", "of", "share"), rows)


def render_types(level: Level) -> Table:
    """The figures of each type."""
    rows = [(event_type.value, *say_counts(counts)) for event_type, counts in level.types.items()]
    return make_table(("type+dyad", "gold", "predicted", "precision", "recall", "F1"), rows)


def render_confusion(confusion: Confusion) -> Table:
    """What each type was read as, commonest first: the matrix without its empty cells, which fits any terminal."""
    rows = []
    for gold in (*confusion.types, NOTHING):
        cells = [(confusion.counts.get((gold, predicted), 0), predicted) for predicted in (*confusion.types, NOTHING)]
        # Stable: types of one count stay in the codebook's order.
        told = [f"{name or 'nothing'} {count}" for count, name in sorted(cells, key=lambda cell: -cell[0]) if count]
        rows.append((gold or "nothing", ", ".join(told) or DASH))
    return make_table(("type", "read as"), rows, words=2)


def render_sweep(evaluation: Evaluation) -> Table:
    """The figures at rising thresholds of confidence."""
    rows = [(f"{point.threshold:.2f}", *say_counts(point.counts)) for point in evaluation.sweep]
    return make_table(("at least", "gold", "predicted", "precision", "recall", "F1"), rows)


def make_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> Table:
    """A table whose first columns, `words` of them, hold words, and the others numbers."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for number, name in enumerate(head):
        table.add_column(name, justify="left" if number < words else "right", no_wrap=number >= words)
    for row in rows:
        table.add_row(*map(Text, row))  # as text, not as Rich's mark-up
    return table


def say_counts(counts: Counts) -> tuple[str, ...]:
    """How many events each side has, and the three shares."""
    shares = (counts.precision.value, counts.recall.value, counts.f1 if counts.recall.of else None)
    return f"{counts.recall.of:,}", f"{counts.precision.of:,}", *map(say_share, shares)


def say_share(value: float | None) -> str:
    """A share with three decimals."""
    return DASH if value is None else f"{value:.3f}"
