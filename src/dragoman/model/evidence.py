"""Why a field has its value, or has none."""

from dataclasses import dataclass

from dragoman.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One field's value traced to the words it was read from and the rule or model that read them.

    A field that could not be supported carries evidence too: `score` 0 and a `reason`.
    """

    field: str
    """The field explained: "event_type", "actors", "date", "sectors", …"""
    rule: str
    """What read it: "gazetteer:country", "timex:weekday", "model:trigger", …"""
    score: float
    """Between 0 and 1."""
    span: Span | None = None
    """The words it was read from; None where it comes from outside the text (the date of publication)."""
    reason: str = ""
    """A short clause for people, needed where a field stays empty."""
