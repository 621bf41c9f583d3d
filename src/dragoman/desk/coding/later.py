"""What can't be done now, but later."""

from http import HTTPStatus

from dragoman.errors import DragomanError


class LaterError(DragomanError):
    """A request that is refused for now: too many ask, or it takes too long.

    Args:
        fault: what is wrong, in one clause.
        remedy: what to do.
        status: 429 where whoever asks has asked too often, else 503.
        wait: seconds after which to ask again.

    """

    def __init__(self, fault: str, *, remedy: str, status: HTTPStatus, wait: int) -> None:
        super().__init__(fault, remedy=remedy)
        self.status = status
        self.wait = wait

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.fault, self.remedy, self.status, self.wait)


def _rebuild(fault: str, remedy: str, status: HTTPStatus, wait: int) -> LaterError:
    return LaterError(fault, remedy=remedy, status=status, wait=wait)
