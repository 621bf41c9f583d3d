"""The exception tree: every error names the fault, the place and the remedy."""


class DragomanError(Exception):
    """Base of all errors this package raises on purpose.

    Args:
        fault: what is wrong, in one clause.
        place: where: a file, a line, a field.
        remedy: what the reader can do about it.

    """

    def __init__(self, fault: str, *, place: str = "", remedy: str = "") -> None:
        self.fault = fault
        self.place = place
        self.remedy = remedy
        head = f"{place}: {fault}" if place else fault
        stop = "" if head.endswith((".", "!", "?")) else "."
        super().__init__(f"{head}{stop} {remedy}" if remedy else head)

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling that worker processes use.
        return _rebuild, (type(self), self.fault, self.place, self.remedy)


def _rebuild(kind: type[DragomanError], fault: str, place: str, remedy: str) -> DragomanError:
    return kind(fault, place=place, remedy=remedy)


class DocumentError(DragomanError):
    """A document that cannot be coded: no date, no text, not UTF-8, too large."""


class InputError(DragomanError):
    """An input as a whole that cannot be read: a missing file, an unknown format, a missing column."""


class CodebookError(DragomanError):
    """A value that the codebook does not hold."""


class ModelError(DragomanError):
    """A model file that is missing or is not the one this version was made with."""


class RecordError(DragomanError):
    """A record that cannot be opened, read or written: no such file, a full disk, damage."""


class BusyRecordError(RecordError):
    """A record to which another program was writing for too long."""


class NotInRecordError(RecordError):
    """An event, report or document that a record does not have, or not as of the day asked for."""


class ConfigurationError(DragomanError):
    """Settings that contradict each other or name something that does not exist."""


class EngineError(DragomanError):
    """The machines that a run was spread over broke down."""
