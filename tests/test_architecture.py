"""The shape of the house: imports run one way, and nothing names the place where it was built."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SKIPPED = {"build", "dist", "node_modules", "vendor", "__pycache__", "test-results"}

LOW = {"records", "errors"}
ROOMS = {"nlp", "graph", "store", "ingest", "review"}
MAY_IMPORT = {  # of ours
    "errors": set(),
    "records": {"errors"},
    **{room: LOW | {room} for room in ROOMS},
    "view": LOW | {"graph", "view"},
    "workspace": LOW | ROOMS | {"view", "workspace"},
    "ui": LOW | ROOMS | {"view", "workspace", "ui"},
    "commands": LOW | ROOMS | {"view", "workspace", "ui", "commands"},  # serve and doctor are about the pages
    "cli": LOW | ROOMS | {"view", "workspace", "commands"},
    "app": LOW | {"view", "workspace", "ui"},
    "served": {"ui"},
    "benchmarks": LOW | ROOMS | {"view", "workspace", "benchmarks", "scripts"},
    "scripts": {"scripts"},
    "training": LOW | {"nlp", "benchmarks", "training"},
}
ONLY_IN = {  # whose business a package is
    "streamlit": {"ui", "app", "served"},
    "starlette": {"ui"},
    "altair": {"ui", "view"},
    "spacy": {"nlp", "benchmarks"},
    "networkx": {"graph", "view", "workspace", "ui", "benchmarks"},
    "rustworkx": {"graph"},
    "graspologic_native": {"graph"},
    "pyvis": {"view", "ui"},
    "matplotlib": {"view"},
    "sqlalchemy": {"store"},
    "onnxruntime": {"nlp", "training"},
    "tokenizers": {"nlp"},
    "torch": {"training"},
    "transformers": {"training"},
    "trafilatura": {"ingest"},
    "feedparser": {"ingest"},
    "pypdf": {"ingest"},
    "docx": {"ingest"},
    "typer": {"cli", "commands", "benchmarks"},
    "rich": {"cli", "commands", "benchmarks"},
    "playwright": {"scripts", "benchmarks"},
}
TEXT_SUFFIXES = {
    "",
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".jsonl",
    ".js",
    ".css",
    ".html",
    ".yml",
    ".yaml",
    ".csv",
}
HALVES = (  # in two, so that this file does not name them either
    ("/wo", "rk/"), ("/fa", "rm/"), (r"\.lib", "rary/"), ("helper ses", "sion"), ("sub", "agent"),
    ("py", r"pi\.org"), ("python", "hosted"), (r"registry\.npm", "js"), (r"deb\.deb", "ian"),
)  # fmt: skip
UNWANTED = re.compile("|".join(map("".join, HALVES)))


def files() -> Iterator[Path]:
    """Every file of the project, but not what tools and installs leave behind."""
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.is_file():
                yield path
            elif path.name not in SKIPPED and (
                not path.name.startswith(".") or path.name in (".ci", ".streamlit")
            ):
                folders.append(path)


MODULES = sorted(path.relative_to(ROOT) for path in files() if path.suffix == ".py")
TEXTS = sorted(path.relative_to(ROOT) for path in files() if path.suffix in TEXT_SUFFIXES)
OURS = [path for path in MODULES if path.parts[0] != "tests"]


def room_of(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imports_of(path: Path) -> set[str]:
    """Top-level names of everything that the file imports, wherever in the file."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the whole name instead of a relative import"
            found.add(str(node.module).partition(".")[0])
    return found


def test_every_room_has_its_rule():
    assert {room_of(path) for path in OURS} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", OURS, ids=str)
def test_imports_run_one_way(path):
    ours = imports_of(path) & (set(MAY_IMPORT) | {"tests"})
    assert ours <= MAY_IMPORT[room_of(path)]


@pytest.mark.parametrize("path", OURS, ids=str)
def test_each_package_stays_in_its_rooms(path):
    room = room_of(path)
    assert {name for name in imports_of(path) & set(ONLY_IN) if room not in ONLY_IN[name]} == set()


@pytest.mark.parametrize("name", ["records.py", "errors.py"])
def test_the_records_need_nothing_installed(name):
    assert imports_of(Path(name)) - {"errors"} <= sys.stdlib_module_names


@pytest.mark.parametrize("path", OURS, ids=str)
def test_every_module_says_what_is_in_it(path):
    assert ast.get_docstring(tree_of(path)), "write a docstring at the top of the file"


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_nothing_names_the_workplace_or_a_registry(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    assert UNWANTED.search(text) is None


def test_the_lock_pins_every_package_with_hashes_and_no_place():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = re.findall(
            r"^[a-z0-9._-]+==\S+.*(?:\n {4}--hash=sha256:[0-9a-f]{64}(?: \\)?)+$", text, re.MULTILINE
        )
        assert len(pinned) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 0
        assert "://" not in text
