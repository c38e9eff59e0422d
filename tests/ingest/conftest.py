"""Reading a file as the command does, and a web server on this computer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ingest import Failure, read_source
from records import Document


@pytest.fixture
def read(tmp_path) -> Callable[..., list[Document | Failure]]:
    """Writes a file and reads it as the command would: read("a.txt", b"...")."""

    def read(name: str, content: bytes | str) -> list[Document | Failure]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_source(str(path)))

    return read


@dataclass
class Site:
    """A web server: pages maps a path to (status, headers, body)."""

    address: str
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(
        self, path: str, body: str | bytes, kind: str = "text/html", status: int = 200, **headers: str
    ) -> str:
        """Serve a page, and say its address."""
        names = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {name: value for name, value in names.items() if value}, content)
        return self.address + path


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on 127.0.0.1 that is stopped after the test."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append(self.path)
            if self.path == "/slow":
                time.sleep(2)
            status, headers, body = here.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                self.close_connection = True  # the reader has seen enough and hung up

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: what was asked for stands in Site.asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield here
    server.shutdown()
    thread.join()
    server.server_close()
