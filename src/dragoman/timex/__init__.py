"""Fifth stage: time expressions resolved against the date of publication, and the date of each event."""

from dragoman.timex.step import TimexStep
from dragoman.timex.tag import tag_times

__all__ = ["TimexStep", "tag_times"]
