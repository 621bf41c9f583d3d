"""What a desk is started with."""

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import ConfigurationError

SHORTEST_TOKEN = 16
"""Characters of a token: shorter ones could be guessed by trying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """A record, who may see it, and whether they may review.

    Raises:
        ConfigurationError: the desk would answer other machines without a token, or the token is too short.

    """

    record: Path
    host: str = "127.0.0.1"
    token: str | None = field(default=None, repr=False)
    """Demanded for everything where there is one; never shown."""
    read_only: bool = False

    def __post_init__(self) -> None:
        if self.token is None and not self.is_local:
            raise ConfigurationError(
                f"at {self.host} other machines could read the record",
                remedy="Give a token that they need: --token-file FILE, or the environment variable DRAGOMAN_TOKEN.",
            )
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise ConfigurationError(
                f"the token is shorter than {SHORTEST_TOKEN} characters",
                remedy="Make one: python -c 'import secrets; print(secrets.token_urlsafe())' > token.txt",
            )

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the desk."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a name or address is this machine as it calls itself: localhost, 127.0.0.1, ::1."""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
