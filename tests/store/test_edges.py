"""The database counts edges as the graph does."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from sqlalchemy import event

from benchmarks import scale
from graph import Filter, build_graph
from records import slug
from store import Store

PARTIES = scale.PARTIES[:2]


@pytest.fixture
def mixed(store: Store) -> Store:
    """400 statements of which some are negated, only supposed, rejected, undated, or in several reports."""
    chance = random.Random(7)
    read = list(scale.readings(400))
    for place, reading in enumerate(read):
        found = tuple(
            replace(
                statement,
                negated=chance.random() < 0.1,
                modality=chance.choice(["asserted"] * 8 + ["future"]),
                status=chance.choice(["proposed"] * 8 + ["rejected"]),
                date=chance.choice([statement.date, statement.date, None]),
            )
            for statement in reading.statements
        )
        read[place] = replace(reading, statements=found)
    for reading in read:
        store.add(reading, {})
    for number, reading in enumerate(read[:9]):
        document = replace(reading.document, outlet=f"Other {number}", id=f"copy{number}")
        if number % 3 == 0:  # with a line more; else the same words
            document = replace(document, text=f"{document.text} More soon.")
        copied = [replace(s, id=f"copy-{s.id}", document=document.id) for s in reading.statements]
        store.add(replace(reading, document=document, statements=tuple(copied)), {})
    return store


def counted(found) -> dict[tuple[str, str, str], tuple[object, ...]]:
    return {
        (edge.actor_id, edge.target_id, edge.relation): (
            edge.family, edge.weight, edge.reports, edge.outlets, edge.first, edge.last,
        )
        for edge in found
    }  # fmt: skip


def drawn(store: Store, filter: Filter) -> dict[tuple[str, str, str], tuple[object, ...]]:
    graph = build_graph(store.statements(), filter, reports=store.published())
    return {
        (actor, target, relation): tuple(
            data[name] for name in ("family", "weight", "reports", "outlets", "first", "last")
        )
        for actor, target, relation, data in graph.edges(keys=True, data=True)
    }


VIEWS = [
    {},
    {"parties": PARTIES[:1]},
    {"parties": PARTIES},
    {"since": "2032-01-01"},
    {"until": "2033-06-30"},
    {"parties": PARTIES, "since": "2032-01-01", "until": "2033-06-30"},
    {"parties": ["Nobody"]},
]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_filtered_edges_are_those_of_the_graph(mixed, view):
    expected = drawn(mixed, Filter(**{**view, "parties": frozenset(view.get("parties", ()))}))
    assert bool(expected) is (view.get("parties") != ["Nobody"])
    assert counted(mixed.edges(**view)) == expected


def test_what_surrounds_an_actor_is_what_the_graph_shows(mixed):
    for actor in [*scale.people()[:3], scale.people()[400]]:
        assert counted(mixed.around(actor.id)) == drawn(mixed, Filter(centre=actor.id))
    assert mixed.around(slug("Nobody")) == []


def test_what_surrounds_an_actor_is_answered_from_indexes_alone(tmp_path):
    with Store(f"sqlite:///{tmp_path}/plan.db") as store:
        asked: list[str] = []
        event.listen(store._engine, "before_cursor_execute", lambda _c, _cursor, sql, *_: asked.append(sql))
        store.add_all(list(scale.readings(100)), {})
        asked.clear()
        assert store.around(store.statements()[0].actor_id)
        question = next(sql for sql in asked if "JOIN reports" in sql)
        with store._reading() as connection:
            values = ("x",) * question.count("?")
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", values).all()
    steps = [row[3] for row in plan]
    assert any("USING COVERING INDEX ix_statements_edge (actor_id=? AND target_id=?)" in s for s in steps)
    assert any("USING COVERING INDEX ix_reports_document" in step for step in steps)
    assert not any(step.startswith("SCAN") for step in steps)


def test_the_benchmark_prints_what_it_measures(capsys):
    assert scale.main(["--statements", "300"]) == 0
    printed = capsys.readouterr().out
    for words in ("insert 300 statements", "one party in one quarter", "ego graph", "peak memory", "MB"):
        assert words in printed
