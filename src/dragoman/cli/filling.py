"""How the filling of a record ended, in words and in figures."""

from pathlib import Path

from dragoman.cli.console import plural
from dragoman.tasks import Filling


def describe_filling(filling: Filling, rejects: Path) -> str:
    """What was added and what was not: "24 documents (24 added); none rejected"."""
    kinds = ", ".join(f"{count:,} {change.value}" for change, count in filling.changes.items() if count)
    documents = plural(filling.documents, "document") + (f" ({kinds})" if kinds else "")
    rejected = f"{filling.rejected:,} rejected, see {rejects}" if filling.rejected else "none rejected"
    copies = f", {plural(filling.copies, 'copy', 'copies')} of earlier texts" if filling.copies else ""
    aside = f", {filling.set_aside:,} set aside" if filling.set_aside else ""
    return f"{documents}{copies}{aside}; {rejected}"


def count_filling(filling: Filling) -> dict[str, int]:
    """The same as fields of a log."""
    return {
        "copies": filling.copies,
        "set_aside": filling.set_aside,
        "rejected": filling.rejected,
        **{change.value.replace(" ", "_"): count for change, count in filling.changes.items()},
    }
