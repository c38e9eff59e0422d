"""The journal of reviews, and what else people keep: nothing is lost, nothing is changed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from errors import InputError, StoreError
from records import Review
from store import Store
from store.engines import for_writing

ROOT = Path(__file__).parents[2]
LATER = {"extractor": "2", "model": "m 1"}


def entry(number: int = 1, id: str = "", **facts: object) -> Review:
    given = {
        "at": "2031-05-01T10:00:00+00:00",
        "coder": "Iva",
        "action": "accept",
        "subject": "a-1",
        "change": {},
    }
    return Review(id=id or f"r{number}", number=number, **{**given, **facts})


def test_entries_come_back_as_they_went_in(store):
    flip = entry(2, action="flip", change={"polarity": 1, "why": ["a", {"b": None}]}, note="No – “praise”")
    assert store.append([entry(1), flip]) == [1, 2]
    assert store.reviews() == [entry(1), flip]


def test_the_store_numbers_on_from_the_last_entry(store):
    store.append([entry(1), entry(2)])
    assert store.append([entry(7), entry(9)]) == [3, 4]
    assert store.reviews(since=2) == [entry(3, id="r7"), entry(4, id="r9")]


def test_nothing_appended_is_nothing_changed(store):
    before = store.revision()
    assert store.append([]) == []
    assert (store.reviews(), store.revision()) == ([], before)


REFUSED = [
    ([entry(2), entry(1)], None, InputError, "not in order"),
    ([entry(1), entry(1, id="x")], None, InputError, "not in order"),
    ([entry(1), entry(2, id="r1")], None, StoreError, "the same place"),
    ([entry(2, id="first")], None, StoreError, "the same place"),
    (
        [entry(1)],
        0,
        StoreError,
        "somebody else has added to the journal .it ends with entry 1, not 0.*Read it again",
    ),
]


@pytest.mark.parametrize(("entries", "after", "error", "message"), REFUSED)
def test_what_is_refused_leaves_the_journal_as_it_was(store, entries, after, error, message):
    store.append([entry(1, id="first")])
    before = store.reviews(), store.revision()
    with pytest.raises(error, match=message):
        store.append(entries, after=after)
    assert (store.reviews(), store.revision()) == before


def test_whoever_has_seen_the_last_entry_may_go_on(store):
    store.append([entry(1)], after=0)
    assert store.append([entry(1, id="x")], after=1) == [2]


@pytest.mark.parametrize("command", ["DELETE FROM reviews", "UPDATE reviews SET coder = 'Nobody'"])
def test_the_database_itself_keeps_the_journal(store, command):
    store.append([entry(1)])
    with pytest.raises(DBAPIError, match="only added to"), for_writing(store._engine) as connection:
        connection.execute(text(command))
    assert store.reviews() == [entry(1)]


def test_readers_see_that_the_journal_has_grown(store):
    before = store.revision()
    store.append([entry(1)])
    assert store.revision() > before


def test_the_journal_leaves_the_revision_of_the_extraction_alone(store, make_reading):
    store.add(make_reading(outlet="The Bell"), {})
    before = store.extraction_revision()
    store.append([entry(1)])
    assert store.extraction_revision() == before < store.revision()
    for change in (
        lambda: store.add(make_reading(id="b", text="Bo Marsh praised Ada Quill, it says."), {}),
        lambda: store.report(make_reading(outlet="Post").document),
        lambda: store.replace(make_reading(outlet="The Bell"), LATER),
    ):
        seen = store.extraction_revision()
        change()
        assert seen < store.extraction_revision() == store.revision()


WRITER = """
import runpy, sys
entry = runpy.run_path("tests/store/test_journal.py")["entry"]
from store import Store
with Store(sys.argv[1]) as store:
    for number in range(25):
        store.append([entry(id=f"{sys.argv[2]}-{number}")])
"""


def test_writers_at_once_lose_nothing(url):
    Store(url).close()
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, url, str(number)], cwd=ROOT) for number in range(4)
    ]
    assert [writer.wait() for writer in writers] == [0] * 4
    with Store(url) as store:
        entries = store.reviews()
    assert [found.number for found in entries] == list(range(1, 101))
    assert {found.id for found in entries} == {f"{w}-{n}" for w in range(4) for n in range(25)}


def test_a_better_reading_takes_the_place_of_the_old_one(store, make_reading):
    store.add(make_reading(date="2031-05-01"), {"extractor": "1", "model": "m 1"})
    store.append([entry(1)])
    old = store.reading("a")
    better = replace(old, statements=(replace(old.statements[0], negated=True),), entities=old.entities[:1])
    store.replace(better, LATER)
    assert store.reading("a") == better
    assert store.reviews() == [entry(1)]
    assert store.versions() == LATER
    assert [(run.versions["extractor"], run.documents) for run in store.runs()] == [("1", 0), ("2", 1)]


def test_a_better_reading_of_another_text_is_refused(store, make_reading):
    store.add(make_reading(), {})
    for reading, message in (
        (make_reading(text="Ada Quill criticised Bo Marsh again."), "another text"),
        (make_reading(id="b"), "no document 'b'"),
    ):
        with pytest.raises(InputError, match=message):
            store.replace(reading, LATER)
    assert store.reading("a") == make_reading()


def test_a_run_is_all_that_the_same_versions_read(store, make_reading):
    for number, version in enumerate("1121"):
        reading = make_reading(id=str(number), text=f"Ada Quill criticised Bo Marsh {number} times.")
        store.add(reading, {"extractor": version})
    assert [(run.number, run.versions, run.documents) for run in store.runs()] == [
        (1, {"extractor": "1"}, 3),
        (2, {"extractor": "2"}, 1),
    ]
    assert all(run.first_at <= run.last_at for run in store.runs())


def test_snapshots_are_kept_by_name(store):
    content = bytes(range(256)) * 40
    saved = store.save_snapshot("january", content)
    assert (saved.sha256, saved.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert store.save_snapshot("january", content) == saved
    assert store.snapshots() == [saved]
    assert store.snapshot("january") == content


def test_a_snapshot_is_never_replaced(store):
    store.save_snapshot("january", b"one")
    with pytest.raises(InputError, match=r"another snapshot named 'january'.*another name"):
        store.save_snapshot("january", b"two")
    assert store.snapshot("january") == b"one"
    with pytest.raises(InputError, match="no snapshot 'may'"):
        store.snapshot("may")


def test_views_have_short_ids_that_stay(store):
    saved = store.save_view("Lanterns", "Iva", "parties=Lanterns&since=2031-01-01")
    assert len(saved.id) == 8
    assert store.save_view("Lanterns", "Iva", "parties=Lanterns&since=2031-01-01") == saved
    other = store.save_view("Anchors", "Ossian", "parties=Anchors")
    assert store.views() == [other, saved]
    assert store.views(owner="Iva") == [saved]
    assert store.view(saved.id) == saved
    with pytest.raises(InputError, match="no view 'nowhere'"):
        store.view("nowhere")


def test_a_view_keeps_its_id_under_another_name(store):
    saved = store.save_view("Lanterns", "Iva", "parties=Lanterns")
    store.rename_view(saved.id, "Lamps")
    assert store.view(saved.id) == replace(saved, name="Lamps")
    again = store.save_view("Lanterns", "Iva", "parties=Lanterns")
    assert again.id != saved.id
    with pytest.raises(InputError, match="no view 'nowhere'"):
        store.rename_view("nowhere", "Lamps")


def test_a_view_is_forgotten(store):
    saved, other = store.save_view("Lanterns", "Iva", "a=1"), store.save_view("Anchors", "Iva", "a=2")
    store.delete_view(saved.id)
    store.delete_view(saved.id)
    assert store.views() == [other]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["relation", "to", "of"]), JSON))
def test_whatever_a_change_holds_comes_back(tmp_path_factory, change):
    with Store(f"sqlite:///{tmp_path_factory.getbasetemp()}/changes.db") as store:
        (number,) = store.append([entry(1, id=f"r{store.revision()}", change=change)])
        assert store.reviews(since=number - 1)[0].change == change
