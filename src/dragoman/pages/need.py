"""Libraries that pages need and the coder does not."""

from types import ModuleType

from dragoman import extras


def need(name: str) -> ModuleType:
    """Import a library of the extra `desk`.

    Raises:
        ConfigurationError: it is not installed.

    """
    return extras.need(name, "desk", "pages are made")
