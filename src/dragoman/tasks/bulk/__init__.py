"""Bulk runs: documents into a folder of partitioned Parquet, part by part.

A part is some thousand consecutive documents: its events, a file for each month of publication, and its ledger, written
last. Parts that have a ledger are complete; a run that is killed loses the one it was at.
"""

from dragoman.tasks.bulk.opening import open_retry, open_run
from dragoman.tasks.bulk.order import BulkOrder
from dragoman.tasks.bulk.retry import BulkRetry
from dragoman.tasks.bulk.run import BulkRun

__all__ = ["BulkOrder", "BulkRetry", "BulkRun", "open_retry", "open_run"]
