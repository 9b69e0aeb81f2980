"""A server that stands in for the homes of encoders, and can fail in the ways they do."""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Hub:
    """One file at one address.

    Attributes:
        url: Its address; the same with ``/moved`` at the end sends one on to it.
        content: The file.
        cut_after: Close the connection after so many bytes of an answer.
        ranges: Whether it can begin in the middle.
        linked: The header ``X-Linked-ETag`` of the redirection.
        asked: The ``Range`` of every request for the file, "" for all of it.
        sent: Bytes sent in all.
    """

    url: str = ""
    content: bytes = b""
    cut_after: int | None = None
    ranges: bool = True
    linked: str | None = None
    asked: list[str] = field(default_factory=list)
    sent: int = 0


@contextlib.contextmanager
def running(hub: Hub) -> Iterator[Hub]:
    """Serve until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    hub.url = f"http://127.0.0.1:{server.server_port}/weights.pth"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/weights.pth/moved":
                self._send_on()
            elif self.path == "/weights.pth":
                self._answer(self.headers.get("Range", ""))
            else:
                self.send_error(404)

        def _send_on(self) -> None:
            self.send_response(302)
            self.send_header("Location", hub.url)
            if hub.linked:
                self.send_header("X-Linked-ETag", hub.linked)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _answer(self, asked: str) -> None:
            hub.asked.append(asked)
            start = int(asked[len("bytes=") : -1]) if asked and hub.ranges else 0
            if start and start >= len(hub.content):
                self.send_error(416)
                return
            body = hub.content[start:]
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            part = body[: hub.cut_after]
            hub.sent += len(part)  # before they go: a client that has them all looks at once
            self.wfile.write(part)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
