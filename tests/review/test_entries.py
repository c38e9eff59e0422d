"""What a reviewer may say, and what is refused at once."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest

from errors import InputError
from nlp.lexicon import load_lexicon
from records import Review
from review import entries
from review.claims import OPPOSITES, OTHER_SIDE, PAIRS, Claim, Hand, Relation
from review.roles import ROLES, check_allowed, check_entry
from tests.review.factory import HAND, Desk, document, entity

ADA, BO, CY = entity("Ada Quill"), entity("Bo Marsh"), entity("Cy Holt")
TAX = entity("a harbour tax")
MOCKED = Relation("mocked", "opposition")
DESK = Desk.new()

WRITTEN = [
    entries.accept(DESK.shown(0), Hand("Ines", " clear ")),
    entries.reject(DESK.shown(0), HAND),
    entries.flip(DESK.shown(0), HAND),
    entries.relate(DESK.shown(0), MOCKED, HAND),
    entries.retarget(DESK.shown(0), "actor", CY, HAND),
    entries.add(DESK.paper, (0, 10), Claim(actor=ADA, relation=MOCKED, target=CY), HAND),
    entries.merge(ADA, BO, HAND),
    entries.split(ADA, [DESK.shown(0)], entity("Ada Quill, baker"), HAND),
    entries.rename(ADA, "Ada  Mary Quill", HAND),
    entries.note(DESK.shown(0), Hand("Ines", "hm")),
    entries.hold(DESK.shown(0), "negated", HAND),
    entries.distinct(ADA, BO, HAND),
    entries.settling(entries.reject(DESK.shown(0), HAND)),
    entries.note(ADA, Hand("Ines", "hm")),
    entries.note(DESK.paper, Hand("Ines", "hm")),
]
WRITTEN.append(entries.undo(WRITTEN[0], HAND))


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.action)
def test_an_entry_travels_as_json(entry):
    assert Review.from_json(json.loads(json.dumps(entry.to_json()))).to_json() == entry.to_json()


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.action)
def test_an_entry_says_who_and_when(entry):
    assert entry.coder == "Ines"
    assert datetime.datetime.fromisoformat(entry.at).utcoffset() == datetime.timedelta(0)
    assert len({other.id for other in WRITTEN}) == len(WRITTEN)


def test_several_entries_get_their_places_before_they_are_stored():
    assert [entry.number for entry in entries.numbered(WRITTEN[:3], after=7)] == [8, 9, 10]


def test_notes_and_names_lose_stray_spaces():
    assert WRITTEN[0].note == "clear"
    assert WRITTEN[8].change["name"] == "Ada Mary Quill"


REFUSED = [
    (lambda: entries.merge(ADA, ADA, HAND), "into itself"),
    (lambda: entries.merge(ADA, TAX, HAND), "person and cannot become a demand"),
    (lambda: entries.flip(DESK.shown(2), HAND), "'called for' is a relation of demand, which has no sign"),
    (lambda: entries.relate(DESK.shown(0), Relation("mocked", "fury"), HAND), "'fury' is not a family"),
    (lambda: entries.relate(DESK.shown(0), Relation(" ", "support"), HAND), "no name"),
    (lambda: entries.relate(DESK.shown(0), Relation("criticised", "opposition"), HAND), "is 'criticised' already"),
    (lambda: entries.retarget(DESK.shown(0), "middle", CY, HAND), "no 'middle'"),
    (lambda: entries.retarget(DESK.shown(0), "actor", TAX, HAND), "takes no position"),
    (lambda: entries.retarget(DESK.shown(0), "actor", BO, HAND), "both actor and target"),
    (lambda: entries.retarget(DESK.shown(0), "target", BO, HAND), "is Bo Marsh already"),
    (lambda: entries.hold(DESK.shown(0), "shouted", HAND), "cannot be 'shouted'"),
    (lambda: entries.hold(DESK.shown(0), "asserted", HAND), "read as asserted already"),
    (lambda: entries.distinct(ADA, ADA, HAND), "is itself"),
    (lambda: entries.add(DESK.paper, (0, 10_000), Claim(actor=ADA, relation=MOCKED, target=BO), HAND), "not in its text"),
    (lambda: entries.add(DESK.paper, (5, 5), Claim(actor=ADA, relation=MOCKED, target=BO), HAND), "not in its text"),
    (lambda: entries.add(DESK.paper, (3, 4), Claim(actor=ADA, relation=MOCKED, target=BO), HAND), "white space"),
    (lambda: entries.add(DESK.paper, (0, 9), Claim(actor=TAX, relation=MOCKED, target=BO), HAND), "takes no position"),
    (lambda: entries.add(DESK.paper, (0, 9), Claim(actor=ADA, relation=MOCKED, target=ADA), HAND), "both actor and target"),
    (lambda: entries.add(DESK.paper, (0, 9), Claim(actor=ADA, relation=Relation("mocked", "fury"), target=BO), HAND), "not a family"),
    (lambda: entries.add(DESK.paper, (0, 9), Claim(actor=ADA, relation=MOCKED, target=BO, cue_span=(9, 9_999)), HAND), "behind the text"),
    (lambda: entries.add(DESK.paper, (0, 9), Claim(actor=ADA, relation=MOCKED, target=BO, modality="maybe"), HAND), "modality 'maybe'"),
    (lambda: entries.split(ADA, [], entity("Ada Quill, baker"), HAND), "no statement is to go"),
    (lambda: entries.split(ADA, [DESK.shown(0)], ADA, HAND), "same id"),
    (lambda: entries.split(CY, [DESK.shown(0)], entity("Cy Holt, baker"), HAND), "does not name Cy Holt"),
    (lambda: entries.split(ADA, [DESK.shown(0)], TAX, HAND), "takes no position"),
    (lambda: entries.rename(ADA, "  ", HAND), "new name is empty"),
    (lambda: entries.rename(ADA, "Ada Quill ", HAND), "called 'Ada Quill' already"),
    (lambda: entries.note(ADA, Hand("Ines", "  ")), "note is empty"),
    (lambda: entries.accept(DESK.shown(0), Hand("")), "'coder' is not a text"),
    (lambda: entries.accept(DESK.shown(0)._replace(document=document(id="other")), HAND), "not in 'other'"),
    (lambda: entries.accept(DESK.shown(0)._replace(document=document(lines=("Short.",))), HAND), "behind the text"),
]  # fmt: skip


@pytest.mark.parametrize("write, message", REFUSED)
def test_what_cannot_be_meant_is_refused(write, message):
    with pytest.raises(InputError, match=message):
        write()


def test_an_added_statement_marks_the_names_that_stand_in_its_words():
    claim = Claim(actor=ADA, relation=MOCKED, target=CY)
    statement = entries.add(DESK.paper, (0, 30), claim, HAND).change["statement"]
    assert statement["actor_span"] == [0, 9] and statement["target_span"] == [0, 0]


NAMED = [
    # how the passage names the actor, whose other name is "A. Quill" -> what is marked
    ("Ada Quill mocked it.", "Ada Quill"),
    ("They mocked it, said A. Quill.", "A. Quill"),
    ("Mrs Quill mocked it.", "Quill"),
    ("The Quillers mocked it.", ""),
]


@pytest.mark.parametrize(("words", "marked"), NAMED)
def test_an_actor_is_marked_by_whatever_name_stands_there(words, marked):
    paper = document(lines=("Ada Quill came.", words))
    claim = Claim(actor=replace(ADA, other_names=("A. Quill",)), relation=MOCKED, target=TAX)
    span = entries.add(paper, (16, 16 + len(words)), claim, HAND).change["statement"]["actor_span"]
    assert paper.text[slice(*span)] == marked


def test_relations_and_their_opposites_are_those_of_the_lexicon():
    relations = load_lexicon("en").relations
    assert all(relations[name].family == "support" for name, _ in PAIRS)
    assert all(relations[name].family == "opposition" for _, name in PAIRS)
    assert all(relations[name].family == family for name, family in OTHER_SIDE.values())


def test_what_is_flipped_twice_is_what_it_was():
    assert all(OPPOSITES[OPPOSITES[relation]] == relation for relation in OPPOSITES)


MAY = [
    ("reader", "accept", False),
    ("reader", "note", False),
    ("coder", "accept", True),
    ("coder", "undo", True),
    ("coder", "add documents", True),
    ("coder", "restore", False),
    ("coder", "name coders", False),
    ("admin", "merge", True),
    ("admin", "restore", True),
    ("admin", "fly", False),
    ("owner", "accept", False),
]


@pytest.mark.parametrize("role, action, allowed", MAY)
def test_roles(role, action, allowed):
    if allowed:
        check_allowed(role, action)
    else:
        with pytest.raises(InputError, match=r"may not|no role"):
            check_allowed(role, action)


@pytest.mark.parametrize("role, allowed", [("coder", False), ("admin", True)])
def test_to_settle_a_dispute_takes_an_admin(role, allowed):
    entry = entries.settling(entries.accept(DESK.shown(0), HAND))
    if allowed:
        check_entry(role, entry)
    else:
        with pytest.raises(InputError, match="a coder may not settle"):
            check_entry(role, entry)


def test_a_refusal_names_the_role_that_may():
    with pytest.raises(InputError, match="Ask for the role 'coder'"):
        check_allowed(ROLES[0], "accept")
