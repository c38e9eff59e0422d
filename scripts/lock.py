"""Renew the lock: exact versions with hashes, for every Python and system that pyproject.toml allows.

Two files come out, so that whoever only runs the app installs no test tools. `make lock` calls this.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

HEADER = "# Made by `make lock` from pyproject.toml; do not edit by hand.\n"
COMPILE = [
    *("pip", "compile", "pyproject.toml", "--quiet", "--upgrade", "--generate-hashes"),
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"),
]


def main() -> None:
    """Write requirements.txt, then requirements-dev.txt on top of its versions."""
    run_time = compile_lock("--group", "build")
    Path("requirements.txt").write_text(HEADER + run_time, encoding="utf-8")
    both = compile_lock("--group", "dev", "--group", "build", "--group", "lock", "-c", "requirements.txt")
    Path("requirements-dev.txt").write_text(HEADER + without(both, run_time), encoding="utf-8")


def compile_lock(*options: str) -> str:
    """What uv resolves, as the text of a requirements file.

    Raises:
        SystemExit: If the text names an address, which would bind the lock to one registry or one machine.
    """
    command = [sys.executable, "-m", "uv", *COMPILE, *options]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    if address := re.search(r"\w+://\S+", text):
        sys.exit(f"The lock names the address {address[0]}; remove what brings it in")
    return text


def without(lock: str, other: str) -> str:
    """The requirements of `lock` that `other` does not hold."""
    known = set(_requirements(other))
    return "".join(entry for entry in _requirements(lock) if entry not in known)


def _requirements(lock: str) -> list[str]:
    """One requirement with its lines of hashes each."""
    return re.findall(r"^\S.*\n(?:[ \t]+.*\n)*", lock, flags=re.MULTILINE)


if __name__ == "__main__":
    main()
