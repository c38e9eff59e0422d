"""The app as `make run` starts it, on a database of its own, and a browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

expect.set_options(timeout=15_000)  # two cores that other tests share

ROOT = Path(__file__).parents[2]
COMMAND = "cli", "serve"  # what `make run` runs, by whatever name it is installed
START = 120  # seconds for a server to answer, and for the sample to be read, on a busy machine
TOUR_SEEN = "sessionStorage.setItem('hustings-tour', 'seen')"  # its card lies over the page


@contextmanager
def serving(database: str, folder: Path) -> Iterator[str]:
    """Where the app answers that shows this database; its log goes into the folder."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = (*COMMAND, "--port", str(port))
    with running(folder, f"{address}/_stcore/health", *command, HUSTINGS_DATABASE_URL=database):
        yield address


@contextmanager
def running(folder: Path, answers: str, *module: str, **environment: str) -> Iterator[None]:
    """A Python module as a server, from the moment in which this address answers."""
    log = folder / f"{module[0]}.log"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=out,
            stderr=out,
        ) as server,
    ):
        try:
            _wait(answers, server, log)
            yield
        finally:
            server.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
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


@pytest.fixture(scope="module")
def database() -> str:
    """The database that a file of tests makes for itself; "" where it leaves the statements alone."""
    return ""


@pytest.fixture(scope="module")
def address(
    request: pytest.FixtureRequest, database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where an app answers: one of the file's own, if it has a database, since its changes would show in others'."""
    if not database:
        yield request.getfixturevalue("sample")
        return
    with serving(database, tmp_path_factory.mktemp("app")) as address:
        yield address


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an app answers that shows the sample; one for all tests of a worker that leave the statements alone.

    The first worker's has read it into a fresh database, which takes seconds; the others get a copy of that.
    """
    folder = tmp_path_factory.mktemp("app")
    database, whole = folder / "fresh.db", _of_all_workers(tmp_path_factory) / "whole.db"
    is_first = _comes_first(whole)
    if not is_first:
        _wait_for(whole)
        shutil.copy(whole, database)
    with serving(f"sqlite:///{database}", folder) as address:
        if is_first:
            _copy(database, whole)
        yield address


def _of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests, the same for each worker."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _comes_first(file: Path) -> bool:
    """Whether no worker has said before that it will make the file."""
    try:
        file.with_suffix(".begun").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _wait_for(file: Path) -> None:
    end = time.monotonic() + START
    while not file.exists():
        assert time.monotonic() < end, f"the worker that began {file} did not finish it"
        time.sleep(0.2)


def _copy(database: Path, file: Path) -> None:
    """The database as one file, which is there only once it is whole; SQLite copies what is in its log too."""
    unfinished = file.with_suffix(".unfinished")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    unfinished.rename(file)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page."""
    with opened(browser, address) as page:
        yield page


@contextmanager
def opened(browser: Browser, address: str, excused: str = "") -> Iterator[Page]:
    """A fresh page; at its end, nothing may have gone to another host or been complained of in the console.

    Args:
        excused: Words of a complaint that is somebody else's, and that the test deals with.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.add_init_script(TOUR_SEEN)
    page = context.new_page()
    page.set_default_timeout(30_000)
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert [complaint for complaint in complaints if not excused or excused not in complaint] == []


def at_rest(page: Page) -> None:
    """Until the script has run: what is drawn anew under the mouse takes no click."""
    page.locator("[data-test-script-state=notRunning]").first.wait_for()
