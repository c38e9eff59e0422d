"""Net sign of each ordered pair: who counts, how much, and what is left out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from graph import build_graph
from graph.columns_made import columns_of
from graph.matrix import FEW, actor_matrix, party_matrix, rows_behind
from graph.sides import Side
from tests.graph.factory import feud, statement, statements


def parties(made, limit=20):
    columns = columns_of(made)
    return party_matrix(columns, np.flatnonzero(columns.drawn), limit)


def numbered(*lines):
    return [statement(line, id=f"s{number}") for number, line in enumerate(lines)]


def with_parties(made):
    """The statements, every other target in a party too."""
    return [replace(s, target_party=("Moor", None)[place % 2]) for place, s in enumerate(made)]


def counts(matrix):
    return {pair: (cell.support, cell.opposition) for pair, cell in matrix.cells.items()}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Ada Fenn criticised Cy Holt"], {("Reed", "Moor"): (0, 1)}),
        (["Ada Fenn criticised Cy Holt", "Bo Marsh backed Cy Holt"], {("Reed", "Moor"): (1, 1)}),
        (
            ["Cy Holt backed Reed", "Moor criticised Reed"],
            {("Moor", "Reed"): (1, 1)},
        ),  # parties and their members
        (["Ada Fenn backed Bo Marsh"], {("Reed", "Reed"): (1, 0)}),  # among themselves
        (["Ada Fenn criticised Di Lund"], {}),  # who has no party
        (["Ada Fenn called for Reed", "Ada Fenn appointed Cy Holt"], {}),  # which takes no side
        ([], {}),
    ],
)
def test_party_by_party(lines, expected):
    assert counts(parties(numbered(*lines))) == expected


def test_somebody_counts_for_the_party_of_the_day():
    made = [
        statement(id="before", actor_party="Reed", date="2030-01-01"),
        statement(id="after", actor_party="Moor", date="2031-01-01"),
    ]
    assert counts(parties(made)) == {("Reed", "Moor"): (0, 1), ("Moor", "Moor"): (0, 1)}


@pytest.mark.parametrize(
    ("support", "opposition", "net", "thin"),
    [(3, 0, 1.0, False), (0, 3, -1.0, False), (2, 2, 0.0, False), (1, 3, -0.5, False), (1, 1, 0.0, True), (1, 0, 1.0, True)],
)  # fmt: skip
def test_net_sign(support, opposition, net, thin):
    made = numbered(*["Ada Fenn backed Cy Holt"] * support, *["Ada Fenn criticised Cy Holt"] * opposition)
    cell = parties(made).cells["Reed", "Moor"]
    assert (cell.net, cell.total, cell.is_thin) == (net, support + opposition, thin)
    assert cell.is_thin == (cell.total < FEW)


def test_actor_by_actor():
    graph = feud(
        "Ada Fenn criticised Cy Holt; Ada Fenn attacked Cy Holt; Cy Holt backed Ada Fenn; Ada Fenn called for Toll"
    )
    assert counts(actor_matrix(graph, limit=9)) == {
        ("ada-fenn", "cy-holt"): (0, 2),
        ("cy-holt", "ada-fenn"): (1, 0),
    }


@pytest.mark.parametrize("type", ["demand", "issue", "inquiry", "place"])
def test_only_actors_stand_in_it(type):
    graph = build_graph([statement("Ada Fenn criticised Toll", target_type=type)])
    assert actor_matrix(graph, limit=9).cells == {}


@pytest.mark.parametrize(
    ("limit", "keys", "left_out", "cells"),
    [(1, ("ada-fenn",), 3, 0), (2, ("ada-fenn", "cy-holt"), 2, 1), (9, ("ada-fenn", "cy-holt", "bo-marsh", "di-lund"), 0, 3)],
)  # fmt: skip
def test_the_busiest_come_first_and_the_rest_is_counted(limit, keys, left_out, cells):
    graph = feud(
        "Ada Fenn criticised Cy Holt; Ada Fenn attacked Cy Holt; Ada Fenn backed Bo Marsh; Di Lund backed Ada Fenn"
    )
    found = actor_matrix(graph, limit)
    assert (found.keys, found.left_out, len(found.cells)) == (keys, left_out, cells)


@given(statements())
def test_what_a_cell_counts_is_what_it_leads_to(drawn):
    made = with_parties(drawn)
    columns = columns_of(made)
    rows = np.flatnonzero(columns.drawn)
    for matrix, party in (
        (party_matrix(columns, rows, 99), True),
        (actor_matrix(build_graph(made), 99), False),
    ):
        for (actor, target), cell in matrix.cells.items():
            ends = [Side("" if party else key, key, is_party=party) for key in (actor, target)]
            assert len(rows_behind(columns, rows, *ends)) == cell.total


@given(statements())
def test_parties_leave_no_signed_statement_out(drawn):
    made = with_parties(drawn)
    signed = [s for s in made if s.makes_edge and s.polarity and s.actor_party and s.target_party]
    assert sum(cell.total for cell in parties(made).cells.values()) == len(signed)
