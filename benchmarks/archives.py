"""How fast large inputs are read, and that the memory this takes does not grow with them.

    python benchmarks/archives.py [--megabytes 1000] [--pages 20000] [--extracted 1000] [--folder FOLDER]

Makes a JSON Lines file of that size, the same compressed, and a WARC archive of so many pages, compressed by record,
and reads each in a process of its own: the documents of the lines, the pages of the archive as they are, and of some
their text as it is extracted before coding, with one and with two processes. Prints rows of a Markdown table: documents
and megabytes (of the file) a second of processor time, all processes together, and the peak of memory after a tenth of
them and at the end, in MiB; for processes beside the reading one, that of the largest. Nothing is coded.
"""

import argparse
import gzip
import json
import multiprocessing
import os
import random
import resource
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dragoman.documents import DocumentReader, find_inputs
from dragoman.tasks import prepare_documents

STATES = "Finland Norway Kenya Ghana Peru Chile Greece Turkey Japan Vietnam Egypt Jordan".split()
ACTS = "met praised criticised invited warned telephoned thanked accused".split()
THINGS = "the border,the fisheries,a treaty,the talks of last week,a loan,the ports,the drought,a joint exercise".split(
    ","
)
CLUTTER = (
    '<div class="teaser teaser--small"><a href="/news/{n}"><img src="/i/{n}.jpg" alt=""><span>More</span></a></div>'
)


def make_story(chance: random.Random, sentences: int) -> str:
    """Sentences in paragraphs; no two stories are the same."""
    words = [
        f"The government of {chance.choice(STATES)} {chance.choice(ACTS)} that of {chance.choice(STATES)} over "
        f"{chance.choice(THINGS)}, an official said for the {chance.randrange(10**6)}th time."
        for _ in range(sentences)
    ]
    return "\n\n".join(" ".join(words[at : at + 3]) for at in range(0, sentences, 3))


def make_lines(path: Path, size: int) -> None:
    """JSON Lines of at least so many bytes, stories of some 3,000 each, and the same compressed."""
    chance = random.Random(1)
    with path.open("wb") as stream:
        while stream.tell() < size:
            row = {"published": "2025-10-02", "publisher": "Made Up", "text": make_story(chance, 27)}
            stream.write(json.dumps(row).encode() + b"\n")
    with path.open("rb") as stream, gzip.open(f"{path}.gz", "wb", compresslevel=3) as packed:
        shutil.copyfileobj(stream, packed)


def make_archive(path: Path, pages: int) -> None:
    """A WARC archive of pages, some 60 kB each, with the requests they were answers to, each record compressed."""
    chance = random.Random(2)
    with path.open("wb") as stream:
        for number in range(pages):
            story = "".join(f"<p>{part}</p>" for part in make_story(chance, 27).split("\n\n"))
            clutter = "".join(CLUTTER.format(n=chance.randrange(10**6)) for _ in range(250))
            script = f"<script>{[chance.random() for _ in range(1_500)]}</script>"
            page = (
                f"<html><head><title>Story {number}</title>{script}"
                f'<meta property="article:published_time" content="2025-10-02"></head><body><nav>{clutter}</nav>'
                f"<article><h1>Story {number}</h1>{story}</article><aside>{clutter}</aside></body></html>"
            )
            stream.write(make_record(number, "request", "GET / HTTP/1.1\r\n\r\n"))
            stream.write(make_record(number, "response", f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"))


def make_record(number: int, kind: str, block: str) -> bytes:
    """One record, compressed."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{kind}-{number}>\r\n"
        f"WARC-Date: 2025-10-05T10:00:00Z\r\nWARC-Target-URI: https://made-up.example/{number}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block.encode())}\r\n\r\n"
    )
    return gzip.compress(f"{head}{block}\r\n\r\n".encode(), 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What reading took."""

    documents: int
    megabytes: float
    seconds: float
    """Of processor time."""
    early: int
    late: int
    beside: int


def read_some(path: Path, most: int, workers: int | None, told: "multiprocessing.Queue[Taken]") -> None:
    """Read a file, extracting the text of pages with so many processes, or not at all; tell what it took."""
    reader = DocumentReader(find_inputs([str(path)]))
    items: Iterator[object] = islice(reader.read(), most)
    if workers is not None:
        items = prepare_documents(items, workers=workers)  # type: ignore[arg-type]
    size = path.stat().st_size
    early = count = 0
    for count, _ in enumerate(items, 1):
        if not early and max(count / most, reader.bytes_read / size) > 0.1:
            early = peak(resource.RUSAGE_SELF)
    told.put(
        Taken(
            documents=count,
            megabytes=reader.bytes_read / 1e6,
            seconds=sum(os.times()[:4]),
            early=early,
            late=peak(resource.RUSAGE_SELF),
            beside=peak(resource.RUSAGE_CHILDREN),
        )
    )


def peak(who: int) -> int:
    """The peak of memory in MiB."""
    return resource.getrusage(who).ru_maxrss // 1024


def measure(name: str, path: Path, *, most: int = 10**9, workers: int | None = None) -> None:
    """Read a file, or its first documents, in a process of its own, and print its row."""
    context = multiprocessing.get_context("spawn")
    told: multiprocessing.Queue[Taken] = context.Queue()
    process = context.Process(target=read_some, args=(path, most, workers, told))
    process.start()
    taken = told.get()
    process.join()
    print(
        f"| {name} | {taken.megabytes:,.0f} MB | {taken.documents:,} | {taken.documents / taken.seconds:,.0f} "
        f"| {taken.megabytes / taken.seconds:,.1f} | {taken.early} | {taken.late} | {taken.beside or '–'} |",
        flush=True,
    )


def main() -> None:
    """Make the files and read them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--extracted", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, help="where the files are kept; made again only if they are missing")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp())
    lines, archive = folder / f"news-{options.megabytes}.jsonl", folder / f"news-{options.pages}.warc.gz"
    try:
        if not lines.exists():
            make_lines(lines, options.megabytes * 1_000_000)
        if not archive.exists():
            make_archive(archive, options.pages)
        print("| read | of the file | documents | a second | MB a second | peak at a tenth | at the end | beside |")
        print("|---|---|---|---|---|---|---|---|")
        measure("JSON Lines", lines)
        measure("JSON Lines, gzip", Path(f"{lines}.gz"))
        measure("WARC, pages as they are", archive)
        measure("WARC, text extracted, 1 process", archive, most=options.extracted, workers=1)
        measure("WARC, text extracted, 2 processes", archive, most=options.extracted, workers=2)
    finally:
        if options.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
