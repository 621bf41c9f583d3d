"""Models and the gazetteer: whether they are there, and are those that this version was made with."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

from dragoman.errors import ModelError
from dragoman.events.classify import ACCURATE_PACKAGE
from dragoman.events.onnx import PackagedModel
from dragoman.gazetteer.places import hash_file, load_places
from dragoman.sentences.pipeline_files import PINNED, find_pipeline_folder, hash_folder
from dragoman.tasks.doctor.finding import Finding

_SHOWN = 12
"""Characters of a hash that are told."""


def check_pipeline() -> Iterator[Finding]:
    """The pipeline of spaCy, compared with its hash.

    Raises:
        ModelError: it is missing, or is another.

    """
    for name, expected in PINNED.items():
        _compare(name, hash_folder(find_pipeline_folder(name)), expected)
        yield Finding(about="spaCy pipeline", told=f"{name}, sha256:{expected[:_SHOWN]} as expected")


def check_models() -> Iterator[Finding]:
    """Each packaged model, its files compared with their hashes.

    Raises:
        ModelError: a file is missing, or is another.

    """
    with as_file(files("dragoman")) as package:
        for manifest in sorted(package.rglob("manifest.json")):
            yield _check_model(manifest.parent)
    if find_spec(ACCURATE_PACKAGE) is None:
        remedy = "For dragoman classify --model accurate, in a checkout: pip install ./models/accurate"
        yield Finding(about="model accurate", told="is not installed", remedy=remedy)
    else:
        with as_file(files(ACCURATE_PACKAGE)) as folder:
            yield _check_model(folder, name="accurate")


def _check_model(folder: Path, name: str = "") -> Finding:
    model = PackagedModel(folder)
    model.check()
    digest = model.hashes["model.onnx"][: len("sha256:") + _SHOWN]
    return Finding(about=f"model {name or folder.name}", told=f"{digest} as expected")


def check_gazetteer() -> Iterator[Finding]:
    """The gazetteer, compared with its hash, and what it was compiled from.

    Raises:
        ModelError: it is missing, or is another.

    """
    with as_file(files("dragoman.gazetteer") / "data") as folder:
        expected = (folder / "places.sha256").read_text(encoding="utf-8").split()[0]
        _compare("places.bin", hash_file(folder / "places.bin").removeprefix("sha256:"), expected)
    places = load_places()
    sources = ", ".join(f"{name} {version}" for name, version in places.sources.items())
    yield Finding(
        about="gazetteer", told=f"{len(places):,} places from {sources}, sha256:{expected[:_SHOWN]} as expected"
    )


def _compare(place: str, actual: str, expected: str) -> None:
    if actual != expected:
        raise ModelError(
            f"it is not the one this version of dragoman was made with: its hash is {actual[:_SHOWN]}…",
            place=place,
            remedy="Install it again: pip install --force-reinstall dragoman",
        )
