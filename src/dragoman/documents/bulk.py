"""Libraries that only large or distant inputs need."""

from importlib import import_module
from types import ModuleType

from dragoman.errors import ConfigurationError

REMEDY = "Install them: pip install 'dragoman[bulk]'"


def need(name: str) -> ModuleType:
    """Import a library of the extra `bulk`.

    Raises:
        ConfigurationError: it is not installed.

    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"archives and distant files are read with libraries that are missing ({error.name})", remedy=REMEDY
        ) from None
