"""One event, many reports: which reports tell the same event, why, and the event composed of them."""

from dragoman.linking.compose import compose_event
from dragoman.linking.hosts import find_host, find_wide_leaders
from dragoman.linking.joint import Joint, Leader, Part, read_joint
from dragoman.linking.leaders import REACH, find_leaders

__all__ = [
    "REACH",
    "Joint",
    "Leader",
    "Part",
    "compose_event",
    "find_host",
    "find_leaders",
    "find_wide_leaders",
    "read_joint",
]
