"""How often the mode of an event found is right: gold against coded events, overall and by type.

    python benchmarks/modes.py GOLD.jsonl CODED.jsonl [--errors]

GOLD is in the form of `dragoman evaluate`, CODED is what `dragoman code --output` wrote for the same documents. Events
count that are matched by type and both sides, and those of the right type told in the same words with other sides.
Names of modes that earlier drafts of PLOVER had count as what they became ("massacre": targeted), and names that PLOVER
never gave to the type as none. Types without modes are left out: no mode is right there.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.codebook import load_codebook, rename_mode
from dragoman.evaluate import ScoredEvent, evaluate, read_gold, read_predictions
from dragoman.model.codes import EventType

VERDICTS = ("right", "missing", "wrong", "needless")
"""Missing: the gold has a mode, the coder none; needless: the other way round; right: the same, or none on both."""


class Pair(NamedTuple):
    """The modes of an event found, empty for none."""

    event_type: EventType
    gold: str
    coded: str

    @property
    def verdict(self) -> str:
        """One of `VERDICTS`."""
        if self.gold == self.coded:
            return "right"
        return "wrong" if self.gold and self.coded else "missing" if self.gold else "needless"


def main() -> None:
    """Compare two files and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("coded", type=Path)
    parser.add_argument("--errors", action="store_true", help="print which modes were taken for which")
    options = parser.parse_args()
    pairs = read_pairs(options.gold, options.coded)
    counts = count_verdicts(pairs)
    print(f"{'type':10} {'n':>4} {'accuracy':>8}  " + " ".join(f"{verdict:>8}" for verdict in VERDICTS))
    for event_type in EventType:
        if counts[event_type].total():
            print(format_row(event_type, counts[event_type]))
    print(format_row("all", sum(counts.values(), Counter())))
    if options.errors:
        for pair, count in Counter(p for p in pairs if p.verdict != "right").most_common():
            print(f"{count:4} {pair.event_type} {pair.gold or 'none'} coded {pair.coded or 'none'}")


def read_pairs(gold: Path, coded: Path) -> list[Pair]:
    """The modes of every event that gold and coder have both, of types with modes.

    Raises:
        InputError: a file can't be read, or is not in its form.

    """
    documents = read_gold(gold)
    found = evaluate(documents, read_predictions(coded, {document.id for document in documents}))
    matched = (
        (finding.gold, finding.predicted)
        for document in found.documents
        for finding in document.findings
        if finding.gold is not None and finding.predicted is not None and "type" not in finding.wrong
    )
    return list(compare_modes(matched))


def compare_modes(matched: Iterable[tuple[ScoredEvent, ScoredEvent]]) -> Iterator[Pair]:
    """The modes of matched events, of types with modes; the gold's type names them."""
    types = load_codebook().types
    for gold, coded in matched:
        # A gold CONCEDE matches a RETREAT; a planned CONSULT an AGREE that plans one, whose mode it is compared with.
        if types[gold.event_type].modes:
            modes = (rename_mode(gold.event_type, event.mode) or "" for event in (gold, coded))
            yield Pair(gold.event_type, *modes)


def count_verdicts(pairs: Iterable[Pair]) -> dict[EventType, Counter[str]]:
    """By type, how many pairs had which verdict."""
    counts: dict[EventType, Counter[str]] = {event_type: Counter() for event_type in EventType}
    for pair in pairs:
        counts[pair.event_type][pair.verdict] += 1
    return counts


def format_row(name: str, counts: Counter[str]) -> str:
    """One line of the table."""
    shares = f"{counts.total():4} {counts['right'] / max(1, counts.total()):8.3f}"
    return f"{name:10} {shares}  " + " ".join(f"{counts[verdict]:8}" for verdict in VERDICTS)


if __name__ == "__main__":
    main()
