"""What a bulk run takes: processor time and bytes a document, and what going on with it costs.

    python benchmarks/bulk.py FILE… [--documents N] [--gate] [--copies]

Codes the documents with one worker into a temporary folder. Prints the processor time of this process, so that a busy
machine matters little, the same for a million documents, and the bytes of the Parquet written. One document is coded
before the clock starts.
"""

import argparse
import shutil
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from dragoman.cli.options import find_gate
from dragoman.documents import DocumentReader, Sourced, find_inputs
from dragoman.tasks.bulk import BulkOrder, open_run
from dragoman.tasks.engines import LocalEngine

MILLION = 1_000_000
HOUR = 3_600


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--documents", type=int, default=300, help="only the first N of each file")
    parser.add_argument("--gate", action="store_true", help="set aside what can hold no interaction")
    parser.add_argument("--copies", action="store_true", help="look for copies")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dragoman-bulk-"))
    try:
        inputs = [
            shorten(Path(name), folder / f"{number}.jsonl", options.documents)
            for number, name in enumerate(options.files)
        ]
        order = BulkOrder(
            folder=folder / "out",
            inputs=tuple(find_inputs(inputs)),
            with_copies=options.copies,
            gate=find_gate(options.gate),
        )
        warm_up(order, folder)
        report(order)
    finally:
        shutil.rmtree(folder)
    return 0


def shorten(path: Path, into: Path, most: int) -> str:
    """The first lines of a file, in a file of their own."""
    with path.open("rb") as stream:
        into.write_bytes(b"".join(islice(stream, most)))
    return str(into)


def warm_up(order: BulkOrder, folder: Path) -> None:
    """Code one document elsewhere, so that models are loaded and tables read."""
    first = next(item for item in DocumentReader(order.inputs) if isinstance(item, Sourced))
    (folder / "first.txt").write_text(f"date 2024-05-16 {first.document.text}")
    code(BulkOrder(folder=folder / "first", inputs=tuple(find_inputs([str(folder / "first.txt")])), gate=order.gate))


def code(order: BulkOrder) -> float:
    """Code an order; the seconds of processor time."""
    begin = time.process_time()
    with open_run(order) as run:
        for _ in run.code(LocalEngine()):
            pass
    return time.process_time() - begin


def report(order: BulkOrder) -> None:
    """Print the figures of a run, and of opening it again."""
    seconds = code(order)
    with open_run(order) as run:
        tally = run.tally
    read = tally.documents + tally.set_aside + tally.rejected
    parquet = list(order.folder.glob("year=*/*/*.parquet"))
    sizes = {
        "read": sum(source.path.stat().st_size for source in order.inputs if source.path),
        "events": sum(path.stat().st_size for path in parquet),
        "ledgers": sum(path.stat().st_size for path in (order.folder / "_documents").iterdir()),
    }
    told = f"{tally.documents} coded ({tally.copies} copies), {tally.set_aside} set aside"
    print(f"{read} documents: {told}; {tally.events} events in {len(parquet)} files")
    hours = seconds / read * MILLION / HOUR
    print(f"processor time: {1000 * seconds / read:.1f} ms a document, {hours:.1f} h a million")
    for name, size in sizes.items():
        print(f"bytes {name}: {size / read:,.0f} a document, {size / read * MILLION / 1e9:.2f} GB a million")


if __name__ == "__main__":
    sys.exit(main())
