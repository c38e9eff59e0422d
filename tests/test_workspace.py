from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from errors import InputError
from graph import Filter
from ingest import Failure
from records import Document
from workspace import Workspace, default_database_url

FAILURE = Failure(source="x.pdf", error=InputError("it is locked"))


def document(id: str, text: str = "Martha Hollis criticised Peter Grange.", **facts: str) -> Document:
    return Document(id=id, text=text, **facts)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/h.db"


@pytest.fixture(scope="module")
def extractor():
    from nlp import Extractor

    return Extractor()


@pytest.fixture
def workspace(url, extractor):
    with Workspace(url) as opened:
        opened._extractor = extractor  # one for all tests: loading it takes seconds
        yield opened


def test_the_database_is_the_users_unless_the_environment_says_otherwise(monkeypatch):
    monkeypatch.setenv("HUSTINGS_DATABASE_URL", "sqlite:///x.db")
    assert default_database_url() == "sqlite:///x.db"
    assert Workspace().url == "sqlite:///x.db"
    monkeypatch.setenv("HUSTINGS_DATABASE_URL", "")
    folder = platformdirs.user_data_dir("hustings", appauthor=False)
    assert default_database_url() == f"sqlite:///{folder}/hustings.db"


def test_opening_touches_nothing(tmp_path):
    with Workspace(f"sqlite:///{tmp_path}/new/h.db"):
        assert not (tmp_path / "new").exists()


@pytest.mark.model
class TestAdding:
    def test_each_document_is_added_known_or_refused(self, workspace):
        told: list[int] = []
        twin = document("twin")
        foreign = document(
            "de", "Der Minister hat die Vorsitzende am Montag scharf kritisiert, sagte sie. " * 5
        )
        result = workspace.add(
            [FAILURE, document("a"), twin, foreign, document("b", "Peter Grange praised Martha Hollis.")],
            told.append,
        )
        assert (result.added, result.known, result.done) == (2, 1, 5)
        assert [failure.source for failure in result.refused] == ["x.pdf", "de"]
        assert told[-1] == 5
        assert told == sorted(told)
        assert [kept.id for kept in workspace.documents()] == ["a", "b"]

    def test_the_same_again_needs_no_language_model(self, workspace, url):
        workspace.add([document("a")])
        with Workspace(url) as again:
            result = again.add([document("a"), FAILURE])
            assert (result.added, result.known, result.refused) == (0, 1, [FAILURE])
            assert again._extractor is None

    def test_a_preview_is_kept_only_when_saved(self, workspace):
        reading = workspace.preview(document("a"))
        assert (workspace.documents(), workspace.revision()) == ([], 0)
        assert workspace.save(reading)
        assert not workspace.save(reading)
        assert workspace.statements() == list(reading.statements)
        assert workspace.document("a") == reading.document

    def test_a_preview_of_another_language_is_refused(self, workspace):
        with pytest.raises(InputError):
            workspace.preview(
                document("de", "Der Minister hat die Vorsitzende am Montag kritisiert, sagte sie. " * 5)
            )

    def test_the_sample_fills_an_empty_database_once(self, workspace):
        first = workspace.load_sample()
        assert first.added >= 20
        assert first.refused == []
        assert workspace.graph().number_of_edges() > 20
        again = workspace.load_sample()
        assert again.added == 0

    def test_a_sample_cut_short_is_finished(self, workspace, monkeypatch, tmp_path):
        for number, verb in enumerate(("criticised", "praised", "defended")):
            (tmp_path / f"{number}.md").write_text(f"Martha Hollis {verb} Peter Grange.", encoding="utf-8")
        monkeypatch.setattr("workspace.workspace.SAMPLE", tmp_path)
        workspace.add([document("0")])
        assert workspace.load_sample().added == 2

    def test_the_sample_never_joins_what_the_user_has(self, workspace):
        workspace.add([document("mine", "Peter Grange praised Martha Hollis.")])
        assert workspace.load_sample().done == 0
        assert workspace.store.count() == 1


@pytest.mark.model
class TestLooking:
    @pytest.fixture
    def filled(self, workspace):
        workspace.add(
            [
                document("a", date="2031-01-05"),
                document("b", "Peter Grange praised Martha Hollis.", date="2031-02-05"),
            ]
        )
        return workspace

    def test_a_filter_holds_for_statements_graph_and_files(self, filled):
        january = Filter(until="2031-01-31", relations={"criticised"})
        assert [s.document for s in filled.statements(january)] == ["a"]
        assert filled.graph(january).number_of_edges() == 1
        assert filled.export("json", january) != filled.export("json")
        assert b"praised" not in filled.export("graphml", january)

    def test_a_format_that_does_not_exist_is_named(self, filled):
        with pytest.raises(InputError, match=r"'word'.*gexf"):
            filled.export("word")

    def test_positions_are_kept_until_the_content_changes(self, filled):
        before = filled.positions()
        assert filled.positions() is before
        assert set(before) == set(filled.graph())
        filled.add([document("c", "Peter Grange praised Olive Trent.")])
        assert set(filled.positions()) == set(filled.graph())
        assert len(filled.positions()) > len(before)

    def test_what_another_program_adds_is_seen(self, filled, url, extractor):
        assert len(filled.documents()) == 2
        count = len(filled.statements())
        with Workspace(url) as other:
            other._extractor = extractor
            other.add([document("c", "Peter Grange praised Olive Trent.")])
        assert len(filled.statements()) > count

    def test_a_snapshot_needs_no_language_model(self, filled, url):
        from graph.snapshot import verify_snapshot

        with Workspace(url) as reader:
            data = reader.snapshot(Filter(since="2031-02-01"))
            assert reader._extractor is None
        manifest = verify_snapshot(data)
        assert manifest.versions == filled.extractor.versions
        assert data == filled.snapshot(Filter(since="2031-02-01"))
        assert manifest.counts["statements"] == len(filled.statements(Filter(since="2031-02-01")))

    def test_threads_may_share_one(self, filled):
        failures: list[Exception] = []

        def work(number: int) -> None:
            try:
                reading = filled.preview(
                    document(f"t{number}", f"Martha Hollis criticised Peter Grange on day {number}.")
                )
                filled.save(replace(reading))
                filled.positions()
                filled.statements()
            except Exception as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert filled.store.count() == 10
