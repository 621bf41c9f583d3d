"""What every answer tells the browser."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script at all, and nothing from elsewhere."""

RUNNING: Final = f"{POLICY}; script-src 'self'; connect-src 'self'"
"""For the few pages that load scripts of the desk: those alone, none that stands in a page, none made of words."""

HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With "no-referrer" browsers would send forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


def secure(response: Response) -> Response:
    """The answer with all headers that it does not have already."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
