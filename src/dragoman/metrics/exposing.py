"""Writing figures as Prometheus reads them, and answering it where the program has no pages of its own."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import REGISTRY, CollectorRegistry, disable_created_metrics, start_http_server
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from dragoman.errors import ConfigurationError
from dragoman.metrics.sharing import find_shared


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure as it is now."""

    name: str
    """"dragoman_record_events"."""
    about: str
    """In one sentence."""
    value: float


disable_created_metrics()  # type: ignore[no-untyped-call]  # when a counter was made tells nothing that its value does not

ReadGauges = Callable[[], Iterable[Gauge]]


class _Gauges(Collector):
    """Gauges that are read when somebody asks."""

    def __init__(self, read: ReadGauges) -> None:
        self._read = read

    def collect(self) -> Iterator[Metric]:
        for gauge in self._read():
            yield GaugeMetricFamily(gauge.name, gauge.about, value=gauge.value)

    def describe(self) -> Iterator[Metric]:
        """Nothing: what is described need not be read when it is registered."""
        return iter(())


def write_metrics(*readers: ReadGauges, accept: str = "") -> tuple[bytes, str]:
    """All figures of this process, or of all that share them.

    Args:
        readers: of gauges.
        accept: the forms that whoever asks can read, as the header of that name has them.

    Returns:
        The figures and their media type.

    """
    encode, media_type = choose_encoder(accept)
    return encode(_gather(readers)), media_type


def _gather(readers: Iterable[ReadGauges]) -> CollectorRegistry:
    registry = CollectorRegistry(auto_describe=False)
    shared = find_shared()
    if shared is None:
        registry.register(REGISTRY)
    else:
        MultiProcessCollector(registry, path=shared)  # type: ignore[no-untyped-call]
    for read in readers:
        registry.register(_Gauges(read))
    return registry


@contextmanager
def serve_metrics(port: int, *readers: ReadGauges, host: str = "127.0.0.1") -> Iterator[str]:
    """Answer Prometheus while the block lasts, in a thread; gives the address.

    Args:
        port: to listen at; 0 for any that is free.
        readers: of gauges.
        host: the machine's own address to listen at.

    Raises:
        ConfigurationError: the port is taken, or the host is none of this machine.

    """
    try:
        server, thread = start_http_server(port, host, _gather(readers))
    except (OSError, OverflowError) as error:
        raise ConfigurationError(
            f"figures cannot be served there ({getattr(error, 'strerror', None) or error})",
            place=f"{host}:{port}",
            remedy="Choose another port; 0 takes any that is free.",
        ) from None
    try:
        yield f"http://{host}:{server.server_port}/metrics"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
