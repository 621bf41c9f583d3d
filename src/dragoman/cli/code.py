"""`dragoman code`: documents in, a file of events out."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.logs import LogFormatOption, LogLevelOption, begin_logs
from dragoman.cli.options import (
    Columns,
    Gazetteer,
    Inputs,
    MinConfidence,
    Pipeline,
    WithCopies,
    WithGate,
    find_gate,
    make_config,
    read_columns,
)
from dragoman.config import DEFAULT_CONFIDENCE, PART_SIZE, EngineName
from dragoman.logs import LogFormat


def code_command(
    inputs: Inputs,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where the events go: FILE.jsonl, FILE.csv, FILE.parquet, or - for JSON Lines on standard output; "
            "FOLDER/ for a bulk run, which goes on where it was cut off.",
            show_default=False,
        ),
    ],
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes. The output is the same for any number.")] = 1,
    column: Columns = None,
    rejects: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Where documents go that can't be coded (JSON Lines). Default: FILE.rejects.jsonl beside the output, "
            "dragoman.rejects.jsonl with --output -; those of a bulk run go to FOLDER/_rejects.jsonl.",
            show_default=False,
        ),
    ] = None,
    with_copies: WithCopies = True,
    with_gate: WithGate = False,
    min_confidence: MinConfidence = DEFAULT_CONFIDENCE,
    pipeline: Pipeline = None,
    gazetteer: Gazetteer = None,
    engine: Annotated[
        EngineName, typer.Option(help="What spreads the work: processes of this machine, or a Ray cluster.")
    ] = EngineName.LOCAL,
    address: Annotated[
        str | None,
        typer.Option(
            help="With --engine ray: the cluster, as HOST:PORT or auto. Default: Ray is started on this machine.",
            show_default=False,
        ),
    ] = None,
    part_size: Annotated[
        int | None,
        typer.Option(min=1, help="In a bulk run: documents a part.", show_default=f"{PART_SIZE:,}"),
    ] = None,
    retry_rejects: Annotated[
        bool, typer.Option("--retry-rejects", help="Code again what a bulk run rejected, and nothing else.")
    ] = False,
    log_format: LogFormatOption = LogFormat.TEXT,
    log_level: LogLevelOption = None,
) -> None:
    """Code documents into events, one event a line or row.

    A document that can't be coded (no date, no text, over 1 MB, not UTF-8) is reported, goes to the file of rejects,
    and the run goes on. FILE appears when all is written, never half. A run into FOLDER/ that is cut off goes on when
    the same command is given again.

    Exit code: 0 all coded, 3 some documents rejected, 2 nothing done (wrong options, a missing file), 130 or 143 ended
    by Ctrl-C or SIGTERM.
    """
    from dragoman.cli.bulk import check_bulk_options, code_in_bulk, describe_option, is_folder
    from dragoman.cli.coding import CodingReport, describe_lost
    from dragoman.cli.cut_off import tell_if_cut_off
    from dragoman.documents import DocumentReader, find_inputs
    from dragoman.tasks import Copies, check_paths, code_into, find_rejects_path
    from dragoman.tasks.engines import open_engine

    begin_logs(log_format, log_level, ends=True)
    config = make_config(pipeline, min_confidence, gazetteer)
    columns = read_columns(column)
    check_bulk_options(output, rejects=rejects, part_size=part_size, retry_rejects=retry_rejects)
    if is_folder(output):
        from dragoman.tasks.bulk import BulkOrder

        order = BulkOrder(
            folder=Path(output),
            inputs=tuple(find_inputs(inputs)),
            columns=columns,
            config=config,
            with_copies=with_copies,
            gate=find_gate(with_gate),
            part_size=part_size or PART_SIZE,
            describe_setting=describe_option,
        )
        code_in_bulk(order, partial(open_engine, engine, workers=workers, address=address), retry=retry_rejects)
        return
    rejects = rejects or find_rejects_path(output)
    written = [rejects] if output == "-" else [rejects, Path(output)]
    sources = find_inputs(inputs, exclude=written)
    check_paths(sources, output, rejects)
    reader = DocumentReader(sources, columns=columns)
    with (
        tell_if_cut_off(partial(describe_lost, output)),
        CodingReport(reader) as report,
        open_engine(engine, workers=workers, address=address) as spread,
    ):
        tally = code_into(
            reader.read(),
            output,
            rejects=rejects,
            config=config,
            gate=find_gate(with_gate),
            copies=Copies() if with_copies else None,
            engine=spread,
            report=report.take,
        )
    report.close(tally, output=output, rejects=rejects)
