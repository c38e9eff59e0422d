"""Scripts that the component serves and others own: pyvis has vis-network, the exported page what draws names."""

from __future__ import annotations

import filecmp
import importlib.util
import shutil
import sys
from pathlib import Path

import view
from errors import HustingsError

VENDOR = Path(__file__).parent / "frontend" / "vendor"
SCRIPT = "vis-network.min.js"
DRAWING = Path(str(view.__file__)).parent / "templates" / "drawing.js"
VERSION = "vis-9.1.2"  # the newer of the two that pyvis carries


def ensure_assets() -> Path:
    """vis-network as the component serves it; this and the other script are copied if missing or changed.

    Raises:
        HustingsError: If pyvis is not installed or carries no such script, or the folder cannot be written.
    """
    _served(DRAWING)
    return _served(_original())


def _served(original: Path) -> Path:
    served = VENDOR / original.name
    if served.is_file() and filecmp.cmp(served, original, shallow=False):
        return served
    try:
        VENDOR.mkdir(exist_ok=True)
        # Copied beside it and moved: another server that starts now never reads half a file.
        half = shutil.copyfile(original, VENDOR / f".{original.name}.part")
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
