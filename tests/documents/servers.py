"""A web server on this machine that gives files, and misbehaves when told to."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PARTS = re.compile(r"bytes=(\d+)-(\d+)")


class FileServer(ThreadingHTTPServer):
    """Gives `files`; `failures` answers that it owes break off or fail first."""

    def __init__(self, files: Mapping[str, bytes], *, gives_parts: bool, failures: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.files = files
        self.gives_parts = gives_parts
        self.failures = failures
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        """Its address, without a slash."""
        return f"http://127.0.0.1:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    server: FileServer

    def do_HEAD(self) -> None:
        self._answer(with_content=False)

    def do_GET(self) -> None:
        self._answer(with_content=True)

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _answer(self, *, with_content: bool) -> None:
        content = self.server.files.get(self.path)
        wanted = PARTS.match(self.headers.get("Range", ""))
        self.server.asked.append(self.path)
        if content is None:
            self.send_error(404)
            return
        if with_content and self.server.failures:
            self.server.failures -= 1
            self.send_error(503)
            return
        if wanted and self.server.gives_parts:
            first, last = int(wanted[1]), min(int(wanted[2]), len(content) - 1)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
            content = content[first : last + 1]
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if with_content:
            self.wfile.write(content)


@contextmanager
def serve(files: Mapping[str, bytes], *, gives_parts: bool = True, failures: int = 0) -> Iterator[FileServer]:
    """A server for as long as the block runs."""
    with FileServer(files, gives_parts=gives_parts, failures=failures) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
