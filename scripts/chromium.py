"""The browser that the tests drive: an installed Chrome or Chromium, else one that this installs.

`python -m scripts.chromium` makes sure that there is one and says in one line which.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
APT = ("apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0")


def main() -> None:
    """Install a browser where none is found, and print which one the tests will use."""
    path = find_chromium() or install_chromium()
    print(f"The tests' browser is {path}")


def find_chromium() -> str | None:
    """Path of the browser: the one named in HUSTINGS_CHROMIUM, an installed one, or Playwright's own."""
    if named := os.environ.get("HUSTINGS_CHROMIUM"):
        return named
    installed = (shutil.which(name) for name in NAMES)
    candidates = (*installed, *APPLICATIONS, _playwrights_own())
    return next((path for path in candidates if path and Path(path).is_file()), None)


def install_chromium() -> str:
    """Install a browser with Debian's package manager where that is ours to use, else with Playwright.

    Returns:
        Its path.

    Raises:
        SystemExit: If no browser is there afterwards, with the line to type.
    """
    if _is_debian_root():
        print("No Chrome or Chromium found: installing Debian's package 'chromium'", flush=True)
        _attempt([*APT, "update"])
        _attempt([*APT, "install", "--no-install-recommends", "chromium"], DEBIAN_FRONTEND="noninteractive")
    else:
        print("No Chrome or Chromium found: Playwright downloads its own", flush=True)
        _attempt([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_chromium() or sys.exit(
        "No browser could be installed. Install Chrome or Chromium, or name one in HUSTINGS_CHROMIUM,"
        " or leave its tests out: make test PYTEST=\"-m 'not browser'\""
    )


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _is_debian_root() -> bool:
    return Path("/etc/debian_version").exists() and os.geteuid() == 0


def _attempt(command: list[str], **environment: str) -> None:
    """Run the command; whether it helped is seen by looking for the browser again."""
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=os.environ | environment)


if __name__ == "__main__":
    main()
