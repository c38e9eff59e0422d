"""What people coded elsewhere joins a document that is there, once, and a better reading leaves it alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from errors import InputError, RecordError
from records import Entity, Reading

BY_HAND = "import:dna:Otto"
TEXT = "Ada Quill criticised Bo Marsh."


def coded(make_reading, text: str = TEXT, **facts: object) -> Reading:
    """The same words from a coder's file: one statement by hand, and one that is not."""
    reading = make_reading(id="7", text=text)
    found = replace(reading.statements[0], id="otto-1", method=BY_HAND, relation="attacked", **facts)
    quay = Entity(id="quay-board", name="Quay Board", type="organization")
    return replace(reading, statements=(reading.statements[0], found), entities=(*reading.entities, quay))


def test_only_imported_statements_join_a_known_document(store, make_reading):
    own = make_reading()
    store.add(own, {"extractor": "1"})
    assert store.add_coded(coded(make_reading)) == 1
    kept = store.reading("a")
    assert kept.statements[:1] == own.statements
    (added,) = kept.statements[1:]
    assert (added.document, added.relation, added.method) == ("a", "attacked", BY_HAND)
    assert kept.entities == own.entities  # they are known, and nobody coded the Quay Board


def test_entities_come_with_the_statements_that_name_them(store, make_reading):
    store.add(replace(make_reading(), entities=()), {})
    store.add_coded(coded(make_reading, target="Quay Board", target_id="quay-board"))
    assert [entity.name for entity in store.reading("a").entities] == ["Ada Quill", "Quay Board"]


def test_the_same_again_changes_nothing(store, make_reading):
    store.add(make_reading(), {})
    store.add_coded(coded(make_reading))
    before = store.reading("a"), store.revision()
    assert store.add_coded(coded(make_reading)) == 0
    assert (store.reading("a"), store.revision()) == before


REFUSED = [
    # what does not fit                                                error and what it says
    ({"text": "Ada Quill praised Bo Marsh."},                          InputError, "no document of the words of '7'"),
    ({"text": "Ada Quill  criticised Bo Marsh."},                      InputError, "other white space"),
    ({"evidence": "Bo Marsh criticised Ada Quill."},                   RecordError, "not what the document says"),
    ({"target_span": (21, 90)},                                        RecordError, "ends behind the text"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "error", "message"), REFUSED)
def test_what_does_not_fit_is_refused(store, make_reading, facts, error, message):
    store.add(make_reading(), {})
    before = store.reading("a"), store.revision()
    with pytest.raises(error, match=message):
        store.add_coded(coded(make_reading, **facts))
    assert (store.reading("a"), store.revision()) == before


def test_a_better_reading_keeps_what_was_imported(store, make_reading):
    own = make_reading()
    store.add(own, {"extractor": "1"})
    store.add_coded(coded(make_reading))
    by_hand = store.reading("a").statements[1]
    better = replace(own, statements=(replace(own.statements[0], negated=True),))
    for reading in (better, replace(own, statements=(), entities=()), better):
        store.replace(reading, {"extractor": "2"})
        assert store.reading("a").statements == (*reading.statements, by_hand)
    assert {"ada-quill", "bo-marsh"} <= set(store.entities())


def test_a_coded_statement_of_another_report_is_the_same_statement(store, make_reading):
    more = " ".join(f"word{number}" for number in range(60))
    for id, text in (("a", f"{TEXT} {more}"), ("b", f"{TEXT} {more} ends.")):
        reading = make_reading(id=id, text=text, outlet=f"Outlet {id}")
        sentence = replace(reading.statements[0], evidence=TEXT, end=len(TEXT), outlet=f"Outlet {id}")
        store.add(replace(reading, statements=(sentence,)), {})
        by_hand = replace(sentence, id=f"otto-{id}", method=BY_HAND, relation="attacked")
        assert store.add_coded(replace(reading, statements=(by_hand,))) == 1
    assert [statement.id for statement in store.statements()] == ["a-1", "otto-a"]
    assert len(store.published()["otto-a"]) == 2
