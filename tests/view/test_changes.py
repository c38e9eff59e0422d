"""Two periods as one graph: every change has its own line, and colour is never the only sign."""

from __future__ import annotations

import pytest

from graph.changes import KINDS, compare, joined
from graph.layout import lay_out
from tests.graph.factory import feud
from view.changes import CHANGES, change_data, change_legend

BEFORE = (
    "Ann criticised Bob; Bob backed Cy; Cy criticised Dee; Cy attacked Dee; Dee backed Ann; Eve backed Ann"
)
AFTER = "Ann backed Bob; Bob backed Cy; Bob criticised Dee; Cy criticised Dee; Eve backed Ann"


@pytest.fixture
def drawn():
    before, after = feud(BEFORE), feud(AFTER)
    before.edges["eve", "ann", "backed"]["weight"] = 2
    graph = joined(compare(before, after), before, after)
    return change_data(graph, lay_out(graph), dark=False)


def test_every_kind_has_its_line_and_no_two_the_same():
    assert tuple(CHANGES) == KINDS
    assert len({(change.width, change.dash) for change in CHANGES.values()}) >= len(CHANGES) - 1


LINES = [
    ("ann|family:opposition|bob", "⇄ 1 → 0", "flipped: 1 before, 0 after"),
    ("ann|family:support|bob", "⇄ 0 → 1", "flipped: 0 before, 1 after"),
    ("bob|family:opposition|dee", "", "new: 0 before, 1 after"),
    ("dee|family:support|ann", "", "gone: 1 before, 0 after"),
    ("eve|family:support|ann", "▼ 2 → 1", "weaker: 2 before, 1 after"),
    ("bob|family:support|cy", "", "steady: 1 before, 1 after"),
]


@pytest.mark.parametrize(("id", "words", "told"), LINES)
def test_a_line_tells_what_has_become_of_it(drawn, id, words, told):
    (edge,) = [edge for edge in drawn["edges"] if edge["id"] == id]
    assert (edge["words"], edge["title"].splitlines()[-1]) == (words, told)


def test_of_rates_a_line_tells_the_rates():
    before, after = feud("Ann criticised Bob; Bob backed Cy"), feud("Ann criticised Bob; Cy backed Bob")
    graph = joined(compare(before, after, (40, 3)), before, after)
    lines = change_data(graph, lay_out(graph), dark=False, rated=True)["edges"]
    (edge,) = [line for line in lines if line["id"] == "ann|family:opposition|bob"]
    assert edge["words"] == "▲ 2.5 → 33.3"
    assert edge["title"].endswith("stronger: 2.5 before, 33.3 after in 100 documents")


def test_the_extent_is_that_of_the_nodes(drawn):
    for axis, span in zip(("x", "y"), drawn["extent"], strict=True):
        places = [node[axis] for node in drawn["nodes"]]
        assert span == pytest.approx(max(max(places) - min(places), 1.0))


def test_the_legend_has_what_occurs():
    html = change_legend({"new": 1204, "flipped": 1, "gone": 0}, dark=True)
    assert "new 1,204" in html
    assert "flipped (⇄) 1" in html
    assert "gone" not in html
