"""Only public addresses are asked, and only those that were checked."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from dragoman.feeds import FetchError
from dragoman.feeds.addresses import is_allowed, split_url
from dragoman.feeds.exchange import Exchange
from tests.feeds.sites import Reply, Site, make_limits

ADDRESSES = [
    ("93.184.215.14", True),
    ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
    ("127.0.0.1", False),
    ("10.1.2.3", False),
    ("172.16.0.1", False),
    ("192.168.1.1", False),
    ("169.254.169.254", False),
    ("100.64.0.1", False),
    ("0.0.0.0", False),  # noqa: S104 - nothing is bound
    ("224.0.0.1", False),
    ("255.255.255.255", False),
    ("198.51.100.7", False),
    ("::1", False),
    ("::", False),
    ("fe80::1%eth0", False),
    ("fd00::1", False),
    ("ff02::1", False),
    ("::ffff:127.0.0.1", False),
    ("::ffff:93.184.215.14", True),
    ("64:ff9b::7f00:1", False),
    ("2002:7f00:1::", False),
    ("2001:0:7f00:1::", False),
]


@pytest.mark.parametrize(("address", "is_public"), ADDRESSES)
def test_which_addresses_are_public(address: str, is_public: bool) -> None:
    assert is_allowed(address, ()) is is_public


def test_networks_can_be_allowed() -> None:
    allowed = (ip_network("10.2.0.0/16"), ip_network("fd00::/8"))
    assert is_allowed("10.2.3.4", allowed) and is_allowed("::ffff:10.2.3.4", allowed) and is_allowed("fd12::1", allowed)
    assert not is_allowed("10.3.0.1", allowed)


def answer_with(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Have "news.test" resolve to other addresses each time; gives the list of names asked for."""
    real, left, asked = socket.getaddrinfo, list(answers), list[str]()

    def resolve(host: str, port: int, *args: object, **more: object) -> list[object]:
        if host != "news.test":
            return list(real(host, port, *args, **more))  # type: ignore[arg-type]
        asked.append(host)
        families = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in left[0]]
        return [
            (family, socket.SOCK_STREAM, 6, "", (at, port)) for family, at in zip(families, left.pop(0), strict=True)
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_it_connects_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/feed"] = Reply(b"words")
    asked = answer_with(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
    parts = split_url(f"http://news.test:{site.port}/feed")
    exchange = Exchange(make_limits(), "agent")
    assert exchange.ask(parts, most=100).content == b"words"
    assert asked == ["news.test"] and site.requests[0][1]["host"] == f"news.test:{site.port}"
    with pytest.raises(FetchError, match=r"news\.test is 127\.0\.0\.2, which is not a public address"):
        exchange.ask(parts, most=100)


def test_the_other_family_is_tried_where_one_leads_nowhere(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/feed"] = Reply(b"words")
    answer_with(monkeypatch, ["::ffff:127.0.0.3", "127.0.0.1", "127.0.0.3"], ["127.0.0.3", "::ffff:127.0.0.3"])
    exchange = Exchange(make_limits(allowed=(ip_network("127.0.0.0/8"),)), "agent")
    parts = split_url(f"http://news.test:{site.port}/feed")
    assert exchange.ask(parts, most=100).content == b"words"
    with pytest.raises(FetchError, match="connection refused"):
        exchange.ask(parts, most=100)


def test_a_name_with_a_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ["93.184.215.14", "10.0.0.1"])
    with pytest.raises(FetchError, match=r"is 10\.0\.0\.1"):
        Exchange(make_limits(), "agent").ask(split_url("http://news.test/"), most=100)


def test_certificates_are_checked_against_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port, names = serve_tls(tmp_path, "news.test")
    exchange = Exchange(make_limits(), "agent")
    answer_with(monkeypatch, ["127.0.0.1"], ["127.0.0.1"])
    with pytest.raises(FetchError, match="its certificate is not valid"):
        exchange.ask(split_url(f"https://news.test:{port}/"), most=100)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    assert exchange.ask(split_url(f"https://news.test:{port}/"), most=100).content == b"words"
    with pytest.raises(FetchError, match="its certificate is not valid"):
        exchange.ask(split_url(f"https://127.0.0.1:{port}/"), most=100)
    assert names[:2] == ["news.test", "news.test"]


def serve_tls(folder: Path, name: str) -> tuple[int, list[str | None]]:
    """A server with a certificate of its own for a name; gives its port, and the names that it was asked by."""
    write_certificate(folder, name)
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    context.sni_callback = lambda _socket, asked, _context: names.append(asked)
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        for _ in range(3):
            plain, _ = listening.accept()
            try:
                with context.wrap_socket(plain, server_side=True) as secure:
                    secure.recv(10_000)
                    secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords")
            except OSError:
                plain.close()  # whoever asked did not like the certificate
        listening.close()

    threading.Thread(target=answer, daemon=True).start()
    return listening.getsockname()[1], names


def write_certificate(folder: Path, name: str) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(secret)
