"""`dragoman doctor`: whether dragoman can work here."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import AsJson
from dragoman.errors import ConfigurationError

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.tasks.doctor import Finding

FAULTY = 1
"""Exit code where something is broken."""

_STYLES = {"ok": "green", "warning": "yellow", "fault": "bold red"}
_WIDTH = max(map(len, _STYLES))


def doctor_command(
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            "-r",
            metavar="FILE",
            envvar="DRAGOMAN_RECORD",
            help="A record to look at too; nothing is written to it.",
            show_default=False,
        ),
    ] = None,
    json: AsJson = False,
) -> None:
    """Look whether dragoman can work here, and say what to do where it cannot.

    Versions, extras, models and gazetteer by their hashes, room on the disk, a record, and the coding of a sentence.

    Exit code: 0 it can, also with warnings; 1 something is broken.
    """
    from dragoman.cli.answers import make_console
    from dragoman.cli.console import write_json

    try:
        from dragoman.tasks.doctor import Verdict, examine, findings_to_json
    except ImportError as error:
        remedy = "Install dragoman again, in a new environment."
        raise ConfigurationError(f"a library cannot be loaded ({error})", remedy=remedy) from None

    console = make_console()
    findings = []
    for finding in examine(record):
        findings.append(finding)
        if not json:
            console.print(write_finding(finding), soft_wrap=True)
    if json:
        write_json(findings_to_json(findings))
    if any(finding.verdict is Verdict.FAULT for finding in findings):
        raise typer.Exit(FAULTY)


def write_finding(finding: "Finding") -> "Text":
    """A finding in a line, its remedy in another."""
    from rich.text import Text

    from dragoman.cli.clean import clean_line

    verdict = finding.verdict.value
    line = Text.assemble((verdict.ljust(_WIDTH), _STYLES[verdict]), f"  {finding.about}: {clean_line(finding.told)}")
    if finding.remedy:
        line.append(f"\n{' ' * _WIDTH}  {clean_line(finding.remedy)}", "dim")
    return line
