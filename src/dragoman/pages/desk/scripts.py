"""The desk's few scripts, as they are sent: two of its own, and Vega as the installed library has it."""

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib import resources
from threading import Lock

from dragoman.pages.need import need

SCRIPTS = ("brush", "times")
"""Of the package: one lets a reader choose months on a chart, the other tells times in his own zone."""

_BUNDLE = "import sys, vl_convert; sys.stdout.write(vl_convert.javascript_bundle('window.vegaEmbed = vegaEmbed;'))"
_bundling = Lock()


@dataclass(frozen=True, slots=True)
class Script:
    """A script and the address at which it never changes."""

    words: str
    path: str


@cache
def read_script(name: str) -> Script:
    """A script of the package, one of `SCRIPTS`."""
    words = resources.files("dragoman.pages").joinpath("scripts", f"{name}.js").read_text(encoding="utf-8")
    return Script(words, f"/assets/{name}-{_digest(words)}.js")


@cache
def name_vega() -> str:
    """Where Vega is fetched. The library's version says which one it is: to know its words takes seconds."""
    library = need("vl_convert")
    versions = f"{library.__version__} {library.get_vega_version()} {library.get_vega_embed_version()} {_BUNDLE}"
    return f"/assets/vega-{_digest(versions)}.js"


def read_vega() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script, put together when it is first asked for.

    Raises:
        subprocess.CalledProcessError: the library could not do so.

    """
    # Several may ask at once; one puts it together, the others wait.
    with _bundling:
        return _bundle_vega()


@cache
def _bundle_vega() -> str:
    # In a process of its own: the library holds on to the interpreter for seconds, in which nobody would be answered.
    made = subprocess.run([sys.executable, "-c", _BUNDLE], check=True, capture_output=True)  # noqa: S603 - fixed words
    return made.stdout.decode()


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]
