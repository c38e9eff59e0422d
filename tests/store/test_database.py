from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from errors import InputError, StoreError
from records import Document, Reading, Statement
from store import Store
from store.schema import statements

VERSIONS = {"extractor": "1", "model": "m 1"}


def test_what_is_added_comes_back_whole(store, make_reading):
    reading = make_reading(title="A row", date="2031-05-01", outlet="The Bell", url="https://bell.example/1")
    assert store.add(reading, VERSIONS)
    assert store.reading("a") == reading
    assert store.document("a") == reading.document
    assert store.documents() == [reading.document]
    assert store.hashes() == {"a": reading.document.hash}
    assert store.statements() == list(reading.statements)
    assert store.versions() == VERSIONS


def test_a_document_without_anything_found_is_kept(store, make_reading):
    reading = Reading(document=make_reading().document)
    assert store.add(reading, {})
    assert store.reading("a") == reading


def test_the_same_words_again_change_nothing(store, make_reading):
    store.add(make_reading(), VERSIONS)
    before = (store.documents(), store.statements(), store.revision())
    assert not store.add(make_reading(id="b", text="Ada  Quill criticised\nBo Marsh.", title="Wire copy"), {})
    assert (store.documents(), store.statements(), store.revision()) == before


def test_another_text_of_the_same_id_is_kept_beside_it(store, make_reading):
    store.add(make_reading(), VERSIONS)
    other = make_reading(text="Ada Quill criticised Bo Marsh again.")
    assert store.add(other, VERSIONS)
    name = f"a-{other.document.hash[:8]}"
    assert [document.id for document in store.documents()] == ["a", name]
    assert [(s.document, s.id) for s in store.statements()] == [("a", "a-1"), (name, f"{name}-1")]
    assert store.reading(name).statements[0].evidence == other.document.text


def test_an_id_that_looks_like_a_renamed_one_does_no_harm(store, make_reading):
    other = make_reading(text="Ada Quill criticised Bo Marsh again.")
    squatter = f"a-{other.document.hash[:8]}"
    for reading in (
        make_reading(),
        make_reading(id=squatter, text="Ada Quill criticised Bo Marsh, too."),
        other,
    ):
        assert store.add(reading, {})
    assert store.count() == 3
    assert f"a-{other.document.hash}" in {document.id for document in store.documents()}


def test_every_field_of_a_statement_has_its_column():
    assert {f.name for f in fields(Statement)} | {"number", "repeats"} == set(statements.c.keys())


def test_the_revision_moves_with_the_content_only(store, make_reading):
    seen = [store.revision()]
    for reading in (
        make_reading(),
        make_reading(),
        make_reading(id="b", text="Bo Marsh praised Ada Quill, it says."),
    ):
        store.add(reading, {})
        seen.append(store.revision())
    assert seen == [0, 1, 1, 2]


def test_versions_that_differ_are_all_named(store, make_reading):
    store.add(make_reading(), {"model": "m 2"})
    store.add(
        make_reading(id="b", text="Ada Quill criticised Bo Marsh later."), {"model": "m 1", "lexicon": "x"}
    )
    assert store.versions() == {"lexicon": "x", "model": "m 1, m 2"}


def test_a_document_that_is_not_there_is_named(store):
    for method in (store.document, store.reading):
        with pytest.raises(InputError, match="no document 'nowhere'"):
            method("nowhere")


def test_an_empty_store_holds_nothing(store):
    assert (store.count(), store.documents(), store.statements(), store.entities()) == (0, [], [], {})
    assert not store.has("0" * 64)


def test_a_second_store_on_the_same_file_sees_it(store, url, make_reading):
    with Store(url) as other:
        store.add(make_reading(), {})
        assert other.has(make_reading().document.hash)
        assert other.add(make_reading(id="b", text="Bo Marsh praised Ada Quill, it says."), {})
    assert store.count() == 2


def test_half_a_character_is_refused_and_nothing_is_kept(store, make_reading):
    with pytest.raises(InputError, match="lone surrogate"):
        store.add(make_reading(text="Ada Quill criticised Bo Marsh. \ud800"), {})
    assert store.count() == 0


def test_what_the_database_cannot_hold_is_refused(postgresql, make_reading):
    with Store(postgresql) as store:
        with pytest.raises(InputError, match=r"cannot be kept .*NUL.*Clean the text"):
            store.add(make_reading(text="Ada Quill criticised Bo Marsh.\0"), {})
        assert store.count() == 0


def test_two_statements_of_one_id_are_refused_and_nothing_is_kept(store, make_reading):
    reading = make_reading()
    with pytest.raises(StoreError, match="the same place"):
        store.add(replace(reading, statements=reading.statements * 2), {})
    assert (store.count(), store.statements()) == (0, [])


def test_long_texts_come_back(store):
    document = Document(id="long", text="word " * 1_000_000)
    store.add(Reading(document=document), {})
    assert store.document("long") == document


def test_the_write_ahead_log_is_gone_after_closing(tmp_path: Path, make_reading):
    with Store(f"sqlite:///{tmp_path}/hustings.db") as store:
        store.add(make_reading(), {})
    assert [path.name for path in tmp_path.iterdir()] == ["hustings.db"]


def test_statements_are_found_by_id_and_by_document_in_their_order(store, make_reading):
    for id in ("b", "a"):
        store.add(make_reading(id=id, text=f"Ada Quill criticised Bo Marsh in {id}."), {})
    assert [s.id for s in store.statements_of(["b-1", "a-1", "b-1", "gone"])] == ["a-1", "b-1"]
    assert [s.id for s in store.statements_of(documents=["b", "gone"])] == ["b-1"]
    assert store.statements_of([]) == store.statements_of(documents=[]) == store.statements_of() == []
    assert store.statements_of(["a-1", "b-1"]) == store.statements()


def test_more_ids_than_one_question_takes_keep_their_order(store, make_reading, monkeypatch):
    monkeypatch.setattr("store.readings.ASKED", 2)
    for id in "dbaec":
        store.add(make_reading(id=id, text=f"Ada Quill criticised Bo Marsh in {id}."), {})
    assert [s.id for s in store.statements_of([f"{id}-1" for id in "edcba"])] == [f"{id}-1" for id in "abcde"]


def test_facts_come_in_parts_and_leave_out_what_repeats(store, make_reading, monkeypatch):
    monkeypatch.setattr("store.readings.STREAMED", 2)
    for id in "dbaec":
        store.add(make_reading(id=id, text=f"Ada Quill criticised Bo Marsh in {id}."), {})
    parts = list(store.facts(("id", "relation")))
    assert [len(part) for part in parts] == [2, 2, 1]
    assert [tuple(row) for part in parts for row in part] == [(s.id, s.relation) for s in store.statements()]
