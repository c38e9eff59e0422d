from __future__ import annotations

import time

import pytest
from typer.testing import CliRunner

import cli

VERBS = [
    ["extract"],
    ["add"],
    ["export"],
    ["explain"],
    ["snapshot", "create"],
    ["snapshot", "verify"],
    ["knowledge", "list"],
    ["knowledge", "show"],
    ["knowledge", "check"],
    ["knowledge", "import"],
    *(
        ["review", verb]
        for verb in [
            "list",
            "log",
            "agreement",
            "report",
            "rows",
            "accept",
            "reject",
            "flip",
            "relate",
            "retarget",
            "merge",
            "split",
            "rename",
            "note",
            "undo",
            "hold",
            "add",
            "distinct",
        ]
    ),
    ["backup"],
    ["restore"],
    ["serve"],
    ["doctor"],
    ["version"],
]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_every_verb_explains_itself_with_an_example(verb):
    result = CliRunner().invoke(cli.app, [*verb, "--help"])
    assert result.exit_code == 0
    assert f"Example: hustings {' '.join(verb)}" in " ".join(result.stdout.split())


def test_the_table_of_verbs_above_is_whole():
    groups = {group.name: group.typer_instance for group in cli.app.registered_groups}
    found = {command.callback.__name__ for command in cli.app.registered_commands}
    found |= {
        f"{name} {c.name or c.callback.__name__}"
        for name, app in groups.items()
        for c in app.registered_commands
    }
    assert found == {" ".join(verb) for verb in VERBS}


def test_help_is_there_at_once(hustings):
    hustings("--help")  # once, so that the files are in memory
    start = time.perf_counter()
    result = hustings("--help")
    assert time.perf_counter() - start < 1.5  # 0.15 s alone; tests run side by side
    assert result.returncode == 0
    assert "extract" in result.stdout


def test_help_loads_nothing_slow(hustings):
    result = hustings("--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rsplit("|", 1)[-1].strip() for line in result.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"spacy", "streamlit", "networkx", "sqlalchemy", "matplotlib", "numpy"}


@pytest.mark.parametrize("arguments", [["frobnicate"], ["export"], ["extract"], ["serve", "--port", "0"]])
def test_a_command_that_is_not_understood_ends_with_2(hustings, arguments):
    result = hustings(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "hustings" in result.stderr or "Usage" in result.stderr
