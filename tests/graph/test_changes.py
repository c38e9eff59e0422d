"""Two periods compared: what is new, gone, stronger, weaker, steady or flipped, and the table of it."""

from __future__ import annotations

import pytest

from graph.changes import compare, flipped_pairs, joined, rows
from tests.graph.factory import feud

ADA, CY = "Ada Fenn", "Cy Holt"


def graph(lines):
    return feud(lines) if lines else feud("Ada Fenn criticised Cy Holt").subgraph(())


def told(before, after, documents=None):
    """What the comparison says, as "actor family target: kind"."""
    changes = compare(_numbered(before), _numbered(after), documents)
    return [f"{change.actor} {change.family} {change.target}: {change.kind}" for change in changes]


def _numbered(lines):
    """The graph, where a line may begin with how often it was said: '3 a criticised b'."""
    made = graph("; ".join(line.lstrip("0123456789 ") for line in lines.split(";")) if lines else "").copy()
    for line in lines.split(";") if lines else ():
        number = line.strip().partition(" ")[0]
        if number.isdecimal():
            actor, relation, target = _parts(line)
            made.edges[actor, target, relation]["weight"] = int(number)
    return made


def _parts(line):
    words = line.split()
    return words[1].lower(), words[2], words[3].lower()


CASES = [
    # before, after, what is told
    ("", "Ann criticised Bob", ["ann opposition bob: new"]),
    ("Ann criticised Bob", "", ["ann opposition bob: gone"]),
    ("Ann criticised Bob", "Ann criticised Bob", ["ann opposition bob: steady"]),
    ("Ann criticised Bob", "2 Ann criticised Bob", ["ann opposition bob: stronger"]),
    ("2 Ann criticised Bob", "Ann criticised Bob", ["ann opposition bob: weaker"]),
    ("Ann criticised Bob", "Ann attacked Bob", ["ann opposition bob: steady"]),
    ("Ann criticised Bob", "Ann backed Bob", ["ann opposition bob: flipped", "ann support bob: flipped"]),
    ("Ann criticised Bob", "Bob backed Ann", ["bob support ann: new", "ann opposition bob: gone"]),
    ("2 Ann criticised Bob; Ann backed Bob", "2 Ann criticised Bob", ["ann support bob: gone", "ann opposition bob: steady"]),
    ("Ann criticised Bob; Ann backed Bob", "Ann backed Bob", ["ann opposition bob: gone", "ann support bob: steady"]),
    ("Ann criticised Bob; Ann appointed Bob", "Ann backed Bob; Ann appointed Bob",
     ["ann opposition bob: flipped", "ann support bob: flipped", "ann action bob: steady"]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "wanted"), CASES)
def test_what_has_become_of_each_edge(before, after, wanted):
    assert told(before, after) == wanted


RATES = [
    # statements before and after, documents before and after, what is told
    (2, 4, (10, 20), "steady"),
    (2, 2, (10, 20), "weaker"),
    (2, 2, (20, 10), "stronger"),
    (10, 11, (100, 100), "steady"),
    (10, 12, (100, 100), "stronger"),
    (1, 1, (0, 0), "steady"),
]


@pytest.mark.parametrize(("before", "after", "documents", "kind"), RATES)
def test_rates_differ_by_more_than_a_tenth(before, after, documents, kind):
    lines = [f"{number} Ann criticised Bob" for number in (before, after)]
    assert told(*lines, documents) == [f"ann opposition bob: {kind}"]


def test_a_pair_flips_by_the_sum_of_its_signs():
    before = _numbered("3 Ann criticised Bob; Ann backed Bob; Cy backed Dee")
    after = _numbered("Ann criticised Bob; 2 Ann backed Bob; Dee criticised Cy")
    assert flipped_pairs(before, after) == {("ann", "bob")}
    assert flipped_pairs(before, before) == frozenset()


def test_one_graph_of_both_periods():
    before, after = graph("Ann criticised Bob"), graph("Ann criticised Bob; Cy backed Ann")
    drawn = joined(compare(before, after), before, after)
    assert {(*edge[:2], data["change"]) for edge in drawn.edges for data in [drawn.edges[edge]]} == {
        ("ann", "bob", "steady"),
        ("cy", "ann", "new"),
    }
    assert {node: data["statements"] for node, data in drawn.nodes(data=True)} == {
        "ann": 3,
        "bob": 2,
        "cy": 1,
    }
    assert before.nodes["ann"]["statements"] == 1


def test_rows_hold_names_numbers_and_rates_only_if_asked_for():
    before, after = graph("Ann criticised Bob"), graph("Ann attacked Bob; Ann criticised Bob")
    names = {"ann": "Ann", "bob": "=Bob()"}
    (plain,) = rows(compare(before, after), names, normalised=False)
    assert plain == {
        "change": "stronger",
        "who": "Ann",
        "kind": "opposition",
        "whom or what": "=Bob()",
        "before": 1,
        "after": 2,
        "relations": "criticised 2, attacked 1",
    }
    (rated,) = rows(compare(before, after, (10, 40)), names, normalised=True)
    assert (rated["before per 100 documents"], rated["after per 100 documents"]) == (10.0, 5.0)
