"""Names to addresses, of which none may lie inside somebody's own network.

A feed's author decides which pages dragoman asks for, and where a redirect leads. Without this check "http://10.0.0.7/off"
or a name that resolves to it would have dragoman ask machines that only its own network can reach.
"""

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from dragoman.feeds.faults import FetchError, NotPublicError, UnreachedError
from dragoman.feeds.limits import Limits

_TRANSLATED = ip_network("64:ff9b::/96")  # NAT64: its last 32 bits are an IPv4 address

_PORTS = {"http": 80, "https": 443}


def split_url(url: str) -> SplitResult:
    """An address in its parts.

    Raises:
        FetchError: it is not one of http or https, or names no host.

    """
    try:
        parts = urlsplit(url)
        _ = parts.port
        if parts.scheme not in _PORTS:
            raise FetchError(f"only http and https are followed, not {parts.scheme or 'an address without either'}")
        if not parts.hostname:
            raise FetchError("its address names no host")
        if not parts.hostname.isascii():
            parts = parts._replace(netloc=parts.netloc.replace(parts.hostname, parts.hostname.encode("idna").decode()))
    except UnicodeError:
        raise FetchError("its address is not valid (no such name of a host)") from None
    except ValueError as error:
        raise FetchError(f"its address is not valid ({error})") from None
    return parts


def find_port(parts: SplitResult) -> int:
    """The port of an address, its scheme's where it names none."""
    return parts.port or _PORTS[parts.scheme]


def find_addresses(parts: SplitResult, limits: Limits) -> list[str]:
    """The network addresses to connect to for an address: one of IPv4, one of IPv6, as the system prefers.

    All addresses of the name are checked. Whoever connects must take one of these and not resolve the name again: a
    second answer could be another one.

    Raises:
        FetchError: the name does not resolve.
        NotPublicError: it resolves to what is not public.

    """
    host = parts.hostname or ""
    try:
        answers = socket.getaddrinfo(host, find_port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachedError(
            f"the name {host} does not resolve ({getattr(error, 'strerror', None) or error})", is_passing=True
        ) from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in answers))
    for address in addresses:
        if not is_allowed(address, limits.allowed):
            found_as = f"{host} is {address}, which" if host != address else address
            raise NotPublicError(f"{found_as} is not a public address (--allow-network lets it be asked)")
    by_family = {entry[0]: str(entry[4][0]) for entry in reversed(answers)}
    return sorted(by_family.values(), key=addresses.index)


def is_allowed(address: str, allowed: tuple[IPv4Network | IPv6Network, ...]) -> bool:
    """Whether an address is public, or in a network that was allowed."""
    given = ip_address(address.partition("%")[0])
    return all(
        any(inner in network for network in allowed if network.version == inner.version)
        or (inner.is_global and not inner.is_multicast)
        for inner in _unwrap(given)
    )


def _unwrap(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The addresses that packets to this one may end at: IPv6 can carry IPv4, as "::ffff:127.0.0.1" does."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _TRANSLATED:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    carried = [address.sixtofour, *(address.teredo or ())]
    return [address, *(inner for inner in carried if inner)]
