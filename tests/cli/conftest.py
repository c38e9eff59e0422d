from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from records import Document, Entity, Reading, Statement
from store import Store
from tests.ingest.conftest import site as site
from tests.store.conftest import small_disk as small_disk

ROOT = Path(__file__).parents[2]
Ran = subprocess.CompletedProcess[str]


def corpus(path: Path, size: int) -> Path:
    lines = [
        {"id": f"d{n}", "text": f"Martha Hollis criticised Peter Grange on day {n}."} for n in range(size)
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The address of a database of the test's own, not there yet."""
    return f"sqlite:///{tmp_path}/data/h.db"


@pytest.fixture
def hustings(tmp_path: Path, database: str) -> Callable[..., Ran]:
    """Runs the command as a process of its own in an empty folder, on the test's database."""
    return command_in(tmp_path, database)


def command_in(place: Path, database: str) -> Callable[..., Ran]:
    """Runs the command in the folder "here" of a place, on a database."""
    (place / "here").mkdir()
    env = {**os.environ, "HUSTINGS_DATABASE_URL": database, "PYTHONPATH": str(ROOT), "HOME": str(place)}

    def run(*arguments: str | Path, input: str = "", **more: str) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "cli", *map(str, arguments)],
            cwd=place / "here",
            env={**env, **more},
            input=input,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def filled(database: str) -> str:
    """The database with two documents in it, read by hand."""
    people = [
        Entity(id="ada-quill", name="Ada Quill", type="person", party="Lanterns"),
        Entity(id="bo-marsh", name="Bo Marsh", type="person", party="Anchors"),
        Entity(id="cy-reed", name="Cy Reed", type="person"),
    ]
    ada, bo, cy = people
    with Store(database) as store:
        for id, day, actor, word, target in (
            ("one", "2031-01-05", ada, "criticised", bo),
            ("two", "2031-02-05", bo, "praised", cy),
        ):
            text = f"{actor.name} {word} {target.name}."
            document = Document(id=id, text=text, date=day, outlet="The Bell")
            store.add(
                Reading(
                    document=document,
                    entities=(actor, target),
                    statements=(_statement(document, actor, word, target),),
                ),
                {"model": "m 1"},
            )
    return database


def _statement(document: Document, actor: Entity, word: str, target: Entity) -> Statement:
    cue, end = len(actor.name) + 1, len(document.text)
    return Statement(
        id=f"{document.id}-1",
        document=document.id,
        actor=actor.name,
        actor_id=actor.id,
        actor_type=actor.type,
        actor_party=actor.party,
        relation=word,
        family="opposition" if word == "criticised" else "support",
        polarity=-1 if word == "criticised" else 1,
        target=target.name,
        target_id=target.id,
        target_type=target.type,
        target_party=target.party,
        evidence=document.text,
        start=0,
        end=end,
        actor_span=(0, cue - 1),
        cue_span=(cue, cue + len(word)),
        target_span=(cue + len(word) + 1, end - 1),
        date=document.date,
        outlet=document.outlet,
    )


@pytest.fixture
def runner() -> Callable[..., Result]:
    """Runs the command in this process: quicker, for tables of cases."""
    return lambda *arguments: CliRunner().invoke(cli.app, arguments)
