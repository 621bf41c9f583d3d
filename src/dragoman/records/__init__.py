"""Last stage: one checked record for each happening."""

from dragoman.records.step import RecordsStep

__all__ = ["RecordsStep"]
