"""Versions: of Python, of dragoman and its libraries, of SQLite, and which extras are there."""

import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, metadata, requires, version

from packaging.requirements import Requirement

from dragoman.codebook import CODEBOOK_VERSION
from dragoman.tasks.doctor.finding import Finding, Verdict
from dragoman.version import __version__

OLDEST, NEWEST = (3, 11), (3, 13)
"""Versions of Python that dragoman is tested with."""

OLDEST_SQLITE = (3, 37)
"""The first that knows strict tables."""

_TOLD = ("spacy", "onnxruntime")
"""Libraries whose version is told each time: what is coded rests on them."""

_NOT_FOR_USE = frozenset({"dev", "gazetteer"})
"""Extras for work on dragoman itself."""


def check_python() -> Iterator[Finding]:
    """Versions of Python and of dragoman."""
    is_known = OLDEST <= sys.version_info[:2] <= NEWEST
    yield Finding(
        about="Python",
        told=f"{platform.python_version()} ({sys.executable})",
        verdict=Verdict.OK if is_known else Verdict.WARNING,
        remedy="" if is_known else "dragoman is tested with Python 3.11, 3.12 and 3.13: use one of these.",
    )
    yield Finding(about="dragoman", told=f"{__version__}, codebook {CODEBOOK_VERSION}")


def check_libraries() -> Iterator[Finding]:
    """Whether all libraries are there in versions that will do, and which these are."""
    for name in _TOLD:
        yield Finding(about=name, told=version(name))
    needed = [one for one in map(Requirement, requires("dragoman") or ()) if one.marker is None]
    wrong = list(_find_wrong(needed))
    yield Finding(
        about="libraries",
        told=", ".join(wrong) if wrong else f"all {len(needed)} are there",
        verdict=Verdict.FAULT if wrong else Verdict.OK,
        remedy="Install dragoman again: pip install --force-reinstall dragoman" if wrong else "",
    )


def _find_wrong(needed: Sequence[Requirement]) -> Iterator[str]:
    """What is missing, or of a version that will not do."""
    for requirement in needed:
        try:
            there = version(requirement.name)
        except PackageNotFoundError:
            yield f"{requirement.name} is missing"
            continue
        if not requirement.specifier.contains(there, prereleases=True):
            yield f"{requirement.name} is {there}, needed is {requirement.specifier}"


def check_sqlite() -> Iterator[Finding]:
    """The version of SQLite, and whether it can search words."""
    with sqlite3.connect(":memory:") as connection:
        options = {option for (option,) in connection.execute("PRAGMA compile_options")}
    connection.close()
    is_new = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    has_search = "ENABLE_FTS5" in options
    told = sqlite3.sqlite_version + ("" if has_search else ", without FTS5")
    if is_new and has_search:
        yield Finding(about="SQLite", told=told)
        return
    needed = ".".join(map(str, OLDEST_SQLITE))
    yield Finding(
        about="SQLite",
        told=told,
        verdict=Verdict.FAULT,
        remedy=f"Use a Python whose SQLite is {needed} or later and has FTS5: that of python.org or of your system.",
    )


def check_extras() -> Iterator[Finding]:
    """Which extras are there, and how to get the others."""
    listed = metadata("dragoman").get_all("Provides-Extra") or []
    for extra in sorted(set(listed) - _NOT_FOR_USE):
        needed = [
            one
            for one in map(Requirement, requires("dragoman") or ())
            if one.marker is not None and one.marker.evaluate({"extra": extra})
        ]
        yield _tell_extra(extra, list(_find_wrong(needed)))


def _tell_extra(extra: str, wrong: Sequence[str]) -> Finding:
    about = f"extra {extra}"
    if not wrong:
        return Finding(about=about, told="is there")
    # What an extra shares with others may be there without it.
    is_absent = any(one.endswith("is missing") for one in wrong)
    return Finding(
        about=about,
        told="is not installed" if is_absent else ", ".join(wrong),
        verdict=Verdict.OK if is_absent else Verdict.WARNING,
        remedy=f"Where you need it: pip install 'dragoman[{extra}]'",
    )
