from __future__ import annotations

from pathlib import Path

import pytest

from store import Store


def test_a_backup_can_be_restored(hustings, filled, tmp_path):
    backup = tmp_path / "monday.db"
    made = hustings("backup", backup)
    assert (made.returncode, made.stdout) == (0, "")
    assert "the backup is whole" in made.stderr
    before = hustings("export", "json", "--output", "-").stdout
    with Store(filled) as store:
        store.replace(store.reading("one"), {"model": "m 2"})
        store.save_view("Lanterns", "Iva", "parties=Lanterns")
    restored = hustings("restore", backup)
    assert restored.returncode == 0
    (kept,) = (tmp_path / "data").glob("h.db.replaced-*")
    assert str(kept) in restored.stderr
    assert hustings("export", "json", "--output", "-").stdout == before
    with Store(filled) as store:
        assert (store.views(), store.versions()) == ([], {"model": "m 1"})


def test_a_database_that_is_not_there_is_not_backed_up(hustings, database, tmp_path):
    result = hustings("backup", tmp_path / "monday.db")
    assert (result.returncode, result.stdout) == (2, "")
    assert "there is no database. Check its address" in result.stderr
    assert not (tmp_path / "monday.db").exists()
    assert not (tmp_path / "data").exists()


def cut_short(path: Path) -> None:
    with Store(f"sqlite:///{path}.whole") as store:
        store.backup(path)
    path.write_bytes(path.read_bytes()[:20_000])


def letter(path: Path) -> None:
    path.write_text("Dear Sir, " * 300)


BAD = [
    # verb, what stands in the file             exit code, what is said
    ("restore", lambda path: None, 2, "there is no such file. Name a file that hustings backup wrote"),
    ("restore", letter, 2, "this is no backup (the file is not a database)"),
    (
        "restore",
        cut_short,
        2,
        "this backup is damaged. Copy it anew from where it came from, or name another",
    ),
    ("backup", letter, 2, "It is not replaced; name another file"),
]


@pytest.mark.parametrize(("verb", "make", "code", "message"), BAD)
def test_what_cannot_be_done_says_why(hustings, filled, tmp_path, verb, make, code, message):
    file = tmp_path / "file.db"
    make(file)
    result = hustings(verb, file)
    assert (result.returncode, result.stdout) == (code, "")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    with Store(filled) as store:
        assert store.count() == 2
