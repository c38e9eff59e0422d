"""Lists are searched and cut in the database; each statement is found where it was read or added."""

from __future__ import annotations

import random
import string
from dataclasses import replace

import pytest
from sqlalchemy import event

from records import Reading
from review import entries
from review.claims import Claim, Hand, Relation
from store import Store
from store.listing import find_documents, reports_of, statements_in
from tests.store.test_reports import EDITED, FIRST, SECOND, article

TITLES = {
    "a": ("Quay closed", "Bell", "2025-03-01"),
    "b": ("Quay open again", "Post", "2025-03-09"),
    "c": ("100% of the Éclairs", "Bell", None),
    "d": ("under_score", "Bell", "2024-12-31"),
}

SEARCHES = [
    # words            documents, the latest first
    ("",               ["b", "a", "d", "c"]),
    ("quay",           ["b", "a"]),
    ("OPEN quay",      ["b"]),
    ("quay bell",      ["a"]),
    ("2025-03",        ["b", "a"]),
    ("éclairs",        ["c"]),
    ("100%",           ["c"]),
    ("%",              ["c"]),
    ("_",              ["d"]),
    ("quay' OR 1=1",   []),
]  # fmt: skip


@pytest.fixture
def titled(store, make_reading):
    for id, (title, outlet, date) in TITLES.items():
        store.add(
            make_reading(
                id, f"Ada Quill criticised Bo Marsh, number {id}.", title=title, outlet=outlet, date=date
            ),
            {},
        )
    return store


@pytest.mark.parametrize(("words", "ids"), SEARCHES)
def test_all_words_are_looked_for_in_title_outlet_and_date(titled, words, ids):
    total, found = find_documents(titled, words, 0, 10)
    assert (total, [document.id for document in found]) == (len(ids), ids)


@pytest.mark.parametrize("words", ["", "quay bell"])
def test_a_list_reads_no_row_with_its_text(tmp_path, words):
    with Store(f"sqlite:///{tmp_path}/plan.db") as store:
        asked: list[tuple[str, tuple[object, ...]]] = []
        event.listen(
            store._engine, "before_cursor_execute", lambda _c, _cursor, *question: asked.append(question[:2])
        )
        find_documents(store, words, 0, 10)
        question, values = next((sql, values) for sql, values in asked if "ORDER BY" in sql)
        with store._reading() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", values).all()
    reads = [row[3] for row in plan if "documents" in row[3]]
    assert "SCAN documents USING COVERING INDEX ix_documents_listed" in reads
    assert all("USING COVERING INDEX" in step for step in reads)


def test_long_titles_and_outlets_are_kept_and_listed(store, make_reading):
    """PostgreSQL refuses to index so many letters that cannot be compressed."""
    long = "".join(random.Random(1).choices(string.ascii_letters, k=9000))
    store.add(make_reading(title=long, outlet=long), {})
    (found,) = find_documents(store, long[-20:], 0, 10)[1]
    assert (found.title, found.outlet) == (long, long)


def test_a_list_is_handed_over_in_parts(titled):
    assert [find_documents(titled, "", start, 3)[0] for start in (0, 3)] == [4, 4]
    assert [d.id for d in find_documents(titled, "", 3, 3)[1]] == ["c"]


@pytest.fixture
def twice(store):
    """One text printed twice, the second time with an edited sentence and one more."""
    first, second = article("a", "Bell", FIRST), article("b", "Post", EDITED, SECOND)
    store.add(first, {})
    store.add(second, {})
    return store


def test_what_a_later_text_repeats_is_found_there_and_counts_as_the_first(twice):
    assert statements_in(twice, ["a", "b"]) == {"a": {"a-0": "a-0"}, "b": {"b-0": "a-0", "b-1": "b-1"}}


def test_a_statement_knows_all_its_reports(twice):
    printed = {
        id: [r.outlet for r in found] for id, found in reports_of(twice, ["a-0", "b-1", "none"]).items()
    }
    assert printed == {"a-0": ["Bell", "Post"], "b-1": ["Post"]}


def test_what_people_add_is_found_where_they_added_it(store, make_reading):
    reading: Reading = make_reading()
    store.add(reading, {})
    bo, ada = reading.entities
    claim = Claim(actor=bo, relation=Relation("praised", "support"), target=ada)
    review = entries.add(reading.document, (0, 9), claim, Hand("Ines"))
    store.append([replace(review, number=1)])
    assert statements_in(store, ["a", "b"]) == {"a": {"a-1": "a-1", review.subject: review.subject}, "b": {}}
