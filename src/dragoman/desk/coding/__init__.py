"""Coding what people paste: how often, how many at a time, and for how long."""

from dragoman.desk.coding.bench import Bench, Jobs
from dragoman.desk.coding.later import LaterError
from dragoman.desk.coding.rates import Rates
from dragoman.desk.coding.sharing import share_bench

__all__ = ["Bench", "Jobs", "LaterError", "Rates", "share_bench"]
