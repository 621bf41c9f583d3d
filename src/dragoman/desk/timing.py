"""How long the desk took for an answer, told in a header: browsers show it, and benchmarks count it."""

import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Timing:
    """Adds `Server-Timing` to answers: milliseconds from the request's arrival to its answer.

    Args:
        app: that answers.

    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and say how long it took."""
        arrived = time.perf_counter()

        async def send_timed(message: Message) -> None:
            if message["type"] == "http.response.start":
                took = (time.perf_counter() - arrived) * 1000
                message["headers"].append((b"server-timing", f"desk;dur={took:.1f}".encode()))
            await send(message)

        await self._app(scope, receive, send_timed)
