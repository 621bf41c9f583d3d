"""One request and its answer, over a connection to an address that was checked."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException, IncompleteRead
from urllib.parse import SplitResult, quote

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, DecodeError, HTTPError, NewConnectionError, ProtocolError
from urllib3.response import HTTPResponse

from dragoman.feeds.addresses import find_addresses, find_port
from dragoman.feeds.faults import FetchError, UnreachedError
from dragoman.feeds.limits import Limits

_BLOCK = 65_536
_SAFE = "/%:@!$&'()*+,;=~-._?[]"  # stand in addresses as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    url: str
    status: int
    headers: Mapping[str, str]
    """By name in small letters."""
    content: bytes = b""
    """Decompressed; read for a status of 200 alone."""

    @property
    def charset(self) -> str:
        """The encoding that the server names; empty where it names none."""
        _, _, named = self.headers.get("content-type", "").lower().partition("charset=")
        return named.partition(";")[0].strip(" \"'")


class Exchange:
    """Asks servers; the questions that are open can be cut off from another thread."""

    def __init__(self, limits: Limits, agent: str) -> None:
        """Ask nothing yet.

        Args:
            limits: time-outs and allowed networks.
            agent: the header `User-Agent`.

        """
        self._limits = limits
        self._agent = agent
        self._open: set[_Line] = set()
        self._lock = threading.RLock()  # a signal may come while this very thread holds it

    def ask(self, parts: SplitResult, *, most: int, headers: Mapping[str, str] | None = None) -> Answer:
        """One GET, redirects not followed.

        Args:
            parts: the address.
            most: largest body taken, in bytes after decompression.
            headers: sent besides the usual ones.

        Raises:
            FetchError: no answer, or one that is cut off, damaged or too large.

        """
        sent = {
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": self._agent,
            "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*",
            "Connection": "close",
            **(headers or {}),
        }
        target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        addresses = find_addresses(parts, self._limits)
        for address in addresses:
            try:
                with self._line(self._connect_to(parts, address)) as line, explain(self._limits, line):
                    response = line.ask(target, sent, self._limits)
                    known = {name.lower(): value for name, value in response.headers.items()}
                    content = read_body(response, most) if response.status == 200 else b""
                    return Answer(url=parts.geturl(), status=response.status, headers=known, content=content)
            except UnreachedError:
                if address == addresses[-1]:
                    raise
        raise AssertionError("a name that resolves has an address")

    def cut(self) -> None:
        """Cut off what is open."""
        with self._lock:
            for line in self._open:
                line.cut()

    def _connect_to(self, parts: SplitResult, address: str) -> HTTPConnection:
        """A connection to the address that was checked, which still asks the server for its certificate by name."""
        port, timeout = find_port(parts), self._limits.connect
        if parts.scheme == "http":
            return HTTPConnection(address, port, timeout=timeout)
        return HTTPSConnection(address, port, timeout=timeout, server_hostname=parts.hostname)

    @contextmanager
    def _line(self, connection: HTTPConnection) -> Iterator["_Line"]:
        line = _Line(connection)
        with self._lock:
            self._open.add(line)
        # The time-outs of a socket hold for each read of it; only somebody else can end an answer that drips.
        watch = threading.Timer(self._limits.total, line.cut)
        watch.daemon = True
        watch.start()
        try:
            yield line
        finally:
            watch.cancel()
            with self._lock:
                self._open.discard(line)
            line.close()


class _Line:
    """A connection that another thread may cut."""

    def __init__(self, connection: HTTPConnection) -> None:
        self._connection = connection
        self._socket: socket.socket | None = None
        self.is_cut = False

    def ask(self, target: str, headers: Mapping[str, str], limits: Limits) -> HTTPResponse:
        """Connect, ask, and read as far as the headers."""
        self._connection.connect()
        self._socket = self._connection.sock
        if self.is_cut:
            raise TimeoutError
        self._connection.timeout = limits.read
        self._connection.request("GET", target, headers=headers, preload_content=False)
        return self._connection.getresponse()

    def cut(self) -> None:
        """End it; whoever reads from it finds its end, or a fault."""
        self.is_cut = True
        if self._socket is not None:
            with suppress(OSError):
                # That of `ssl` would switch encryption off under the reader's hands.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close it."""
        self._connection.close()
        if self._socket is not None:
            self._socket.close()


def read_body(response: HTTPResponse, most: int) -> bytes:
    """The body of an answer, decompressed piece by piece, so that a small one that swells is met in time.

    Raises:
        FetchError: it is larger than `most` bytes.

    """
    body = bytearray()
    while block := response.read(_BLOCK):
        body += block
        if len(body) > most:
            raise FetchError(f"it is over {most:,} bytes")
    return bytes(body)


@contextmanager
def explain(limits: Limits, line: _Line) -> Iterator[None]:
    """Turn what the libraries raise into faults in words.

    Raises:
        FetchError: for each of them, and where the line was cut though nothing was raised.

    """
    try:
        yield
    except FetchError:
        raise
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if line.is_cut:
            raise FetchError(f"no whole answer within {limits.total:g} s") from None
        raise _compose_fault(error, limits) from None
    if line.is_cut:  # an answer without a length ends where the line was cut, and looks whole
        raise FetchError(f"no whole answer within {limits.total:g} s")


def _compose_fault(error: Exception, limits: Limits) -> FetchError:
    cause = error.__cause__ or error.__context__
    if isinstance(error, NewConnectionError):  # to urllib3 a kind of time-out
        reason = getattr(cause, "strerror", None) or "no connection"
        return UnreachedError(f"it cannot be reached ({str(reason).lower()})", is_passing=True)
    if isinstance(error, ConnectTimeoutError):
        return UnreachedError(f"no connection within {limits.connect:g} s", is_passing=True)
    if isinstance(error, ssl.SSLCertVerificationError):
        return FetchError(f"its certificate is not valid ({error.verify_message})")
    if isinstance(error, TimeoutError) or isinstance(cause, TimeoutError):
        return FetchError(f"no answer within {limits.read:g} s", is_passing=True)
    if isinstance(error, DecodeError):
        return FetchError("its compression is damaged", is_passing=True)
    if isinstance(error, ProtocolError | IncompleteRead):
        return FetchError("the answer was cut off", is_passing=True)
    return FetchError(f"the connection failed ({str(error) or type(error).__name__})", is_passing=True)
