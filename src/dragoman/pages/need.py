"""Libraries that pages need and the coder does not."""

from importlib import import_module
from types import ModuleType

from dragoman.errors import ConfigurationError

REMEDY = "Install them: pip install 'dragoman[desk]'"


def need(name: str) -> ModuleType:
    """Import a library of the extra `desk`.

    Raises:
        ConfigurationError: it is not installed.

    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"pages are made with libraries that are missing ({error.name})", remedy=REMEDY
        ) from None
