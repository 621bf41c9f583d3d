"""Libraries that only some of dragoman needs: the extras of the package."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from dragoman.errors import ConfigurationError


@contextmanager
def needing(extra: str, purpose: str) -> Iterator[None]:
    """A block that imports libraries of an extra.

    Args:
        extra: its name, as pip knows it.
        purpose: what they are for, as a sentence that "with libraries" can end: "feeds are read".

    Raises:
        ConfigurationError: one is not installed.

    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"{purpose} with libraries that are missing ({error.name})",
            remedy=f"Install them: pip install 'dragoman[{extra}]'",
        ) from None


def need(name: str, extra: str, purpose: str) -> ModuleType:
    """Import one library of an extra; see `needing`."""
    with needing(extra, purpose):
        return import_module(name)
