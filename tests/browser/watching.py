"""What a page does behind what it shows."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request


class Watch:
    """Writes down all that a page asks for and complains of.

    Args:
        page: that is watched from now on.

    """

    def __init__(self, page: Page) -> None:
        page.on("request", self._see_request)
        page.on("console", self._see_message)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._see_failure)

    def begin(self, base: str) -> None:
        """Forget what was before.

        Args:
            base: address of the desk that is asked next.

        """
        self._base = base
        self.strangers: list[str] = []
        """Addresses asked for that are none of the desk's."""
        self.complaints: list[str] = []
        """Errors, and what the pages' policy refused."""

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self._base}/", "data:")):
            self.strangers.append(request.url)

    def _see_failure(self, request: Request) -> None:
        # The page before may still have asked for its icon when this one was opened, and another desk's at that.
        if request.url.startswith(f"{self._base}/"):
            self.complaints.append(f"{request.url}: {request.failure}")

    def _see_message(self, message: ConsoleMessage) -> None:
        is_answer = message.text.startswith("Failed to load resource") and _is_page(message)
        if message.type in {"error", "warning"} and not is_answer:
            self.complaints.append(f"{message.text} ({message.location['url']})")


def _is_page(message: ConsoleMessage) -> bool:
    """Whether it is of the page itself, whose status is tested, not of something that it loads."""
    page = message.page
    return page is not None and urlsplit(message.location["url"]).path == urlsplit(page.url).path
