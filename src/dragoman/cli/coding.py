"""What `dragoman code` tells while it codes, and at the end."""

from pathlib import Path
from types import TracebackType
from typing import Self

import typer

from dragoman.cli.console import SOME_REJECTED, Rejects, error_console, plural, say, show_progress
from dragoman.cli.logs import Pulse
from dragoman.documents import DocumentReader, Reject
from dragoman.tasks import Outcome, Tally


class CodingReport:
    """Rejects as they come, a progress bar on a terminal, and the closing line; as a context, it shows the bar."""

    def __init__(self, reader: DocumentReader) -> None:
        """Tell nothing yet.

        Args:
            reader: whose bytes the bar goes by.

        """
        console = error_console()
        self._reader = reader
        self._rejects = Rejects(console)
        self._pulse = Pulse()
        self._shown = show_progress(console)

    def __enter__(self) -> Self:
        self._progress = self._shown.__enter__()
        self._bar = self._progress.add_task("starting", total=self._reader.total_bytes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shown.__exit__(kind, error, trace)

    def take(self, outcome: Outcome, tally: Tally) -> None:
        """Tell of one more document.

        Args:
            outcome: what became of it.
            tally: how the run stands.

        """
        if isinstance(outcome, Reject):
            self._rejects.report(outcome)
        done = f"{plural(tally.documents, 'document')}, {plural(tally.events, 'event')}, {tally.rejected} rejected"
        self._progress.update(self._bar, completed=self._reader.bytes_read, description=done)
        self._pulse.beat(documents=tally.documents, events=tally.events, rejected=tally.rejected)

    def close(self, tally: Tally, *, output: str, rejects: Path) -> None:
        """Tell how the run ended.

        Args:
            tally: of the whole run.
            output: where the events are; "-" for standard output.
            rejects: where the rejects are, if there are any.

        Raises:
            typer.Exit: some were rejected.

        """
        where = "" if output == "-" else f" in {output}"
        copies = f" ({plural(tally.copies, 'copy', 'copies')} of earlier texts)" if tally.copies else ""
        closing = f"{plural(tally.documents, 'document')} coded{copies}, {plural(tally.events, 'event')}{where}; "
        closing += f"{tally.set_aside:,} set aside, " if tally.set_aside else ""
        closing += f"{tally.rejected:,} rejected, see {rejects}" if tally.rejected else "none rejected"
        say(
            closing,
            documents=tally.documents,
            copies=tally.copies,
            events=tally.events,
            set_aside=tally.set_aside,
            rejected=tally.rejected,
            output=output,
        )
        if tally.rejected:
            raise typer.Exit(SOME_REJECTED)


def describe_lost(output: str) -> str:
    """What a run into a file leaves that was cut off, and what goes on instead."""
    left = (
        "standard output has some events only" if output == "-" else f"{output} is not written, since not all is coded"
    )
    return f"{left}; a run into a folder, --output FOLDER/, can go on where it was"
