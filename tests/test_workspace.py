from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from errors import InputError
from graph import Filter
from graph.columns_made import columns_of
from ingest import Failure
from records import Document
from review import entries, replay
from review.claims import Hand
from tests.graph.test_columns import contents
from tests.ui.conftest import REPORTS, reading
from workspace import Workspace, default_database_url, named, reviewing
from workspace.content import read_content


def status_of(workspace: Workspace, id: str) -> str:
    [statement] = workspace.fetch([id])
    return statement.status


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

    def test_the_same_words_in_another_outlet_are_a_report(self, workspace):
        workspace.add([replace(document("a"), outlet="Quay Courier")])
        again = workspace.add([replace(document("b"), outlet="Lantern")])
        assert again.known == 1
        assert [report.outlet for report in workspace.store.reports("a")] == ["Quay Courier", "Lantern"]

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
        assert january.describe().encode() in filled.export("html", january)
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


INES, OTTO = Hand("Ines"), Hand("Otto")


class TestReviewing:
    """On four made-up reports, read by hand: no language model."""

    @pytest.fixture
    def kept(self, url):
        with Workspace(url) as opened:
            opened.store.add_all([reading(name) for name in REPORTS], {"extractor": "test"})
            yield opened

    def decide(self, workspace, action, statement, hand=INES, role="coder"):
        make = reviewing.JUDGEMENTS[action]
        return workspace.decide([make(reviewing.shown(workspace, statement), hand)], role)

    def test_everything_shows_what_was_corrected(self, kept, url):
        self.decide(kept, "flip", "board-0")
        self.decide(kept, "reject", "union-0")
        with Workspace(url) as other:
            for workspace in (kept, other):
                assert workspace.graph().has_edge("ben-carter", "harbour-board", "praised")
                assert not workspace.graph().has_node("northern-union")
                assert b"praised" in workspace.export("graphml")
                assert status_of(workspace, "union-0") == "rejected"

    def test_a_decision_raises_the_revision_and_reads_nothing_anew(self, kept):
        before = kept.content()
        self.decide(kept, "accept", "board-0")
        after = kept.content()
        assert after.revision > before.revision
        assert after.found is before.found
        assert status_of(kept, "board-0") == "accepted"

    def test_what_comes_in_between_is_read(self, kept, url):
        kept.content()
        with Workspace(url) as other:
            self.decide(other, "reject", "port-0", OTTO)
        self.decide(kept, "accept", "board-0")
        assert {status_of(kept, id) for id in ("port-0", "board-0")} == {"rejected", "accepted"}

    @pytest.mark.parametrize(
        ("role", "told"), [("reader", "a reader may not accept"), ("king", "no role 'king'")]
    )
    def test_the_role_is_checked_where_it_is_written(self, kept, role, told):
        with pytest.raises(InputError, match=told):
            self.decide(kept, "accept", "board-0", role=role)
        assert kept.store.reviews() == []

    def test_several_are_written_all_or_none(self, kept):
        good = entries.accept(reviewing.shown(kept, "board-0"), INES)
        bad = replace(good, id="other", action="undo", subject="x")
        with pytest.raises(InputError):
            kept.decide([good, replace(bad, id=good.id)], "reader")
        assert kept.store.reviews() == []
        assert [review.number for review in kept.decide([good, bad], "coder")] == [1, 2]

    def test_threads_decide_at_once_and_nothing_is_lost(self, kept):
        ids = kept.content().columns.ids.tolist()
        threads = [
            threading.Thread(target=self.decide, args=(kept, "accept", id, Hand(id))) for id in ids * 3
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(kept.content().journal) == len(kept.store.reviews()) == 3 * len(ids)
        assert {s.status for s in kept.statements()} == {"accepted"}

    def test_a_better_reading_keeps_what_was_corrected(self, kept):
        self.decide(kept, "flip", "board-0")
        self.decide(kept, "reject", "union-0")
        board, union = reading("board"), reading("union")
        [found] = board.statements
        kept.store.replace(replace(board, statements=(replace(found, id="new"),)), {"extractor": "better"})
        kept.store.replace(replace(union, statements=()), {"extractor": "better"})
        assert [s.relation for s in kept.fetch(["new"])] == ["praised"]
        [lost] = reviewing.unapplied(kept)
        assert (lost.review.subject, lost.reason) == ("union-0", "the statement is not found any more")

    def test_a_second_coder_sees_what_the_machine_found(self, kept):
        self.decide(kept, "flip", "board-0", OTTO)
        [waiting] = reviewing.judged_by_others(kept, "Ines")
        assert (waiting.relation, waiting.status) == ("criticised", "proposed")
        seen = reviewing.shown(kept, "board-0", "Ines")
        kept.decide([entries.accept(seen, INES)], "coder")
        assert reviewing.judged_by_others(kept, "Ines") == []
        [(statement, made)] = reviewing.disputed(kept)
        assert statement.id == "board-0"
        assert [(r.coder, r.action) for r in made] == [("Otto", "flip"), ("Ines", "accept")]
        relation = {a.variable: a for a in reviewing.compare(kept, ["Ines", "Otto"]).agreements}["relation"]
        assert (relation.units, relation.share) == (1, 0)

    def test_the_queue_keeps_to_the_filter_and_loses_what_was_judged(self, kept):
        assert len(reviewing.waiting(kept)) == 6
        lantern = Filter(outlets={"Lantern"})
        assert {s.outlet for s in kept.fetch(reviewing.waiting(kept, lantern).ids)} == {"Lantern"}
        self.decide(kept, "accept", "board-0")
        assert "board-0" not in reviewing.waiting(kept).ids
        assert [s.id for s in reviewing.decided(kept)] == ["board-0"]

    @pytest.mark.parametrize("name", ["Harbour Board", "harbour-board", "HARBOUR BOARD"])
    def test_an_entity_is_found_by_name_or_id(self, kept, name):
        assert named.find_entity(kept, name).id == "harbour-board"

    def test_a_name_of_two_is_refused_with_both_ids(self, kept):
        kept.decide([entries.rename(kept.entities()["cara-dunne"], "Ada Brook", INES)], "coder")
        with pytest.raises(InputError, match="ada-brook, cara-dunne"):
            named.find_entity(kept, "Ada Brook")

    def test_a_new_entity_never_takes_the_id_of_another(self, kept):
        assert named.new_entity(kept, "Dee  Vale", "person").id == "dee-vale"
        assert named.new_entity(kept, "Ada Brook", "person").id == "ada-brook-person"

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["accept", "reject", "flip", "undo"]),
                st.sampled_from(["port-0", "ferry-0", "ferry-1", "board-0", "union-0"]),
                st.integers(0, 30),
            ),
            max_size=8,
        )
    )
    def test_what_is_kept_in_memory_is_what_the_database_says(self, kept, steps):
        for action, statement, number in steps:
            journal = kept.content().journal
            if action != "undo":
                self.decide(kept, action, statement)
            elif journal:
                reviewing.undo(kept, [journal[number % len(journal)]], OTTO, "coder")
        now, fresh = kept.content(), read_content(kept.store)
        assert (now.journal, now.changed, now.added) == (fresh.journal, fresh.changed, fresh.added)
        whole = replay(kept.store.statements(), kept.store.entities(), now.journal, kept.store.hashes())
        assert kept.statements() == list(whole.statements)
        assert contents(now.columns) == contents(columns_of(whole.statements))
        assert replace(now.corrected, statements=()) == replace(whole, statements=())
