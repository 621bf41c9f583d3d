"""The last stage: event records from frames, dates and places, and how sure each is."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.config import CoderConfig
from dragoman.model.coding import Coding
from dragoman.model.event import EventRecord
from dragoman.model.text import Document
from dragoman.records.compose import compose_record
from dragoman.records.confidence import weigh
from dragoman.records.domestic import supply_own_side
from dragoman.records.ids import compose_id
from dragoman.records.merge import Telling, merge_tellings
from dragoman.records.validate import validate_record


class RecordsStep:
    """Merges frames into happenings, composes and checks a record of each, and gives it its id."""

    name = "records"
    requires = frozenset({"sentences", "mentions", "frames", "event_dates", "due_dates", "retold", "event_places"})
    assigns = frozenset({"events"})

    def __init__(self, config: CoderConfig | None = None) -> None:
        self._config = config or CoderConfig()

    def __call__(self, coding: Coding, /) -> Coding:
        """Add the events, in order of their first telling.

        Args:
            coding: with sentences, mentions and frames, and for each frame a date, when it is due, why it is old
                news, and a place, or None.

        Returns:
            The coding with `events`: valid by the codebook, and no less sure than `min_confidence`.

        """
        tellings = [
            Telling(frame=frame, date=when, due=due, retold=retold, place=where)
            for frame, when, due, retold, where in zip(
                coding.frames,
                coding.event_dates,
                coding.due_dates,
                coding.retold,
                coding.event_places,
                strict=True,
            )
        ]
        composed = (compose_record(h, coding.document) for h in merge_tellings(tellings))
        checked = (validate_record(record, coding.document).record for record in composed)
        settled = (supply_own_side(r, coding.document, coding.mentions) for r in checked if r is not None)
        weighed = (replace(record, confidence=weigh(record, coding)) for record in settled)
        kept = [record for record in weighed if record.confidence >= self._config.min_confidence]
        return coding.with_layers(events=_identify(kept, coding.document))


def _identify(records: Sequence[EventRecord], document: Document) -> tuple[EventRecord, ...]:
    """The records with their ids; of events with the same content, the second has another."""
    seen: dict[str, int] = {}
    named = []
    for record in records:
        plain = compose_id(record, document)
        ordinal = seen.get(plain, 0)
        seen[plain] = ordinal + 1
        named.append(replace(record, event_id=compose_id(record, document, ordinal=ordinal) if ordinal else plain))
    return tuple(named)
