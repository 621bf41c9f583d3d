"""Measure dragoman on the shared sets and print the tables of docs/evaluation.md.

    python benchmarks/evaluate.py                            print every table
    python benchmarks/evaluate.py --write docs/evaluation.md  put them into the page

`DRAGOMAN_DATA` names the folder of the sets and their scorers (default ../shared); `--only` chooses tables.
"""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dragoman.evaluate import GoldDocument, ScoredEvent, read_gold, read_predictions
from dragoman.evaluate.figures import count_fields
from dragoman.evaluate.match import Judgement, judge, same_type_and_sides

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared")).resolve()
DRAGOMAN = (sys.executable, "-m", "dragoman")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
MATCHED = ("date", "status", "place country", "speaker")
EVENT_FIGURES = ("type F1", "type+dyad precision", "type+dyad recall", "type+dyad F1", *MATCHED)
WEIGHTS = "src/dragoman/events/weights"
PAIR_MODELS = {"default": f"{WEIGHTS}/pairs", "accurate": "models/accurate/src/dragoman_accurate"}
"""Models of `dragoman classify` and the folders of their files."""
FIELDS_BY_WORDS = ("date", "status", "place", "speaker")
EVENT_SETS = ("seeds", "news-dev", "stories-dev")
HALVES = (("looked at", 0), ("only measured", 1))
"""Files are numbered from 0 in order of name, documents in order of the file; the even ones were looked at."""


def main() -> None:
    """Measure what was asked for, and print it or write it into a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=sorted(TABLES), default=list(TABLES), help="tables to make")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="replace the figures in a page")
    options = parser.parse_args()
    if not SHARED.is_dir():
        parser.error(f"no shared sets in {SHARED}: set DRAGOMAN_DATA")
    with tempfile.TemporaryDirectory() as folder:
        figures = "\n\n".join([describe_run(options.only), *(TABLES[name](Path(folder)) for name in options.only)])
    if options.write:
        options.write.write_text(insert_figures(options.write.read_text(encoding="utf-8"), figures), encoding="utf-8")
    else:
        print(figures)


def describe_run(names: Sequence[str]) -> str:
    """The sentence above the tables: when, which commit, which model, which command."""
    commit = run("git", "rev-parse", "--short=10", "HEAD").strip()
    commit += " with changes not committed" if run("git", "status", "--porcelain", "src").strip() else ""
    tagger = read_manifest(f"{WEIGHTS}/tagger")["sha256"]["model.onnx"]
    command = f"python benchmarks/evaluate.py --only {' '.join(names)}"
    return f"Measured on {datetime.now(UTC):%Y-%m-%d} at commit {commit}, tagger sha256:{tagger[:12]}…, by `{command}`."


def measure_events(folder: Path) -> str:
    """End to end: `dragoman code`, then tools/score_events.py."""
    rows, sweeps, judged = [], [], []
    for name in EVENT_SETS:
        gold, coded = SHARED / f"gold/{name}.jsonl", folder / f"{name}-coded.jsonl"
        source = SHARED / "seeds"
        if name != "seeds":
            kept = [{k: row.get(k) for k in ("id", "published", "title", "text")} for row in read_rows(gold)]
            source = write_rows(folder / f"{name}.jsonl", kept)
        run(*DRAGOMAN, "code", source, "--output", coded)
        figures = read_event_figures(score("score_events.py", gold, coded))
        modes = json.loads(run(*DRAGOMAN, "evaluate", gold, coded, "--json"))["fields"]["mode"]
        rows.append(
            [name, *(f"{figures[figure]:.3f}" for figure in EVENT_FIGURES), f"{modes['right']} of {modes['of']}"]
        )
        if name != "seeds":
            judged += judge_by_words(gold, coded)
        everything = folder / f"{name}-everything.jsonl"
        run(*DRAGOMAN, "code", source, "--min-confidence", "0", "--output", everything)
        sweeps.append((name, json.loads(run(*DRAGOMAN, "evaluate", gold, everything, "--json"))["sweep"]))
    table = make_table("Events, end to end", ["set", *EVENT_FIGURES, "mode"], rows)
    return f"{table}\n\n{make_words_table(judged)}\n\n{make_sweep_table(sweeps)}"


def judge_by_words(gold: Path, coded: Path) -> list[tuple[bool, Judgement]]:
    """The matched pairs of a set, one judgement each, and whether both quote some of the same words.

    Where a document tells several events of one type between the same sides, a pair may be of two of them.
    """
    documents = read_gold(gold)
    predicted = read_predictions(coded, [document.id for document in documents])
    found = []
    for document in documents:
        pairs = judge(document.events, predicted.get(document.id, ()), same_type_and_sides).pairs
        for known, told in pairs:
            alone = Judgement(pairs=((known, told),), missed=(), extra=(), optional=(), pieces=())
            found.append((quote_same_words(document, known, told), alone))
    return found


def quote_same_words(document: GoldDocument, known: ScoredEvent, told: ScoredEvent) -> bool:
    """Whether the evidence of the gold, which is words alone, overlaps that of the prediction."""
    span = told.evidence.span
    start = document.field(span.field).find(known.evidence.text) if span else -1
    return span is not None and start >= 0 and start < span.end and span.start < start + len(known.evidence.text)


def make_words_table(judged: Sequence[tuple[bool, Judgement]]) -> str:
    """The fields of matched events by whether both sides quote the same words."""
    rows = []
    for words, same in (("the same words", True), ("other words", False)):
        kept = [judgement for is_same, judgement in judged if is_same is same]
        shares = count_fields(kept)
        told = (f"{share.value:.3f} of {share.of}" for share in (shares[name] for name in FIELDS_BY_WORDS))
        rows.append([words, str(len(kept)), *told])
    return make_table(
        "Fields of news-dev and stories-dev, by the words quoted", ["quoted", "pairs", *FIELDS_BY_WORDS], rows
    )


def make_sweep_table(sweeps: Iterable[tuple[str, list[dict[str, float]]]]) -> str:
    """Type + dyad for events of at least a given confidence: for each tenth the last point at or below it.

    A sweep has a point only where events drop out.
    """
    rows = []
    for name, points in sweeps:
        for tenth in range(10):
            point = [p for p in points if p["min_confidence"] <= tenth / 10 + 1e-9][-1]
            rows.append([name, f"{tenth / 10:.1f}", *(f"{point[key]:.3f}" for key in ("precision", "recall", "f1"))])
    return make_table("Type + dyad by least confidence", ["set", "at least", "precision", "recall", "F1"], rows)


def measure_timex(folder: Path) -> str:
    """`dragoman timex` on TimeBank and AQUAINT, then tools/score_timex.py."""
    rows, kinds = [], ("relaxed", "strict", "type", "value")
    for name in ("timebank", "aquaint"):
        files = sorted(p for p in (SHARED / "data/timex" / name).glob("*.tml") if not p.name.startswith("."))
        for seen, half in HALVES:
            part = folder / f"{name}-{half}"
            part.mkdir()
            for file in files[half::2]:
                (part / file.name).symlink_to(file)
            texts, found = folder / f"{part.name}.jsonl", folder / f"{part.name}-found.jsonl"
            texts.write_text(score("score_timex.py", "text", part), encoding="utf-8")
            run(*DRAGOMAN, "timex", texts, "--output", found)
            result = json.loads(score("score_timex.py", "score", part, found, "--json"))
            rows.append([name, seen, str(result["docs"]), *(f"{result[key]['F1']:.1f}" for key in kinds)])
    return make_table("Time expressions (F1, per cent)", ["set", "half", "documents", *kinds], rows)


def measure_places(folder: Path) -> str:
    """`dragoman places` on LGL and GeoWebNews, then tools/score_geo.py."""
    rows = []
    for name in ("lgl", "geowebnews"):
        documents = read_rows(SHARED / f"data/places/{name}.jsonl")
        for seen, half in HALVES:
            gold = write_rows(folder / f"{name}-{half}.jsonl", documents[half::2])
            texts, found = folder / f"{name}-{half}-texts.jsonl", folder / f"{name}-{half}-found.jsonl"
            texts.write_text(score("score_geo.py", "text", gold), encoding="utf-8")
            run(*DRAGOMAN, "places", texts, "--output", found)
            result = json.loads(score("score_geo.py", "score", gold, found, "--json"))
            shares = [result[key] for key in ("acc161_all_gold", "acc161_resolved", "country_all_gold")]
            figures = ["–" if share is None else f"{share:.1f}" for share in (result["relaxed"]["F1"], *shares)]
            rows.append([name, seen, str(result["docs"]), *figures])
    head = ["found F1", "within 161 km, of all", "within 161 km, of resolved", "country right, of all"]
    return make_table("Places (per cent)", ["set", "half", "documents", *head], rows)


def measure_actors(folder: Path) -> str:
    """`dragoman actors` on the project's own links, tests/actors/links.jsonl: by half, the share of right codes."""
    links = read_rows(ROOT / "tests/actors/links.jsonl")
    texts = write_rows(folder / "links.jsonl", [{"published": "2024-05-16", **link} for link in links])
    found = list(map(json.loads, run(*DRAGOMAN, "actors", texts).splitlines()))
    right = {half: [] for half in ("look", "measure")}
    for link, row in zip(links, found, strict=True):
        right[link["half"]].append(codes_at(link, row["mentions"]) == set(link["codes"]))
    rows = [[half, str(len(marks)), f"{sum(marks) / len(marks):.3f}"] for half, marks in right.items()]
    return make_table("References and actors, the project's own links", ["half", "links", "right codes"], rows)


def codes_at(link: Mapping[str, Any], mentions: Iterable[Mapping[str, Any]]) -> set[str]:
    """The codes of the mention whose words a sentence asks about, the nth where they stand there more than once."""
    same = [m for m in mentions if m["text"] == link["words"] and m.get("field", "text") == "text"]
    nth = link.get("nth", 0)
    return {actor["code"] for actor in same[nth]["actors"]} if nth < len(same) else set()


def measure_pairs(folder: Path) -> str:
    """`dragoman classify` over the given pairs for its pace; its accuracy is that of the cross-validation in training.

    The packaged models are trained on all those pairs, so that they cannot be scored on them.
    """
    pairs = write_rows(folder / "pairs.jsonl", read_marked_pairs(SHARED / "data/relations/PLV_train.tsv"))
    one = write_rows(folder / "one.jsonl", read_rows(pairs)[:1])
    rows, by_type, names = [], [], []
    for model, weights in PAIR_MODELS.items():
        classify = (*DRAGOMAN, "classify", "--model", model)
        seconds = run_for_seconds(*classify, pairs) - run_for_seconds(*classify, one)
        measured = read_manifest(weights)["labels"]["measured"]
        figures = [f"{measured[name]:.3f}" for name in ("macro_f1", "accuracy", "calibration_error")]
        rows.append([model, *figures, f"{measured['temperature']:.2f}", f"{len(read_rows(pairs)) / seconds:.0f}"])
        types = sorted((name.replace("CONCEDE", "YIELD"), f"{f1:.2f}") for name, f1 in measured["types"].items())
        names = [name for name, _ in types]
        by_type.append([model, *(f1 for _, f1 in types)])
    head = ["model", "macro-F1", "accuracy", "expected calibration error", "temperature", "pairs/s, one core"]
    table = make_table("Type of a given pair", head, rows)
    return f"{table}\n\n{make_table('Type of a given pair, F1 by type', ['model', *names], by_type)}"


def read_marked_pairs(path: Path) -> list[dict[str, Any]]:
    """The sentences of Hu et al. (2024) with the offsets of their marked sides, as `dragoman classify` takes them."""
    rows = []
    with path.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle, delimiter="\t")):
            text, at = "", {}
            for part in re.split(r"(</?[st]>)", row["marked_sentence"]):
                at |= {part: len(text)} if re.fullmatch(r"</?[st]>", part) else {}
                text += "" if part in at else part
            sides = {
                side: {"start": at[f"<{mark}>"], "end": at[f"</{mark}>"]} if f"<{mark}>" in at else None
                for side, mark in (("actor", "s"), ("recipient", "t"))
            }
            rows.append({"id": str(number), "text": text, **sides})
    return rows


def measure_speed(folder: Path) -> str:  # noqa: ARG001 - every table has one signature
    """benchmarks/throughput.py: one worker against the bare spaCy pipeline."""
    result = json.loads(run(sys.executable, "benchmarks/throughput.py", "--json"))
    rows = [["time of dragoman / time of spacy", f"{result['ratio']:.2f}", "", "", ""]]
    for name in ("spacy", "dragoman"):
        found = result[name]
        pace = [f"{found[unit] / found['seconds']:,.1f}" for unit in ("documents", "words")]
        rows.insert(0, [name, *pace, f"{found['startup']:.1f} s", f"{found['peak_mib']:.0f} MiB"])
    return make_table("Speed", ["coder", "documents/s", "words/s", "start-up", "peak memory"], rows)


TABLES: Mapping[str, Callable[[Path], str]] = {
    "events": measure_events,
    "timex": measure_timex,
    "places": measure_places,
    "actors": measure_actors,
    "pairs": measure_pairs,
    "speed": measure_speed,
}


def read_event_figures(printed: str) -> dict[str, float]:
    """What score_events.py printed, by name; a figure that it did not print is a KeyError when it is used."""
    figures: dict[str, float] = {}
    for line in printed.splitlines():
        kind = re.match(r"type(\+dyad)?(?= +precision)", line)
        if kind or "of matched:" in line:
            names = "precision|recall|F1" if kind else "|".join(MATCHED)
            for name, value in re.findall(rf"({names}) +([\d.]+)", line):
                figures[f"{kind[0]} {name}" if kind else name] = float(value)
    return figures


def read_manifest(folder: str) -> dict[str, Any]:
    """The manifest of a packaged model: its labels, what was measured in training, the hashes of its files."""
    manifest: dict[str, Any] = json.loads((ROOT / folder / "manifest.json").read_bytes())
    return manifest


def make_table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table under a heading."""
    lines = [head, ["---"] * len(head), *rows]
    return f"### {title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def insert_figures(page: str, figures: str) -> str:
    """A page with what stands between its two marks replaced.

    Raises:
        ValueError: it lacks a mark.

    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    return f"{before}{begin}\n\n{figures}\n\n{end}{after}"


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_bytes().splitlines() if line.strip()]


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """Write JSON Lines; returns the path."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def score(tool: str, *arguments: object) -> str:
    """What a shared scorer prints."""
    return run(sys.executable, SHARED / "tools" / tool, *arguments)


def run_for_seconds(*command: object) -> float:
    """How long a command takes."""
    begin = time.perf_counter()
    run(*command)
    return time.perf_counter() - begin


def run(*command: object) -> str:
    """Standard output of a command; a failing one ends the measurement."""
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True, cwd=ROOT).stdout


if __name__ == "__main__":
    main()
