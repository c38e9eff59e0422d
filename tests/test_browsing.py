"""What the reader lists and shows is the corrected state, wherever the words were printed first."""

from __future__ import annotations

import pytest

from review.claims import Hand
from store import Store
from tests.store.test_reports import EDITED, FIRST, SECOND, article
from workspace import Workspace
from workspace.browsing import list_documents, publications, statements_of
from workspace.reviewing import JUDGEMENTS, shown


@pytest.fixture
def workspace(tmp_path):
    """One text printed twice, the second time with an edited sentence and one more."""
    url = f"sqlite:///{tmp_path / 'h.db'}"
    with Store(url) as store:
        store.add(article("a", "Bell", FIRST), {})
        store.add(article("b", "Post", EDITED, SECOND), {})
    with Workspace(url) as opened:
        yield opened


def judge(workspace, action, id):
    workspace.decide([JUDGEMENTS[action](shown(workspace, id), Hand("Ines"))], "coder")


def counts(workspace):
    return {document.id: number for document, number in list_documents(workspace).documents}


def test_a_repeated_statement_stands_at_the_place_of_the_text_that_is_read(workspace):
    reading = workspace.store.reading("b")
    first, second = statements_of(workspace, reading)
    assert (first.id, first.document, first.evidence) == ("a-0", "b", EDITED)
    assert (second.id, second.evidence) == ("b-1", SECOND)


def test_corrections_reach_every_text_that_says_so(workspace):
    assert counts(workspace) == {"a": 1, "b": 2}
    judge(workspace, "flip", "a-0")
    flipped = statements_of(workspace, workspace.store.reading("b"))[0]
    assert (flipped.id, flipped.family, flipped.evidence) == ("a-0", "support", EDITED)
    judge(workspace, "reject", "a-0")
    assert [s.id for s in statements_of(workspace, workspace.store.reading("b"))] == ["b-1"]
    assert counts(workspace) == {"a": 0, "b": 1}


def test_a_statement_was_printed_wherever_a_text_makes_it(workspace):
    printed = publications(workspace, ["a-0", "b-1", "gone"])
    assert {id: [r.outlet for r in found] for id, found in printed.items()} == {
        "a-0": ["Bell", "Post"],
        "b-1": ["Post"],
    }
