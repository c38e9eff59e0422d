"""A replay over what the journal can touch is a replay over all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from records import Review
from review import entries, replay
from review.scope import scope
from tests.review.factory import HAND, LINES, Desk, document, entities, entity, journals, read

OTHERS = [
    *read(document("courier-1", LINES[:2])),
    *read(document("courier-2", ("Cy Holt criticised Di Lund.", "Bo Marsh praised Di Lund."))),
]


@given(journals(), st.booleans())
def test_what_lies_outside_stays_as_it_was_found(desk, reread):
    found = [replace(s, id=f"new-{s.id}") if reread else s for s in read(desk.paper)] + OTHERS
    hashes = {s.document: "another text" for s in OTHERS} | {desk.paper.id: desk.paper.hash}
    whole = replay(found, entities(), desk.journal, hashes)
    inside = scope(desk.journal, entities(), hashes)
    part = replay([s for s in found if inside.holds(s)], entities(), desk.journal, hashes)
    changed = {statement.id: statement for statement in part.statements}
    assert {s.id: s for s in found} | changed == {s.id: s for s in whole.statements}
    assert (part.entities, part.unapplied) == (whole.entities, whole.unapplied)
    assert (part.circular, part.apart) == (whole.circular, whole.apart)


def test_a_judgement_touches_one_document_a_merger_its_entities():
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(0), HAND))
    assert [s.document for s in OTHERS if scope(desk.journal, entities()).holds(s)] == []
    desk.write(entries.merge(entity("Ada Quill"), entity("Ada M. Quill"), HAND))
    inside = scope(desk.journal, entities())
    assert [s.document for s in OTHERS if inside.holds(s)] == ["courier-1", "courier-1"]


def test_an_entry_without_sense_touches_nothing():
    strange = Review(
        id="x",
        number=1,
        at="2031",
        coder="Ines",
        action="split",
        subject="s",
        change={"statements": 3, "from": "?"},
    )
    assert scope([strange], entities()) == scope([], entities())
