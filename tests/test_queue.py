"""What is chosen by columns is what records would say."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from graph import Filter
from graph.columns_made import columns_of
from records import Entity, Statement
from review.queue import batches, queue
from review.twins import twins
from tests.graph.factory import statement, statements
from workspace.queue import SEEN, beside, known_of, patterns_of, queue_of

FILTERS = st.sampled_from([Filter(), Filter(people={"p0"}), Filter(relations={"criticised", "backed"})])


@st.composite
def corpora(draw: st.DrawFn) -> list[Statement]:
    found = draw(statements())
    return [
        replace(
            s,
            status=draw(st.sampled_from(["proposed", "accepted", "rejected"])),
            method=draw(st.sampled_from(["rule:verb", "rule:noun"])),
        )
        for s in found
    ]


@given(corpora(), FILTERS)
def test_the_queue(found, filter):
    expected = [w for w in queue(found) if filter.keeps(w.statement)]
    made = queue_of(columns_of(found), filter)
    assert list(made.ids) == [w.statement.id for w in expected]
    assert made.priorities.tolist() == [w.priority for w in expected]


@given(corpora(), FILTERS)
def test_the_patterns(found, filter):
    expected = batches([s for s in found if filter.keeps(s)])
    rows = [[SimpleNamespace(**{name: getattr(s, name) for name in SEEN}) for s in found]]
    made = patterns_of(columns_of(found), filter, rows)
    assert [(p.method, p.relation, p.cue, list(p.ids)) for p in made] == [
        (b.method, b.relation, b.cue, [s.id for s in b.statements]) for b in expected
    ]


@given(corpora())
def test_the_twins(found):
    entities = {
        f"p{n}": Entity(id=f"p{n}", name=name, type="person")
        for n, name in enumerate(("Ada Fenn", "A. Fenn", "Bo Marsh", "Bo K. Marsh", "Fenn"))
    }
    assert twins(entities, known_of(columns_of(found))) == twins(entities, found)


def test_what_else_shows_an_edge():
    found = [
        statement(id="a"),
        statement(id="b"),
        statement(id="c", negated=True),
        statement("Cy Holt backed Ada Fenn", id="d"),
    ]
    edge = ("ada-fenn", "criticised", "cy-holt")
    columns = columns_of(found)
    assert (
        beside(columns, edge, "a"),
        beside(columns, edge, "c"),
        beside(columns, ("x", "y", "z"), "a"),
    ) == (1, 2, 0)
