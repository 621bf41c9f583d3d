"""`dragoman code … --output FOLDER/`: a bulk run."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Final

from dragoman.cli.coding import CodingReport
from dragoman.cli.console import plural, say
from dragoman.cli.cut_off import tell_if_cut_off
from dragoman.errors import ConfigurationError, InputError
from dragoman.tasks.bulk import BulkOrder, open_retry, open_run
from dragoman.tasks.bulk.folder import Folder
from dragoman.tasks.bulk.ledger import find_ledgers
from dragoman.tasks.engines import Engine

_OPTIONS: Final = {
    "columns": "--column",
    "copies": "--copies",
    "gate": "--gate",
    "gazetteer": "--gazetteer",
    "min_confidence": "--min-confidence",
    "part_size": "--part-size",
    "pipeline": "--pipeline",
}
"""By name of a setting."""


def is_folder(output: str) -> bool:
    """Whether a bulk run is meant: a folder, or a name that ends like one."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def check_bulk_options(output: str, *, rejects: Path | None, part_size: int | None, retry_rejects: bool) -> None:
    """Make sure that options which only bulk runs have, or only other ones, are given to those.

    Raises:
        ConfigurationError: one is not.

    """
    if is_folder(output):
        if rejects:
            raise ConfigurationError(
                "rejects of a bulk run stand in its folder", place="--rejects", remedy="Leave it out."
            )
    elif part_size or retry_rejects:
        raise ConfigurationError(
            "only bulk runs have it",
            place="--part-size" if part_size else "--retry-rejects",
            remedy="Leave it out, or write to a folder: --output FOLDER/",
        )


def code_in_bulk(
    order: BulkOrder, start_engine: Callable[[], AbstractContextManager[Engine]], *, retry: bool = False
) -> None:
    """Code all documents of an order that are left, or those rejected, and tell of it.

    Args:
        order: what to do.
        start_engine: gives what spreads the work, once it is sure that there is a run to go on with.
        retry: whether to code what was rejected.

    Raises:
        DragomanError: nothing could be done, or what goes wrong with every document.
        typer.Exit: some were rejected.
        SystemExit: Ctrl-C or SIGTERM ended it; what is kept was told.

    """
    for source in order.inputs:
        if source.path and source.path.resolve().is_relative_to(order.folder.resolve()):
            raise InputError("it is both read and written", place=source.name, remedy="Write to another folder.")
    with tell_if_cut_off(partial(describe_kept, order.folder)), (open_retry if retry else open_run)(order) as run:
        if run.tally.documents and not retry:
            say(f"{plural(run.tally.documents, 'document')} of {order.folder} coded earlier")
        with CodingReport(run.reader) as report, start_engine() as engine:
            for outcome in run.code(engine):
                report.take(outcome, run.tally)
    report.close(run.tally, output=str(order.folder), rejects=Folder(order.folder).rejects)


def describe_kept(folder: Path) -> str:
    """What a run that was cut off leaves, and how to go on with it."""
    parts = len(find_ledgers(Folder(folder).ledgers))
    if not parts:
        return f"no part was complete, so that {folder} keeps nothing; the same command begins again"
    return f"{folder} keeps {plural(parts, 'complete part')}; the same command goes on from there"


def describe_option(setting: str, value: object) -> str:
    """A setting of a run as the option that gives it: "--part-size 5000", "--no-gate", "no --column"."""
    option = _OPTIONS.get(setting, setting)
    if isinstance(value, bool):
        return option if value else option.replace("--", "--no-", 1)
    if isinstance(value, Mapping):
        value = f" {option} ".join(f"{name}={theirs}" for name, theirs in value.items())
    return f"{option} {value}" if value not in (None, "") else f"no {option}"
