"""What each entry makes of the extraction, and that all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import Review
from review import effective, entries, replay
from review.claims import Claim, Hand, Relation
from tests.review.factory import HAND, LINES, OTHER, Desk, entities, entity, journals, lines, read

ADA, ADA_M, BO, CY, DI = (
    entity(name) for name in ("Ada Quill", "Ada M. Quill", "Bo Marsh", "Cy Holt", "Di Lund")
)
AS_FOUND = [line.rstrip(".") for line in LINES]

# entry over the five lines -> line, what it says afterwards
EDITS = [
    (lambda desk: entries.accept(desk.shown(0), HAND), 0, "Ada Quill criticised Bo Marsh"),
    (lambda desk: entries.reject(desk.shown(0), HAND), 0, "(Ada Quill criticised Bo Marsh)"),
    (lambda desk: entries.flip(desk.shown(0), HAND), 0, "Ada Quill praised Bo Marsh"),
    (lambda desk: entries.flip(desk.shown(0), HAND, "thanked"), 0, "Ada Quill thanked Bo Marsh"),
    (lambda desk: entries.flip(desk.shown(3), HAND), 3, "Cy Holt opposed the bridge plan"),
    (lambda desk: entries.relate(desk.shown(2), Relation("rejected", "opposition"), HAND), 2, "Bo Marsh rejected a harbour tax"),
    (lambda desk: entries.retarget(desk.shown(4), "target", CY, HAND), 4, "Di Lund opposed Cy Holt"),
    (lambda desk: entries.retarget(desk.shown(4), "actor", ADA, HAND), 4, "Ada Quill opposed Bo Marsh"),
    (lambda desk: entries.hold(desk.shown(0), "negated", HAND), 0, "Ada Quill criticised Bo Marsh"),
    (lambda desk: entries.distinct(ADA_M, ADA, HAND), 1, "Ada M. Quill praised Cy Holt"),
    (lambda desk: entries.merge(ADA_M, ADA, HAND), 1, "Ada Quill praised Cy Holt"),
    (lambda desk: entries.rename(CY, "Cyril Holt", HAND), 1, "Ada M. Quill praised Cyril Holt"),
    (lambda desk: entries.split(BO, [desk.shown(4)], entity("Bo Marsh, baker"), HAND), 4, "Di Lund opposed Bo Marsh, baker"),
]  # fmt: skip


@pytest.mark.parametrize("write, line, expected", EDITS)
def test_an_entry_changes_what_it_is_about(write, line, expected):
    desk = Desk.new()
    desk.write(write(desk))
    assert lines(desk.now())[line] == expected
    assert desk.now().unapplied == ()


@pytest.mark.parametrize("write, line, expected", EDITS)
def test_undo_takes_back_any_entry_and_undoing_that_brings_it_back(write, line, expected):
    desk = Desk.new()
    entry = desk.write(write(desk))
    desk.write(entries.accept(desk.shown((line + 1) % 5), HAND))
    undoing = desk.undo(entry)
    assert lines(desk.now()) == AS_FOUND
    desk.undo(undoing)
    assert lines(desk.now())[line] == expected


def test_a_correction_settles_the_statement_and_its_polarity():
    desk = Desk.new()
    desk.write(entries.flip(desk.shown(0), HAND))
    statement = desk.shown(0).statement
    assert (statement.family, statement.polarity, statement.status) == ("support", 1, "accepted")


def test_who_accepted_the_flipped_statement_has_not_accepted_the_one_found():
    desk = Desk.new()
    flip = desk.write(entries.flip(desk.shown(0), HAND))
    desk.write(entries.accept(desk.shown(0), OTHER))
    desk.undo(flip)
    assert desk.shown(0).statement.status == "proposed"
    assert [left.reason for left in desk.now().unapplied] == ["the statement says 'criticised' now"]


# how the text holds the first statement by a reviewer -> negated, modality
MANNERS = [
    (["negated"], (True, "asserted")),
    (["possible"], (False, "hypothetical")),
    (["future"], (False, "future")),
    (["negated", "possible"], (True, "hypothetical")),
    (["negated", "question", "asserted"], (False, "asserted")),
]


@pytest.mark.parametrize("said, held", MANNERS)
def test_a_reviewer_says_how_the_text_holds_it(said, held):
    desk = Desk.new()
    for how in said:
        desk.write(entries.hold(desk.shown(0), how, HAND))
    statement = desk.shown(0).statement
    assert (statement.negated, statement.modality, statement.status) == (*held, "accepted")
    assert statement.makes_edge == (held == (False, "asserted"))


def test_who_accepted_a_denial_has_not_accepted_what_it_denies():
    desk = Desk.new()
    denial = desk.write(entries.hold(desk.shown(0), "negated", HAND))
    desk.write(entries.accept(desk.shown(0), OTHER))
    assert not desk.now().unapplied
    desk.undo(denial)
    [left] = desk.now().unapplied
    assert (left.reason, left.about) == ("the text is read as asserting it now", desk.shown(0).statement.id)


def test_an_acceptance_of_an_earlier_version_says_nothing_of_denials():
    desk = Desk.new()
    entry = entries.accept(desk.shown(0), HAND)
    anchor = {key: value for key, value in entry.change["anchor"].items() if key != "held"}
    desk.write(entries.hold(desk.shown(0), "negated", OTHER), replace(entry, change={"anchor": anchor}))
    assert not desk.now().unapplied


def test_two_told_apart_stay_so_through_mergers_until_they_are_made_one():
    desk = Desk.new()
    desk.write(entries.distinct(ADA, ADA_M, HAND))
    desk.write(entries.merge(ADA, DI, HAND))
    assert desk.now().apart == {frozenset((ADA_M.id, DI.id))}
    assert {ADA.id, ADA_M.id} <= set(desk.now().entries)
    desk.write(entries.merge(ADA_M, DI, HAND))
    assert desk.now().apart == frozenset()


def test_the_later_entry_wins():
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(0), HAND), entries.reject(desk.shown(0), OTHER))
    assert desk.shown(0).statement.status == "rejected"
    assert [entry.coder for entry in desk.now().entries[desk.shown(0).statement.id]] == ["Ines", "Otto"]


def test_entries_count_in_the_order_of_their_numbers_however_they_arrive():
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(0), HAND), entries.reject(desk.shown(0), HAND))
    mixed = replay(read(desk.paper), entities(), desk.journal[::-1])
    assert mixed == replay(read(desk.paper), entities(), desk.journal)


def test_an_added_statement_says_who_added_it_and_what_proves_it():
    desk = Desk.new()
    claim = Claim(
        actor=DI, relation=Relation("mocked", "opposition"), target=entity("the harbour", type="issue")
    )
    desk.write(entries.add(desk.paper, (0, 30), claim, OTHER))
    *_, added = desk.now().statements
    assert (added.actor, added.relation, added.target) == ("Di Lund", "mocked", "the harbour")
    assert (added.method, added.status, added.evidence) == ("review:Otto", "accepted", LINES[0])
    assert "the-harbour" in desk.now().entities


def test_what_was_added_can_be_corrected_and_goes_when_its_entry_is_undone():
    desk = Desk.new()
    claim = Claim(actor=DI, relation=Relation("mocked", "opposition"), target=CY)
    entry = desk.write(entries.add(desk.paper, (0, 30), claim, HAND))
    added = desk.now().statements[-1]
    rejecting = desk.write(entries.reject(_replaced(desk, added), OTHER))
    assert lines(desk.now())[-1] == "(Di Lund mocked Cy Holt)"
    desk.undo(entry)
    assert lines(desk.now()) == AS_FOUND
    assert [(left.review, left.reason) for left in desk.now().unapplied] == [
        (rejecting, "the statement is not found any more")
    ]


def _replaced(desk, statement):
    return desk.shown(0)._replace(statement=statement)


def test_a_merged_entity_keeps_all_names_and_fills_gaps():
    desk = Desk.new()
    desk.write(entries.merge(ADA, ADA_M, HAND))
    merged = desk.now().entities[ADA_M.id]
    assert (merged.name, merged.other_names, merged.party) == ("Ada M. Quill", ("Ada Quill",), "Reed")
    assert ADA.id not in desk.now().entities
    assert {s.actor_id for s in desk.now().statements[:2]} == {ADA_M.id}


def test_mergers_chain_and_each_link_can_be_undone():
    desk = Desk.new()
    first = desk.write(entries.merge(ADA, ADA_M, HAND))
    second = desk.write(entries.merge(ADA_M, DI, HAND))
    assert [line.split()[0] for line in lines(desk.now())[:2]] == ["Di", "Di"]
    assert desk.now().entities[DI.id].other_names == ("Ada M. Quill", "Ada Quill")
    renaming = desk.write(entries.rename(ADA, "Di Lund-Quill", HAND))
    assert lines(desk.now())[0] == "Di Lund-Quill criticised Bo Marsh"
    desk.undo(renaming)
    desk.undo(first)
    assert lines(desk.now())[:2] == ["Ada Quill criticised Bo Marsh", "Di Lund praised Cy Holt"]
    desk.undo(second)
    assert lines(desk.now()) == AS_FOUND


def test_an_entry_about_a_merged_entity_means_what_it_became():
    desk = Desk.new()
    desk.write(entries.merge(ADA, ADA_M, HAND), entries.rename(ADA, "Ada Mary Quill", OTHER))
    desk.write(entries.retarget(desk.shown(3), "actor", ADA, OTHER))
    assert lines(desk.now())[0] == "Ada Mary Quill criticised Bo Marsh"
    assert desk.shown(3).statement.actor_id == ADA_M.id


def test_who_asserts_a_statement_follows_a_merger_too():
    desk = Desk.new()
    told = [replace(s, voice="nested", attributed_to=DI.id) for s in read(desk.paper)[:1]]
    desk.write(entries.merge(DI, CY, HAND))
    [statement] = replay(told, entities(), desk.journal).statements
    assert (statement.attributed_to, statement.actor_id) == (CY.id, ADA.id)


def test_a_split_takes_the_party_of_the_new_entity_with_it():
    desk = Desk.new()
    desk.write(entries.split(DI, [desk.shown(4)], entity("Di Lund, baker", party="Moor"), HAND))
    statement = desk.shown(4).statement
    assert (statement.actor_id, statement.actor_party) == ("di-lund-baker", "Moor")
    assert {"di-lund", "di-lund-baker"} <= set(desk.now().entities)


def test_statements_whose_ends_have_become_one_are_told_of():
    desk = Desk.new()
    desk.write(entries.merge(BO, ADA, HAND))
    assert desk.now().circular == (desk.shown(0).statement.id,)


LEFT_OVER = [
    (lambda desk: [entries.merge(ADA, ADA_M, HAND), entries.merge(ADA_M, ADA, HAND)], "one entity already"),
    (lambda desk: [entries.merge(ADA, ADA_M, HAND), entries.distinct(ADA_M, ADA, HAND)], "one entity already"),
    (lambda desk: [entries.merge(entity("Nobody Here"), ADA, HAND)], "no entity 'Nobody Here'"),
    (lambda desk: [entries.merge(entity("the bridge plan"), CY, HAND), entries.retarget(desk.shown(3), "target", ADA, HAND)], ""),
    (lambda desk: [Review(id="x", number=1, at="2031-01-01T00:00:00+00:00", coder="Ines", action="accept", subject="s", change={})], "does not fit"),
    (lambda desk: [Review(id="x", number=1, at="2031-01-01T00:00:00+00:00", coder="Ines", action="undo", subject="s", change={})], "no such entry"),
    (lambda desk: [Review(id="x", number=1, at="2031-01-01T00:00:00+00:00", coder="Ines", action="undo", subject="x", change={})], "no such entry"),
    (lambda desk: [replace(entries.relate(desk.shown(0), Relation("mocked", "opposition"), HAND), change={**entries.accept(desk.shown(0), HAND).change, "relation": "mocked", "family": "fury"})], "does not fit"),
]  # fmt: skip


@pytest.mark.parametrize("write, reason", LEFT_OVER)
def test_what_no_longer_applies_is_listed_and_stops_nothing(write, reason):
    desk = Desk.new()
    desk.write(*write(desk))
    desk.write(entries.reject(desk.shown(4), HAND))
    assert lines(desk.now())[4] == "(Di Lund opposed Bo Marsh)"
    assert [reason in left.reason for left in desk.now().unapplied] == ([True] if reason else [])


def test_a_split_of_which_some_is_gone_is_done_for_the_rest():
    desk = Desk.new()
    desk.write(entries.split(BO, [desk.shown(0), desk.shown(4)], entity("Bo Marsh, baker"), HAND))
    shorter = replace(desk.paper, text="\n".join(LINES[:3]))
    assert lines(desk.now(shorter))[0] == "Ada Quill criticised Bo Marsh, baker"
    assert [left.reason for left in desk.now(shorter).unapplied] == [
        "1 of its 2 statements not found any more"
    ]


def test_notes_stand_beside_what_they_are_about():
    desk = Desk.new()
    remark = Hand("Ines", "is this her sister?")
    for about in (desk.shown(1), ADA_M, desk.paper):
        desk.write(entries.note(about, remark))
    assert set(desk.now().entries) == {desk.shown(1).statement.id, ADA_M.id, desk.paper.id}
    assert lines(desk.now()) == AS_FOUND


def test_entries_in_force_are_those_that_nobody_has_undone():
    desk = Desk.new()
    first = desk.write(entries.accept(desk.shown(0), HAND))
    second = desk.write(entries.reject(desk.shown(1), HAND))
    desk.undo(desk.undo(first))
    desk.undo(second)
    assert effective(desk.journal) == [first]


@given(journals())
def test_with_every_entry_undone_the_extraction_is_back(desk):
    before = list(desk.journal)
    for entry in reversed(before):
        desk.undo(entry)
    again = desk.now()
    assert (list(again.statements), again.entities) == (read(desk.paper), entities())
    assert not again.entries and not again.circular


@given(journals())
def test_the_same_journal_gives_the_same_state(desk):
    assert desk.now() == desk.now()


@given(journals(), st.data())
def test_a_merger_that_is_undone_leaves_no_trace(desk, data):
    first, second = data.draw(st.permutations([ADA, ADA_M, BO, CY, DI]))[:2]
    before = desk.now()
    desk.undo(desk.write(entries.merge(first, second, HAND)))
    assert desk.now() == before


@given(st.permutations(range(5)))
def test_the_order_of_entries_about_different_things_does_not_matter(order):
    desk = Desk.new()
    written = [
        entries.accept(desk.shown(1), HAND),
        entries.flip(desk.shown(0), HAND),
        entries.retarget(desk.shown(2), "target", entity("the bridge plan"), HAND),
        entries.add(desk.paper, (0, 30), Claim(actor=DI, relation=Relation("backed", "support"), target=CY), HAND),
        entries.split(DI, [desk.shown(4)], entity("Di Lund, baker"), HAND),
    ]  # fmt: skip
    desk.write(*written)
    other = Desk.new()
    other.write(*(written[place] for place in order))
    assert other.now().statements == desk.now().statements
    assert other.now().entities == desk.now().entities


@given(journals())
def test_nothing_is_dropped_in_silence(desk):
    """Every entry in force either is about something that is there, or is listed with its reason."""
    state = desk.now()
    told = {review.id for found in state.entries.values() for review in found}
    told |= {left.review.id for left in state.unapplied}
    assert {review.id for review in effective(desk.journal)} <= told
