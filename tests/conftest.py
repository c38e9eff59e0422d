"""What all tests share: settings of hypothesis, the browser."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# The last switch of this name counts, so Playwright's own wishes that touch the network are said again.
UNWANTED = [
    *(
        "WebUIOmniboxPopup",
        "WebUIOmniboxAimPopup",
        "WebUIOmniboxFullPopup",
        "AimEnabled",
    ),  # two pages beside each
    *(
        "HttpsUpgrades",
        "MediaRouter",
        "NetworkTimeServiceQuerying",
        "OptimizationHints",
        "PreconnectToSearch",
    ),
]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNWANTED)}",
]

# Two shared cores make times jump, so no deadline for an example; the same examples in every run.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("steady")

# Whoever runs the tests may have imported knowledge of their own.
os.environ["HUSTINGS_KNOWLEDGE"] = str(Path(__file__).parent / "nowhere")


@pytest.fixture(autouse=True)
def same_main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page's test leaves its script behind as the main module, and every new process would run that."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the Chrome or Chromium that browser tests drive."""
    from scripts.chromium import find_chromium

    path = find_chromium()
    if path is None:
        pytest.fail("no browser: run `python -m scripts.chromium` first, as `make test` does")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chrome or Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()
