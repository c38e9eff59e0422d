"""What pyproject.toml says of the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "pyproject.toml"


def program_version() -> str:
    """Such as "0.1.0"."""
    return str(_project()["version"])


def needed_packages() -> list[str]:
    """Names of the packages that it needs to run."""
    return [re.split(r"[^\w.-]", requirement)[0] for requirement in _project()["dependencies"]]


def _project() -> Any:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))["project"]
