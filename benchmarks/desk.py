"""How fast the desk answers twenty readers, while somebody writes.

    python benchmarks/desk.py --record RECORD [--seconds 120] [--pause 3000] [--soak MINUTES]
    python benchmarks/desk.py --events 30000

Starts `dragoman serve` on the record, at 127.0.0.1 alone, and has `wrk` (Debian's package) ask for pages of every kind,
at random with a fixed seed, while a writer reviews events by the forms, takes its reviews back, and imports documents,
and somebody has a text read at /try every seven seconds.
Prints rows of a Markdown table: for each kind of page how many were asked for, how many failed, and the median and
the 95th percentile of the time the server took (its header `Server-Timing`) and of the time until the reader had it.
Afterwards it checks that every review and every document that was accepted is in the record once; with `--soak`
also that `dragoman record check` finds nothing. The writer changes the record: give a copy.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from desk_pages import list_pages
from desk_trier import Trier
from desk_writer import Writer, check_written

HERE = Path(__file__).parent
MOST_SECONDS = 3600


@dataclass(slots=True)
class Kind:
    """What readers noted of one kind of page."""

    failed: int = 0
    served: list[float] = field(default_factory=list)
    """Milliseconds in the server."""
    waited: list[float] = field(default_factory=list)
    """Milliseconds until the reader had it."""


@contextmanager
def run_desk(record: Path, port: int, workers: int) -> Iterator[str]:
    """A desk of a record, for as long as the block lasts; its address without the last slash."""
    program = [sys.executable, "-m", "dragoman", "serve", str(record), "--port", str(port), "--workers", str(workers)]
    with subprocess.Popen(program) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, process)
            yield address
        finally:
            process.terminate()


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a desk answers."""
    for _ in range(600):
        if process.poll() is not None:
            sys.exit("the desk did not start")
        try:
            with urlopen(f"{address}/assets/icon.svg", timeout=60):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit("the desk did not answer")


def read_pages(address: str, pages: list[tuple[str, str]], folder: Path, args: argparse.Namespace) -> dict[str, Kind]:
    """Have wrk's readers ask for pages, and give what they noted."""
    listed = folder / "pages.tsv"
    listed.write_text("".join(f"{kind}\t{page}\n" for kind, page in pages), encoding="utf-8")
    readers = str(args.readers)
    program = ["wrk", "--threads", readers, "--connections", readers, "--duration", f"{args.seconds}s",
               "--timeout", "60s", "--script", str(HERE / "readers.lua"), address, "--",
               str(listed), str(folder), str(args.pause)]  # fmt: skip
    subprocess.run(program, check=True, timeout=args.seconds + 120, stdout=subprocess.DEVNULL)
    kinds: dict[str, Kind] = defaultdict(Kind)
    for notes in sorted(folder.glob("reader-*.tsv")):
        for line in notes.read_text(encoding="utf-8").splitlines():
            kind, status, served, waited = line.split("\t")
            kinds[kind].failed += status != "200"
            kinds[kind].served.append(float(served or "nan"))
            kinds[kind].waited.append(float(waited))
    return kinds


def warm(address: str, pages: list[tuple[str, str]], workers: int) -> None:
    """Ask for a page of each kind, so that what every process loads once is loaded."""
    for _ in range(3 * workers):
        for page in dict(pages).values():
            with urlopen(address + page, timeout=120) as answer:
                answer.read()


def print_table(kinds: dict[str, Kind]) -> None:
    """A row for each kind of page, and one for all."""
    whole = Kind(
        failed=sum(kind.failed for kind in kinds.values()),
        served=[ms for kind in kinds.values() for ms in kind.served],
        waited=[ms for kind in kinds.values() for ms in kind.waited],
    )
    print("| page | requests | failed | server, median | server, p95 | reader, median | reader, p95 |")
    print("|---|---|---|---|---|---|---|")
    for name, kind in [*sorted(kinds.items()), ("all", whole)]:
        figures = [f"{number:,.0f} ms" for times in (kind.served, kind.waited) for number in find_middle(times)]
        print(f"| {name} | {len(kind.served)} | {kind.failed} | {' | '.join(figures)} |")


def find_middle(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    if len(times) < 2:
        return (times[0], times[0])
    return statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1]


def make_record(events: int, folder: Path) -> Path:
    """A record of made-up events, as benchmarks/record.py makes it."""
    program = [sys.executable, str(HERE / "record.py"), "--events", str(events), "--folder", str(folder), "--keep"]
    subprocess.run(program, check=True)
    return folder / "record.db"


def read_arguments() -> argparse.Namespace:
    """The options, within bounds: the run ends by itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--record", type=Path, help="a record, which the writer changes")
    given.add_argument("--events", type=int, help="of a record that is made for it")
    parser.add_argument("--seconds", type=int, default=120, help="of reading")
    parser.add_argument("--soak", type=int, metavar="MINUTES", help="read so long, and check the record afterwards")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument(
        "--pause", type=int, default=3000, help="milliseconds between two pages of a reader; 0 for none"
    )
    parser.add_argument("--workers", type=int, default=2, help="processes of the desk")
    parser.add_argument("--port", type=int, default=8107)
    args = parser.parse_args()
    args.seconds = min(MOST_SECONDS, args.soak * 60 if args.soak else args.seconds)
    return args


def main() -> None:
    """Read and write for the time given; print what it took and what went wrong."""
    args = read_arguments()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        record = args.record or make_record(args.events, folder)
        pages = list_pages(record)
        with run_desk(record, args.port, args.workers) as address:
            warm(address, pages, args.workers)
            with Writer(address, record, folder) as writer, Trier(address) as trier:
                kinds = read_pages(address, pages, folder, args)
        kinds["try, a text read"] = Kind(failed=trier.failed, served=trier.served, waited=trier.waited)
        print_table(kinds)
        faults = [*writer.faults, *check_written(record, writer)]
        if args.soak:
            found = subprocess.run([sys.executable, "-m", "dragoman", "record", "check", str(record)], check=False)
            faults += ["record check found faults"] * (found.returncode != 0)
    written = f"{len(writer.reviews)} reviews and undos, {len(writer.documents)} documents written"
    asked = f"{args.readers} readers, {args.pause} ms between pages, {args.seconds} s, {args.workers} processes"
    print(f"\n{asked}; {written}")
    print("\n".join(faults) or "every review and document is in the record once")
    sys.exit(1 if faults or any(kind.failed for kind in kinds.values()) else 0)


if __name__ == "__main__":
    main()
