"""What is kept in memory is what the whole journal makes of everything in the database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import Filter, build_graph
from graph.columns_made import columns_of
from records import Reading
from review import entries, replay
from store import Store
from tests.graph.test_columns import contents
from tests.review.factory import HAND, Desk, document, entities, entity, journals, read
from tests.store.test_database import VERSIONS
from workspace import Workspace
from workspace.content import read_content

PAPERS = (
    document(),
    document("courier-1", ("Ada Quill criticised Bo Marsh.", "Cy Holt criticised Di Lund.")),
    replace(document("courier-2", ("Bo Marsh praised Di Lund.", "Ada M. Quill backed Bo Marsh.")), date=None),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the papers as they were read, and no journal."""
    path = tmp_path_factory.mktemp("content") / "papers.db"
    with Store(f"sqlite:///{path}") as store:
        found = [Reading(document=p, statements=tuple(read(p))) for p in PAPERS]
        store.add_all([replace(found[0], entities=tuple(entities().values())), *found[1:]], VERSIONS)
    return path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{shutil.copy(template, tmp_path / 'copy.db')}") as opened:
        yield opened


def write(store: Store, desk: Desk) -> None:
    """Add what the desk has decided since to the journal."""
    store.append(desk.journal[len(store.reviews()) :])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(journals(), st.integers(0, 10))
def test_it_is_the_same_as_a_replay_over_everything(template, tmp_path, desk, first):
    with Store(f"sqlite:///{shutil.copy(template, tmp_path / 'drawn.db')}") as store:
        found, described, hashes = store.statements(), store.entities(), store.hashes()
        store.append(desk.journal[:first])
        before = read_content(store)
        store.append(desk.journal[first:])
        now = read_content(store, before)
        whole = replay(found, described, store.reviews(), hashes)
        assert contents(now.columns) == contents(columns_of(whole.statements))
        assert now.changed == {s.id: s for s in whole.statements if s not in found}
        assert replace(now.corrected, statements=()) == replace(whole, statements=())
        assert now.found is before.found
    with Workspace(f"sqlite:///{tmp_path / 'drawn.db'}") as workspace:
        assert workspace.statements() == list(whole.statements)
        graph, expected = workspace.graph(), build_graph(whole.statements, Filter(), whole.entities)
        assert list(graph.nodes(data=True)) == list(expected.nodes(data=True))
        assert list(graph.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))


def test_a_judgement_reads_one_document_a_merger_its_entities(store):
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(0), HAND))
    write(store, desk)
    judged = read_content(store)
    assert {s.document for s in judged.touchable} == {"gazette-1"}
    desk.write(entries.merge(entity("Cy Holt"), entity("Di Lund"), HAND))
    write(store, desk)
    merged = read_content(store, judged)
    assert {s.document for s in merged.touchable} == {"gazette-1", "courier-1", "courier-2"}
    assert [s.evidence for s in merged.touchable if s.document == "courier-2"] == [
        "Bo Marsh praised Di Lund."
    ]


def test_nothing_is_read_anew_while_nothing_changes(store):
    before = read_content(store)
    assert read_content(store, before).columns is before.columns


def test_a_new_document_is_seen(store):
    before = read_content(store)
    new = document("bell-1", ("Cy Holt praised Di Lund.",))
    store.add(Reading(document=new, statements=tuple(read(new))), VERSIONS)
    assert len(read_content(store, before).columns) == len(before.columns) + 1
