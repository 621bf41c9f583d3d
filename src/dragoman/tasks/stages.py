"""Single stages, JSON Lines in and out: `dragoman actors`, `timex`, `places` and `classify`."""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Protocol

from dragoman.config import CoderConfig, TypeModel
from dragoman.documents import Origin, Reject, compose_document
from dragoman.documents.lines import read_lines
from dragoman.documents.sources import Fault
from dragoman.errors import DocumentError
from dragoman.export import JsonObject
from dragoman.model.coding import Coding
from dragoman.model.text import Document
from dragoman.tasks.coders import load_coder
from dragoman.tasks.layers import mention_to_json, timex_to_json, toponym_to_json

UNDATED = "1970-01-01"
"""Date given to a text without one where the stage does not look at it."""


def write_actors(coding: Coding) -> JsonObject:
    """The line of `dragoman actors`."""
    return {"mentions": [mention_to_json(m, coding.document) for m in coding.mentions]}


def write_timexes(coding: Coding) -> JsonObject:
    """The line of `dragoman timex`."""
    return {"timexes": [timex_to_json(t, coding.document) for t in coding.timexes]}


def write_toponyms(coding: Coding) -> JsonObject:
    """The line of `dragoman places`."""
    return {"toponyms": [toponym_to_json(p, coding.document) for p in coding.places]}


class LayerCoder(Protocol):
    """What `LayerStage` needs of a coder."""

    def code_layer(self, document: Document, layer: str) -> Coding:
        """A document with one layer filled, and those it rests on."""
        ...


class LayerStage:
    """A stage of the coder and those it builds on, for texts of their own."""

    def __init__(self, coder: LayerCoder, layer: str, write: Callable[[Coding], JsonObject], *, dated: bool) -> None:
        """Make the stage that fills `layer`; `dated` tells whether a text must say when it was published."""
        self._coder = coder
        self._layer = layer
        self._write = write
        self._dated = dated

    def __call__(self, values: Mapping[str, object], default_id: str) -> JsonObject:
        """The output for one line; raises `DocumentError` where the line can't be read."""
        if not self._dated:
            values = {**values, "published": values.get("published") or UNDATED}
        document = compose_document(values, default_id=default_id)
        return {"id": document.id, **self._write(self._coder.code_layer(document, self._layer))}


def actor_stage(config: CoderConfig) -> LayerStage:
    """Mentions of actors with their codes; dated, since offices change hands."""
    return LayerStage(load_coder(config), "mentions", write_actors, dated=True)


def timex_stage(config: CoderConfig) -> LayerStage:
    """Time expressions with their values; dated, since "Monday" is a day only then."""
    return LayerStage(load_coder(config), "timexes", write_timexes, dated=True)


def place_stage(config: CoderConfig) -> LayerStage:
    """Place names with coordinates."""
    return LayerStage(load_coder(config), "places", write_toponyms, dated=False)


class Classifier(Protocol):
    """What `classify_stage` needs of the pair classifier."""

    def classify(self, text: str, actor: tuple[int, int] | None, recipient: tuple[int, int] | None) -> dict[str, float]:
        """Probabilities by type."""
        ...


class PairStage:
    """The event type of a given pair of actors."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier

    def __call__(self, values: Mapping[str, object], default_id: str) -> JsonObject:
        """The output for one line; raises `DocumentError` where the line can't be read."""
        document = compose_document({**values, "published": UNDATED}, default_id=default_id)
        actor = read_pair_side(values, "actor", len(document.text))
        recipient = read_pair_side(values, "recipient", len(document.text))
        probabilities = self._classifier.classify(document.text, actor, recipient)
        best = max(probabilities, key=lambda name: probabilities[name])
        return {"id": document.id, "event_type": best, "probabilities": probabilities}


def classify_stage(which: TypeModel = TypeModel.DEFAULT) -> PairStage:
    """The pair classifier with one of its models."""
    from dragoman.events import PairClassifier

    return PairStage(PairClassifier(which))


def read_pair_side(values: Mapping[str, object], name: str, length: int) -> tuple[int, int] | None:
    """The offsets of one side of a pair; None where it is null or left out.

    Raises:
        DocumentError: they are not offsets of a text of `length` code points.

    """
    side = values.get(name)
    if side is None:
        return None
    if isinstance(side, dict):
        start, end = side.get("start"), side.get("end")
        if type(start) is int and type(end) is int and 0 <= start < end <= length:
            return start, end
    raise DocumentError(
        f"its {name} is not a stretch of the text",
        remedy='Give {"start": S, "end": E} in code points of the text, or null.',
    )


def run_stage(
    stage: Callable[[Mapping[str, object], str], JsonObject], stream: BinaryIO, name: str
) -> Iterator[JsonObject | Reject]:
    """Run a stage over JSON Lines.

    Args:
        stage: what to do with a line.
        stream: the lines.
        name: of the file, for messages.

    """
    for row in read_lines(stream):
        origin = Origin(file=name, line=row.line)
        try:
            if isinstance(row, Fault):
                raise row.error
            yield stage(row.values, f"line:{row.line}")
        except DocumentError as error:
            yield Reject.of(error, origin)
