"""What a bulk run is: its settings, its coder and its inputs. The same command goes on; another one is refused."""

import hashlib
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents import Input
from dragoman.errors import InputError
from dragoman.export import JsonObject, open_replacing

ENDS = 1 << 20
"""Bytes at either end of a large input that its fingerprint is made of: archives weigh gigabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What makes one run the same as another."""

    settings: JsonObject
    coder: JsonObject
    """Program, codebook and models: `CoderStamp`."""
    inputs: tuple[JsonObject, ...]
    """Of each its `name`, `size` in bytes, and `fingerprint`."""


def read_manifest(path: Path) -> Manifest | None:
    """The manifest of a run; None where there is none.

    Raises:
        InputError: it is damaged.

    """
    try:
        kept = json.loads(path.read_bytes())
        return Manifest(settings=kept["settings"], coder=kept["coder"], inputs=tuple(kept["inputs"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"it is no manifest ({error})",
            place=str(path),
            remedy="Put it back, or begin anew in another folder.",
        ) from error


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest, whole or not at all."""
    kept = {"settings": manifest.settings, "coder": manifest.coder, "inputs": list(manifest.inputs)}
    with open_replacing(path) as stream:
        stream.write(json.dumps(kept, ensure_ascii=False, indent=1).encode() + b"\n")


def mark_inputs(inputs: Sequence[Input]) -> tuple[JsonObject, ...]:
    """Inputs as a manifest names them.

    Raises:
        InputError: one is standard input, which cannot be read again, or cannot be read.

    """
    return tuple(mark_input(source) for source in inputs)


def mark_input(source: Input) -> JsonObject:
    """One input as a manifest names it: a change in the middle of a large file that keeps its size is not seen.

    A distant file is known by its address, and by its size where a listing told it: it is not asked for beforehand.

    Raises:
        InputError: see `mark_inputs`.

    """
    if source.url:
        return {"name": source.name, "size": source.size, "fingerprint": None}
    if source.path is None:
        raise InputError(
            "standard input cannot be read again, should the run be cut off",
            place="-",
            remedy="Name files, or write to a file.",
        )
    try:
        size = source.path.stat().st_size
        digest = hashlib.blake2b(digest_size=16)
        with source.path.open("rb") as stream:
            digest.update(stream.read(ENDS))
            stream.seek(max(stream.tell(), size - ENDS))
            digest.update(stream.read(ENDS))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"it cannot be read ({reason})", place=source.name, remedy="Check the file.") from error
    return {"name": source.name, "size": size, "fingerprint": f"blake2b:{digest.hexdigest()}"}


def describe_setting(name: str, value: object) -> str:
    """A setting as messages name it: "part_size 5000"."""
    return f"{name} {json.dumps(value)}"


def check_settings(kept: Manifest, given: Manifest, *, place: str, describe: Callable[[str, object], str]) -> None:
    """Make sure that a run would go on with the settings it was begun with.

    Args:
        kept: of the run.
        given: of the command.
        place: what to blame.
        describe: names a setting with its value, as whoever gave it knows it.

    Raises:
        InputError: they differ.

    """
    names = sorted(kept.settings.keys() | given.settings.keys())
    for name in names:
        before, now = kept.settings.get(name), given.settings.get(name)
        if before != now:
            raise InputError(
                f"it holds a run with {describe(name, before)}, not {describe(name, now)}",
                place=place,
                remedy="Give the same options as then, or another folder.",
            )


def check_coder(kept: Manifest, given: Manifest, *, place: str) -> None:
    """Make sure that a run would go on with the coder it was begun with.

    Raises:
        InputError: program, codebook or models are others.

    """
    changed = [name for name in given.coder if kept.coder.get(name) != given.coder[name]]
    if changed:
        versions = f"version {kept.coder.get('version')} then, {given.coder['version']} now"
        raise InputError(
            f"it holds a run of another coder: {', '.join(changed)} changed ({versions})",
            place=place,
            remedy="Install what it was begun with, or give another folder.",
        )


def check_inputs(kept: Manifest, given: Manifest, *, place: str, mended: Collection[int] = ()) -> None:
    """Make sure that a run would go on with the inputs it was begun with.

    Args:
        kept: of the run.
        given: of the command.
        place: what to blame.
        mended: numbers of the inputs that may have changed.

    Raises:
        InputError: one is another, or has changed.

    """
    if [source["name"] for source in kept.inputs] != [source["name"] for source in given.inputs]:
        then = {source["name"] for source in kept.inputs}
        now = {source["name"] for source in given.inputs}
        other = min(then ^ now, default="their order")
        raise InputError(
            f"it holds a run over other inputs ({other})",
            place=place,
            remedy="Name the same inputs in the same order, or another folder.",
        )
    for number, (before, after) in enumerate(zip(kept.inputs, given.inputs, strict=True)):
        if before != after and number not in mended:
            raise InputError(
                "it has changed since the run was begun",
                place=str(after["name"]),
                remedy="Put back what it was, or begin anew in another folder. Where rejects of a run that has ended "
                "were mended in it: --retry-rejects",
            )
