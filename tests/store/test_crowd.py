"""Readers and writers at once on a server, for a moment; and a count that tells what is lost."""

from __future__ import annotations

from benchmarks import crowd
from records import Review
from store import Store


def test_nothing_is_lost_where_many_are_at_one_database(postgresql, capsys):
    arguments = ["--database", postgresql, "--seconds", "2", "--readers", "2", "--writers", "2"]
    assert crowd.main(arguments) == 0
    printed = capsys.readouterr().out
    assert "2 writers: " in printed
    assert "0 errors, 0 lost, of 0 " not in printed
    assert "0 errors, 0 lost, of " in printed


def entry(id: str) -> Review:
    return Review(id=id, number=1, at=crowd.AT, coder="Iva", action="note", subject="a", change={})


def test_what_is_lost_is_named(tmp_path):
    with Store(f"sqlite:///{tmp_path}/one.db") as store:
        store.append([entry("w0-0")])
        store.append([entry("w0-1")])
        written = [crowd.Told(entries=["w0-0", "w0-2"], documents=["d1"])]
        assert crowd.missing(store, written) == [
            "entry w0-2 is there 0 times",
            "entry w0-1 was never said to be kept",
            "document d1 is not there",
        ]


def test_an_error_is_kept_and_the_work_goes_on(tmp_path):
    told = crowd.Told()
    with Store(f"sqlite:///{tmp_path}/one.db") as store:
        assert not told.do(lambda: store.document("nowhere"))
        assert told.do(store.revision)
    assert (told.done, len(told.errors)) == (1, 1)
    assert "no document 'nowhere'" in told.errors[0]
