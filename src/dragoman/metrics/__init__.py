"""Figures of a running program for Prometheus.

What happens is counted by counters and histograms of `prometheus_client`, made once where it happens:
`FETCHES = Counter("dragoman_feed_fetches_total", "Requests for feeds, by outcome.", ["outcome"])`, then
`FETCHES.labels("not modified").inc()`. What is so at the moment somebody asks is a `Gauge` that a function reads: how
large a record is. `with serve_metrics(9100, partial(read_gauges, record)) as address:` answers Prometheus meanwhile.
"""

from dragoman.metrics.exposing import Gauge, ReadGauges, serve_metrics, write_metrics
from dragoman.metrics.sharing import share_metrics

__all__ = ["Gauge", "ReadGauges", "serve_metrics", "share_metrics", "write_metrics"]
