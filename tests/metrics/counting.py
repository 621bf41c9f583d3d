"""A counter, for processes to count with."""

from prometheus_client import Counter

from dragoman.metrics import write_metrics

JOBS = Counter("dragoman_test_jobs_total", "Jobs.")


def count(jobs: int) -> bytes:
    """Count some jobs; all figures then."""
    JOBS.inc(jobs)
    return write_metrics()[0]
