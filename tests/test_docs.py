"""The documentation keeps its word: links lead somewhere, examples run, commands and targets exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from records import slug

ROOT = Path(__file__).parent.parent
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "data").glob("**/README.md")),
]
LINK = re.compile(r"\]\(([^)\s]+)\)")
EXAMPLE = re.compile(r"^```python( model)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^(?:\.venv/bin/)?(hustings|make) (.+?)(?:\s+#.*)?$", re.MULTILINE)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def shown(value: object) -> str:
    return named(value) if isinstance(value, Path) else str(value)


def links() -> list[tuple[Path, str]]:
    return [
        (page, link) for page in PAGES for link in LINK.findall(page.read_text("utf-8")) if "://" not in link
    ]


def examples() -> list:
    return [
        pytest.param(code, id=f"{named(page)}-{number}", marks=[pytest.mark.model] if model else [])
        for page in PAGES
        for number, (model, code) in enumerate(EXAMPLE.findall(page.read_text("utf-8")), start=1)
    ]


def commands(program: str) -> list[tuple[Path, str]]:
    found = [(page, COMMAND.findall(page.read_text("utf-8"))) for page in PAGES]
    return [(page, arguments) for page, lines in found for name, arguments in lines if name == program]


@pytest.mark.parametrize("page, link", links(), ids=shown)
def test_links_lead_somewhere(page, link):
    name, _, heading = link.partition("#")
    target = page.parent / name if name else page
    assert target.exists()
    if heading:
        headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
        assert heading in {slug(found) for found in headings}


@pytest.mark.parametrize("code", examples())
def test_python_examples_run(code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "example", "exec"), {"__name__": "example"})


@pytest.mark.parametrize("page, line", commands("hustings"), ids=shown)
def test_the_commands_shown_exist(page, line):
    from cli import app

    command = typer.main.get_command(app)
    words = shlex.split(line)
    while words and (verbs := getattr(command, "commands", None)):
        command = verbs[words.pop(0)]
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options | {"--help"}


@pytest.mark.parametrize("page, line", commands("make"), ids=shown)
def test_the_make_targets_shown_exist(page, line):
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert line.split()[0] in targets
