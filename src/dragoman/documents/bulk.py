"""Libraries that only large or distant inputs need."""

from types import ModuleType

from dragoman import extras


def need(name: str) -> ModuleType:
    """Import a library of the extra `bulk`.

    Raises:
        ConfigurationError: it is not installed.

    """
    return extras.need(name, "bulk", "archives and distant files are read")
