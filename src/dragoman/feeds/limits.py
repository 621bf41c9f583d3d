"""What following allows itself and others."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds, bytes and counts; every default is what the command line uses."""

    connect: float = 10.0
    """Seconds to connect, the TLS handshake among them."""
    read: float = 20.0
    """Seconds between two pieces of an answer."""
    total: float = 60.0
    """Seconds of one request from its first byte to the last; a server that drips must end too."""
    feed_bytes: int = 10_000_000
    """Largest feed read, after decompression."""
    page_bytes: int = 10_000_000
    robots_bytes: int = 500_000
    """As RFC 9309 asks for at least."""
    redirects: int = 5
    tries: int = 3
    """Of one request, where the fault may pass."""
    back_off: float = 2.0
    """Seconds before the second try; twice as long before each further one."""
    patience: float = 10.0
    """Longest a server's Retry-After is waited for at once; one that asks for more is left alone until then."""
    pause: float = 2.0
    """Seconds between two requests to one host."""
    longest_pause: float = 60.0
    """Most seconds that a robots.txt's Crawl-delay is taken for."""
    hosts: int = 8
    """Hosts asked at a time."""
    allowed: tuple[IPv4Network | IPv6Network, ...] = ()
    """Networks that are not public and may be asked nevertheless."""
