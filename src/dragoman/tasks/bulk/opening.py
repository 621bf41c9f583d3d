"""Opening the folder of a bulk run: what stands there must be of this very run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from dragoman.errors import InputError
from dragoman.export.partitions import remove_parts
from dragoman.tasks.bulk.folder import Folder
from dragoman.tasks.bulk.ledger import find_ledgers
from dragoman.tasks.bulk.manifest import (
    check_coder,
    check_inputs,
    check_settings,
    read_manifest,
    write_manifest,
)
from dragoman.tasks.bulk.order import BulkOrder
from dragoman.tasks.bulk.retry import BulkRetry
from dragoman.tasks.bulk.run import BulkRun


@contextmanager
def open_run(order: BulkOrder) -> Iterator[BulkRun]:
    """Begin a run, or go on with it.

    Raises:
        InputError: the folder holds something else: a run with other settings, of another coder or over other inputs;
            or another process writes there.

    """
    folder = Folder(order.folder)
    with folder.lock():
        given = order.to_manifest()
        kept = read_manifest(folder.manifest)
        if kept is None:
            check_empty(folder)
            write_manifest(folder.manifest, given)
        else:
            place = str(order.folder)
            check_settings(kept, given, place=place, describe=order.describe_setting)
            if not folder.done.exists():
                check_coder(kept, given, place=place)
            check_inputs(kept, given, place=place)
        remove_leftovers(folder)
        yield BulkRun(order, folder)


@contextmanager
def open_retry(order: BulkOrder) -> Iterator[BulkRetry]:
    """Take up what a run rejected, by whatever coder; inputs with rejects in them may have changed.

    Raises:
        InputError: as `open_run`; or the run has not ended.

    """
    folder = Folder(order.folder)
    kept = read_manifest(folder.manifest)
    if kept is None or not folder.done.exists():
        raise InputError(
            "it holds no run that has ended",
            place=str(order.folder),
            remedy="Give the same command without --retry-rejects first.",
        )
    with folder.lock():
        given = order.to_manifest()
        check_settings(kept, given, place=str(order.folder), describe=order.describe_setting)
        remove_leftovers(folder)
        retry = BulkRetry(order, folder)
        check_inputs(kept, given, place=str(order.folder), mended=retry.inputs)
        yield retry
        write_manifest(folder.manifest, replace(kept, inputs=given.inputs))


def check_empty(folder: Folder) -> None:
    """Make sure that a new run gets a folder of its own.

    Raises:
        InputError: something stands in it.

    """
    found = sorted(path.name for path in folder.path.iterdir() if path != folder.lock_file and path.name[0] != ".")
    if found:
        raise InputError(
            f"the folder holds other things ({found[0]})",
            place=str(folder.path),
            remedy="Name a new or an empty folder.",
        )


def remove_leftovers(folder: Folder) -> None:
    """Remove what a killed process left half done."""
    remove_parts(folder.path, keep=find_ledgers(folder.ledgers).keys())
    for half in chain(folder.path.glob(".*.part"), folder.ledgers.glob(".*.part")):
        half.unlink()
