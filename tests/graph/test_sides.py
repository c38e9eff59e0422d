"""Two sides: what counts as said by the one about the other, and where it stands."""

from __future__ import annotations

import numpy as np
import pytest

from graph.columns_made import columns_of
from graph.sides import Side, exchanged, points, totals
from tests.graph.factory import statement

ADA, CY = Side("ada-fenn", "Ada Fenn"), Side("cy-holt", "Cy Holt")
REED, MOOR = Side("reed", "Reed", is_party=True), Side("moor", "Moor", is_party=True)

CASES = [
    # said                            one   other  forth, back, or not at all
    ("Ada Fenn criticised Cy Holt",   ADA,  CY,    "forth"),
    ("Cy Holt criticised Ada Fenn",   ADA,  CY,    "back"),
    ("Ada Fenn criticised Di Lund",   ADA,  CY,    ""),
    ("Bo Marsh criticised Cy Holt",   ADA,  CY,    ""),
    ("Bo Marsh criticised Cy Holt",   REED, CY,    "forth"),  # members included
    ("Reed criticised Cy Holt",       REED, MOOR,  "forth"),
    ("Cy Holt backed Bo Marsh",       REED, MOOR,  "back"),
    ("Ada Fenn backed Bo Marsh",      REED, MOOR,  ""),
    ("Ada Fenn backed Bo Marsh",      REED, REED,  "forth"),  # once
    ("Ada Fenn backed Reed",          ADA,  REED,  "forth"),
    ("Bo Marsh backed Ada Fenn",      ADA,  REED,  "back"),
    ("Di Lund criticised Cy Holt",    REED, MOOR,  ""),  # of no party
]  # fmt: skip


@pytest.mark.parametrize(("line", "one", "other", "expected"), CASES)
def test_who_of_whom(line, one, other, expected):
    forth, back = exchanged(columns_of([statement(line)]), np.arange(1), one, other)
    assert ["forth"] * len(forth) + ["back"] * len(back) == ([expected] if expected else [])


def test_only_the_rows_given():
    columns = columns_of([statement(id="a"), statement(id="b")])
    assert [len(rows) for rows in exchanged(columns, np.array([1]), ADA, CY)] == [1, 0]


def test_who_changed_the_party_is_a_member_at_the_time_only():
    made = [statement(id=party, actor_party=party) for party in ("Moor", "Reed")]
    columns = columns_of(made)
    forth, _ = exchanged(columns, np.arange(2), REED, CY)
    assert list(columns.ids[forth]) == ["Reed"]


def test_statements_of_one_day_stand_on_each_other():
    forth = [
        statement(id=id, date=date)
        for id, date in (("a", "2031-01-02"), ("b", "2031-01-01"), ("c", "2031-01-02"), ("e", None))
    ]
    back = [statement("Cy Holt backed Ada Fenn", id="d", date="2031-01-02")]
    found = points(forth, back)
    assert [(point.statement.id, point.forth, point.height) for point in found] == [
        ("e", True, 1), ("b", True, 1), ("a", True, 1), ("c", True, 2), ("d", False, 1),
    ]  # fmt: skip
    assert totals(found, forth=True) == {"opposition": 4}
    assert totals(found, forth=False) == {"support": 1}
