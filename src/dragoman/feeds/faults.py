"""What goes wrong with a request or a feed, in words for the status table."""


class FetchError(Exception):
    """An address that could not be had, or a feed that could not be read.

    Args:
        words: what is wrong, in one clause: "HTTP 404 (Not Found)".
        is_passing: whether the same request may well succeed a moment later.
        retry_after: seconds that the server asks to be left alone, where it says so.
        status: of the answer, where there was one.

    """

    def __init__(
        self, words: str, *, is_passing: bool = False, retry_after: float | None = None, status: int | None = None
    ) -> None:
        self.words = words
        self.is_passing = is_passing
        self.retry_after = retry_after
        self.status = status
        super().__init__(words)


class NotPublicError(FetchError):
    """Its address is not public, and was not asked for."""


class UnreachedError(FetchError):
    """No connection to the host came about, whatever was to be asked of it."""
