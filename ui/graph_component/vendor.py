"""vis-network for the browser, taken from the installed pyvis: the repository holds no third-party code."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

from errors import HustingsError

VENDOR = Path(__file__).parent / "frontend" / "vendor"
SCRIPT = "vis-network.min.js"
VERSION = "vis-9.1.2"  # the newer of the two that pyvis carries


def ensure_assets() -> Path:
    """The script that the component serves, copied from the installed pyvis if it is missing or another.

    Raises:
        HustingsError: If pyvis is not installed or carries no such script, or the folder cannot be written.
    """
    served, original = VENDOR / SCRIPT, _original()
    if served.is_file() and served.stat().st_size == original.stat().st_size:
        return served
    try:
        VENDOR.mkdir(exist_ok=True)
        # Copied beside it and moved: another server that starts now never reads half a file.
        half = shutil.copyfile(original, VENDOR / f".{SCRIPT}.part")
        return half.replace(served)
    except OSError as error:
        raise HustingsError(
            f"the graph's script cannot be copied: {error.strerror}",
            where=str(VENDOR),
            mend="Let this folder be written to, or start Hustings once as its owner",
        ) from error


def _original() -> Path:
    # Found without importing it: importing pyvis takes most of a second.
    spec = importlib.util.find_spec("pyvis")
    package = Path(spec.origin).parent if spec and spec.origin else Path(sys.prefix)
    script = package / "templates" / "lib" / VERSION / SCRIPT
    if not script.is_file():
        raise HustingsError(
            "the installed pyvis does not carry vis-network", where=str(script), mend="Run make install again"
        )
    return script
