"""An evaluation as one JSON object, for machines."""

from typing import Any

from dragoman.evaluate.confusion import Confusion
from dragoman.evaluate.evaluation import Evaluation, Level
from dragoman.evaluate.figures import Counts, Share


def evaluation_to_json(evaluation: Evaluation) -> dict[str, Any]:
    """All figures by name. Shares lie between 0 and 1, and are null where there was nothing to get right."""
    return {
        "documents": len(evaluation.documents),
        "type": level_to_json(evaluation.by_type),
        "type+dyad": level_to_json(evaluation.by_sides),
        "fields": {name: share_to_json(share) for name, share in evaluation.fields.items()},
        "confusion": confusion_to_json(evaluation.confusion),
        "sweep": [{"min_confidence": point.threshold, **counts_to_json(point.counts)} for point in evaluation.sweep],
    }


def level_to_json(level: Level) -> dict[str, Any]:
    """The figures of one way to compare, over all and by type."""
    types = {event_type.value: counts_to_json(counts) for event_type, counts in level.types.items()}
    return {**counts_to_json(level.total), "types": types}


def counts_to_json(counts: Counts) -> dict[str, Any]:
    """Counts, and the figures made of them."""
    return {
        "gold": counts.recall.of,
        "predicted": counts.precision.of,
        "right": counts.right,
        "extra": counts.extra,
        "missed": counts.missed,
        "precision": counts.precision.value,
        "recall": counts.recall.value,
        "f1": counts.f1,
    }


def share_to_json(share: Share) -> dict[str, Any]:
    """How many of how many, and the share."""
    return {"right": share.right, "of": share.of, "share": share.value}


def confusion_to_json(confusion: Confusion) -> list[dict[str, Any]]:
    """A list of cells that are not empty; null stands for no event."""
    return [
        {"gold": gold or None, "predicted": predicted or None, "events": count}
        for (gold, predicted), count in sorted(confusion.counts.items())
    ]
