"""The app as `make run` starts it, on a fresh database, and a browser that looks at it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

expect.set_options(timeout=15_000)  # two cores that other tests share

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "cli", "serve"]  # what `make run` runs, by whatever name it is installed
START = 120  # seconds for the sample to be read on a busy machine


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the running app answers."""
    folder = tmp_path_factory.mktemp("app")
    port = _free_port()
    environment = {**os.environ, "HUSTINGS_DATABASE_URL": f"sqlite:///{folder / 'fresh.db'}"}
    command = [*COMMAND, "--port", str(port)]
    log = folder / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as server,
    ):
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _is_ours(message: ConsoleMessage) -> bool:
    """Whether it is an error; opened on another page, Streamlit first asks for its own parts under that path."""
    return message.type == "error" and not re.search(r":\d+/\w+/_stcore/", message.location["url"])


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')}")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page; at its end, nothing may have gone to another host or been complained of in the console."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.add_init_script("sessionStorage.setItem('hustings-tour', 'seen')")  # its card lies over the page
    page = context.new_page()
    page.set_default_timeout(30_000)
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if _is_ours(message) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert complaints == []
