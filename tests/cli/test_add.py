from __future__ import annotations

import os

import pytest

from store import Store
from tests.cli.conftest import corpus

pytestmark = pytest.mark.model


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


def test_bad_files_of_every_kind_stop_no_other_file_of_the_folder(hustings, database, tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    text = b"Martha Hollis criticised Peter Grange on Monday."
    files = {
        b"a.json": b'{"text": "No.", "votes": ' + b"7" * 5_000 + b"}",
        b"b.md": b"---\ntitle: " + b"[" * 9_000 + b"\n---\nNo.",
        b"c.md": b"---\ntitle: Fury: minister quits\n---\nNo.",
        b"d.html": b"<html><meta charset='undefined'><p>\xff",
        b"e.jsonl": b'{"id": "\\ud800x", "text": "%s"}\n{"id": "  ", "text": "%s"}' % (text, text + b" One."),
        b"caf\xe9.txt": text + b" Two.",
        b" .txt": text + b" Three.",
    }
    for name, content in files.items():
        (folder / os.fsdecode(name)).write_bytes(content)
    run = hustings("add", folder)
    *refusals, summary = run.stderr.splitlines()
    assert (run.returncode, summary) == (2, "4 added, 0 known already, 4 refused")
    assert [line.removeprefix(f"{folder}/").partition(":")[0] for line in refusals] == [
        "a.json",
        "b.md",
        "c.md",
        "d.html",
    ]
    with Store(database) as store:
        assert {document.id for document in store.documents()} == {"\ufffdx", "e-2", "caf\ufffd", "text"}


def test_another_text_under_the_same_name_is_added_beside(hustings, database, tmp_path):
    path = tmp_path / "report.txt"
    for text in ("Martha Hollis criticised Peter Grange.", "Martha Hollis praised Peter Grange."):
        path.write_text(text, encoding="utf-8")
        assert hustings("add", path).returncode == 0
    with Store(database) as store:
        assert len({document.id for document in store.documents()}) == 2
        assert {s.relation for s in store.statements()} == {"criticised", "praised"}
