"""A better version reads the document anew, or the text was edited: corrections find their statements again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from records import Document, Entity, Statement, slug
from review import entries, replay
from review.anchors import anchor_of
from review.claims import Claim, Relation
from tests.review.factory import HAND, LINES, Desk, document, entities, entity, lines, read


def reread(statements: list[Statement], **changes: object) -> list[Statement]:
    """The first statement as another version would find it: under another id, and otherwise changed."""
    first, *others = statements
    return [replace(first, **{"id": "another-version", **changes}), *others]


def state_of(
    desk: Desk, found: list[Statement], paper: Document | None = None, known: dict[str, Entity] | None = None
):
    paper = paper or desk.paper
    return replay(found, entities() if known is None else known, desk.journal, {paper.id: paper.hash})


SAME = [
    ("the same id and other spans", {"id": read(document())[0].id, "cue_span": (0, 3)}),
    ("another id", {}),
    ("another relation at the same words", {"relation": "attacked"}),
    ("another rule and evidence", {"method": "rule:new", "evidence": LINES[0][:29], "end": 29}),
    ("another id of the same person", {"actor_id": "person:ada"}),
]


@pytest.mark.parametrize("changes", [changes for _, changes in SAME], ids=[name for name, _ in SAME])
def test_a_rejection_holds_when_a_new_version_finds_the_statement_again(changes):
    desk = Desk.new()
    desk.write(entries.reject(desk.shown(0), HAND))
    state = state_of(desk, reread(read(desk.paper), **changes))
    assert (state.statements[0].status, state.unapplied) == ("rejected", ())


OTHER = [
    ("another target", {"target": "Cy Holt", "target_id": "cy-holt"}),
    ("other words for cue", {"cue_span": (0, 3), "relation": "attacked"}),
    ("another document", {"document": "courier-1"}),
]


@pytest.mark.parametrize("changes", [changes for _, changes in OTHER], ids=[name for name, _ in OTHER])
def test_a_rejection_does_not_jump_to_what_says_something_else(changes):
    desk = Desk.new()
    desk.write(entries.reject(desk.shown(0), HAND))
    state = state_of(desk, reread(read(desk.paper), **changes))
    assert state.statements[0].status == "proposed"
    assert [left.reason for left in state.unapplied] == ["the statement is not found any more"]


@pytest.mark.parametrize("judge", [entries.accept, entries.reject])
def test_a_judgement_is_not_one_of_the_opposite(judge):
    desk = Desk.new()
    desk.write(judge(desk.shown(0), HAND))
    state = state_of(desk, reread(read(desk.paper), relation="praised", family="support", polarity=1))
    assert state.statements[0].status == "proposed"
    assert [left.reason for left in state.unapplied] == ["the statement says 'praised' now"]


def test_the_sentence_may_move_and_its_spaces_change():
    desk = Desk.new()
    desk.write(entries.reject(desk.shown(0), HAND))
    edited = document(lines=("It rained.", *LINES[1:], LINES[0]))
    state = desk.now(edited)
    assert lines(state)[-1] == "(Ada Quill criticised Bo Marsh)"
    assert lines(state)[:-1] == [line.rstrip(".") for line in LINES[1:]]


def test_of_the_same_sentence_twice_the_nearer_one_is_taken():
    desk = Desk.new(*LINES, LINES[0])
    desk.write(entries.reject(desk.shown(5), HAND))
    edited = document(lines=("It rained.", *LINES, LINES[0]))
    assert [s.status for s in desk.now(edited).statements] == ["proposed"] * 5 + ["rejected"]


def test_a_sentence_that_was_rewritten_leaves_its_correction_listed():
    desk = Desk.new()
    entry = desk.write(entries.flip(desk.shown(0), HAND))
    edited = document(lines=("Ada Quill opposed Bo Marsh.", *LINES[1:]))
    state = desk.now(edited)
    assert lines(state)[0] == "Ada Quill opposed Bo Marsh"
    assert [left.review for left in state.unapplied] == [entry]


def test_another_word_of_the_same_length_at_the_same_place_is_another_statement():
    desk = Desk.new("Ada Quill opposed Bo Marsh.")
    desk.write(entries.reject(desk.shown(0), HAND))
    state = desk.now(document(lines=("Ada Quill praised Bo Marsh.",)))
    assert lines(state) == ["Ada Quill praised Bo Marsh"] and len(state.unapplied) == 1


def test_the_same_text_under_another_id_keeps_its_corrections():
    desk = Desk.new()
    desk.write(entries.reject(desk.shown(0), HAND))
    moved = replace(desk.paper, id="gazette-1-copy")
    state = state_of(desk, reread(read(moved)), moved)
    assert state.statements[0].status == "rejected"


def test_a_flip_still_holds_where_the_new_version_finds_the_right_sign_itself():
    desk = Desk.new()
    desk.write(entries.flip(desk.shown(0), HAND))
    state = state_of(desk, reread(read(desk.paper), relation="praised", family="support", polarity=1))
    assert lines(state)[0] == "Ada Quill praised Bo Marsh" and not state.unapplied


def test_a_new_target_holds_where_the_new_version_finds_it_itself():
    desk = Desk.new()
    desk.write(entries.retarget(desk.shown(0), "target", entity("Cy Holt"), HAND))
    state = state_of(desk, reread(read(desk.paper), target="Cy Holt", target_id="cy-holt"))
    assert (state.statements[0].status, state.unapplied) == ("accepted", ())


def test_corrections_on_top_of_each_other_find_the_statement_as_each_left_it():
    desk = Desk.new()
    desk.write(entries.retarget(desk.shown(0), "target", entity("Cy Holt"), HAND))
    desk.write(entries.merge(entity("Ada Quill"), entity("Ada M. Quill"), HAND))
    desk.write(entries.reject(desk.shown(0), HAND))
    state = state_of(desk, reread(read(desk.paper)))
    assert lines(state)[0] == "(Ada M. Quill criticised Cy Holt)" and not state.unapplied


def test_a_merger_finds_its_entities_by_name_where_their_ids_are_new():
    desk = Desk.new()
    desk.write(entries.merge(entity("Ada M. Quill"), entity("Ada Quill"), HAND))
    renumbered = {f"q-{key}": replace(value, id=f"q-{key}") for key, value in entities().items()}
    found = [
        replace(s, actor_id=f"q-{s.actor_id}", target_id=f"q-{s.target_id}") for s in read(desk.paper)
    ]  # fmt: skip
    state = state_of(desk, found, known=renumbered)
    assert lines(state)[1] == "Ada Quill praised Cy Holt" and not state.unapplied


def added(desk: Desk) -> None:
    start = desk.paper.text.index("mocked")
    line = desk.paper.text.splitlines()[1]
    at = desk.paper.text.index(line)
    claim = Claim(
        actor=entity("Di Lund"),
        relation=Relation("mocked", "opposition"),
        target=entity("Cy Holt"),
        cue_span=(start, start + len("mocked")),
    )
    desk.write(entries.add(desk.paper, (at, at + len(line)), claim, HAND))


def test_what_was_added_is_not_counted_twice_once_the_machine_finds_it():
    desk = Desk.new(LINES[0], "Di Lund mocked Cy Holt.")
    added(desk)
    [first, by_hand] = desk.now().statements
    machine = replace(by_hand, id="found-at-last", method="rule:verb", status="proposed")
    later = desk.write(entries.reject(desk.shown(0)._replace(statement=by_hand), HAND))
    state = state_of(desk, [first, machine])
    assert [(s.id, s.status) for s in state.statements] == [
        (first.id, "proposed"),
        ("found-at-last", "rejected"),
    ]
    assert later in state.entries["found-at-last"]


def test_what_was_added_is_not_taken_for_another_relation_at_the_same_words():
    desk = Desk.new(LINES[0], "Di Lund mocked Cy Holt.")
    added(desk)
    machine = replace(desk.now().statements[1], id="m", relation="called for", family="demand", polarity=0)
    state = state_of(desk, [machine])
    assert lines(state) == ["Di Lund called for Cy Holt", "Di Lund mocked Cy Holt"]


GONE = [
    (document(lines=("Di Lund mocked nobody.",)), "the text was edited"),
    (document(id="other"), "the document is not kept any more"),
]


@pytest.mark.parametrize("paper, reason", GONE)
def test_what_was_added_needs_its_text(paper, reason):
    desk = Desk.new(LINES[0], "Di Lund mocked Cy Holt.")
    added(desk)
    state = state_of(desk, [], paper)
    assert (state.statements, [left.reason for left in state.unapplied]) == ((), [reason])


def test_what_was_added_follows_its_text_to_another_id():
    desk = Desk.new(LINES[0], "Di Lund mocked Cy Holt.")
    added(desk)
    [statement] = state_of(desk, [], replace(desk.paper, id="copy")).statements
    assert statement.document == "copy"


def test_an_anchor_holds_json_types_only():
    desk = Desk.new()
    shown = desk.shown(0)
    anchor = anchor_of(*shown)
    assert anchor["cue"] == "criticised" and anchor["hash"] == desk.paper.hash
    assert {type(value) for value in anchor.values()} == {str, list, bool}
    assert slug(anchor["actor"]) == anchor["actor_id"]
