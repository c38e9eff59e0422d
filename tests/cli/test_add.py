from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import Store

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]


def corpus(path: Path, size: int) -> Path:
    lines = [
        {"id": f"d{n}", "text": f"Martha Hollis criticised Peter Grange on day {n}."} for n in range(size)
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def test_the_same_again_changes_nothing_and_other_sources_go_on(hustings, database, tmp_path):
    first = hustings("add", corpus(tmp_path / "a.jsonl", 3))
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr == "3 added, 0 known already, 0 refused\n"
    with Store(database) as store:
        before = store.revision(), store.statements()
    assert len(before[1]) == 3
    again = hustings("add", corpus(tmp_path / "a.jsonl", 3), "missing.txt")
    assert again.returncode == 2
    assert again.stderr.splitlines()[-1] == "0 added, 3 known already, 1 refused"
    with Store(database) as store:
        assert (store.revision(), store.statements()) == before
        assert set(store.versions()) >= {"extractor", "model", "lexicon", "knowledge"}


def test_a_killed_command_is_finished_by_the_same_command(hustings, database, tmp_path):
    size = 200
    source = corpus(tmp_path / "a.jsonl", size)
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", "--database", database, "add", source],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    with Store(database) as store:
        try:
            while store.count() == 0:
                assert running.poll() is None
                time.sleep(0.01)
        finally:
            running.kill()
            running.wait()
        kept = store.count()
        assert 0 < kept < size
        store.check()
        assert {statement.document for statement in store.statements()} == {d.id for d in store.documents()}
        finished = hustings("add", source)
        assert finished.stderr == f"{size - kept} added, {kept} known already, 0 refused\n"
        assert store.count() == size
        store.check()


def test_a_full_disk_is_one_message_and_1(hustings, small_disk, tmp_path):
    database = f"sqlite:///{small_disk}/h.db"
    hustings("add", corpus(tmp_path / "a.jsonl", 2), "--database", database)
    big = tmp_path / "big.json"  # in its title, which costs no time to read
    big.write_text(
        json.dumps({"id": "big", "title": "Long " * 80_000, "text": "The boats stayed in all day."})
    )
    result = hustings("add", big, "--database", database)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(
        f"{small_disk}/h.db: the disk is full. Free some space and run the same command"
    )
    assert len(result.stderr.splitlines()) == 1
    with Store(database) as store:
        assert store.count() == 2
        store.check()
    subprocess.run(["mount", "-o", "remount,size=40m", small_disk], check=True)
    again = hustings("add", big, corpus(tmp_path / "a.jsonl", 2), "--database", database)
    assert (again.returncode, again.stderr) == (0, "1 added, 2 known already, 0 refused\n")


UNUSABLE = [
    ("CREATE TABLE recipes (name TEXT)", "belongs to another program"),
    (
        "CREATE TABLE meta (name TEXT, value INT); INSERT INTO meta VALUES ('schema_version', 99)",
        "newer version",
    ),
]


@pytest.mark.parametrize(("script", "message"), UNUSABLE)
@pytest.mark.parametrize(
    "verb", [["add", "a.txt"], ["export", "gexf", "--output", "x"], ["serve"]], ids=" ".join
)
def test_a_database_that_is_not_ours_is_one_message_and_stays(
    hustings, database, tmp_path, verb, script, message
):
    path = tmp_path / "data" / "h.db"
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    (tmp_path / "here" / "a.txt").write_text("Martha Hollis criticised Peter Grange.", encoding="utf-8")
    before = path.read_bytes()
    result = hustings(*verb)
    assert (result.returncode, result.stdout) == (1, "")
    assert message in result.stderr
    assert str(path) in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert path.read_bytes() == before


def test_another_text_under_the_same_name_is_added_beside(hustings, database, tmp_path):
    path = tmp_path / "report.txt"
    for text in ("Martha Hollis criticised Peter Grange.", "Martha Hollis praised Peter Grange."):
        path.write_text(text, encoding="utf-8")
        assert hustings("add", path).returncode == 0
    with Store(database) as store:
        assert len({document.id for document in store.documents()}) == 2
        assert {s.relation for s in store.statements()} == {"criticised", "praised"}
