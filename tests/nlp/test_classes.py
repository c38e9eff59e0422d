"""Every class of expression against its table in `classes/`: no edge too many, and no edge too few.

What is known to fail is listed in classes/known_failures.toml (`python -m tests.nlp.classes --mark`) and expected to,
strictly: whoever mends a row takes it off the list.
"""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from tests.nlp.classes import table
from tests.nlp.classes.table import Row

ROWS = table.load_rows()
KNOWN = table.load_known()
PAGE = Path(__file__).parents[2] / "docs" / "extraction.md"


def cases(kind: str) -> list:
    return [
        pytest.param(row, id=f"{row.key}-{row.text[:40]}", marks=marks(kind, row))
        for row in ROWS
        if row.edges or kind == "wrong"
    ]


def marks(kind: str, row: Row) -> list:
    known = KNOWN.get((kind, row.text))
    return [pytest.mark.xfail(reason=f"{row.key}: {known.reason}", strict=True)] if known else []


@pytest.fixture(scope="session")
def faults(read):
    """Each row is read once, whatever is asked of it."""
    return functools.cache(lambda row: table.faults(row, read(row.text)))


@pytest.mark.model
@pytest.mark.parametrize("row", cases("wrong"))
def test_no_edge_too_many(faults, row):
    assert faults(row)["wrong"] == []


@pytest.mark.model
@pytest.mark.parametrize("row", cases("missing"))
def test_no_edge_too_few(faults, row):
    assert faults(row)["missing"] == []


@pytest.mark.parametrize("key", table.load_titles())
def test_half_of_each_table_must_find_nothing(key):
    found = [row for row in ROWS if row.key == key and row.edges]
    nothing = [row for row in ROWS if row.key == key and not row.edges]
    assert len(found) == len(nothing) >= 6


def test_every_row_stands_once():
    texts = [row.text for row in ROWS]
    assert sorted(set(texts)) == sorted(texts)


def test_known_failures_are_rows_of_their_class():
    assert {(known.key, known.text) for known in KNOWN.values()} <= {(row.key, row.text) for row in ROWS}


def test_the_list_is_as_the_command_writes_it():
    assert table.KNOWN.read_text(encoding="utf-8") == table.to_toml(KNOWN.values(), KNOWN)


def test_the_documentation_counts_what_is_known():
    assert table.to_markdown(ROWS, KNOWN.values()) in PAGE.read_text(encoding="utf-8")
