"""Which row a judgement gives, and why some give none."""

from __future__ import annotations

import pytest

from records import POLARITY, Document, Review, Statement, slug
from review import entries, replay
from review.claims import Shown
from review.training_rows import APART, NO_ACTOR, ONE, REPEATED, TWO_WAYS, UNMARKED, training_rows
from tests.review.factory import FAMILIES, HAND, THINGS, entities, entity

SHORT = {"Ada": "Ada Quill", "Bo": "Bo Marsh", "Cy": "Cy Holt"}


def said(text: str, claim: str, status: str = "accepted", **changes: object) -> Statement:
    """The statement of a claim such as "Ada=she criticised Bo=him": who, and the words that show them."""
    relation = next(name for name in FAMILIES if f" {name} " in claim)
    actor, target = (end.partition("=") for end in claim.split(f" {relation} "))
    family = FAMILIES[relation]
    facts = {
        key: value
        for end, (short, _, words) in (("actor", actor), ("target", target))
        for key, value in _end(text, end, SHORT.get(short, short), words).items()
    }
    cue = relation if relation in text else text
    given = {
        "id": claim,
        "document": "gazette-1",
        "relation": relation,
        "family": family,
        "polarity": POLARITY[family],
        "evidence": text,
        "start": 0,
        "end": len(text),
        "cue_span": _place(text, cue),
        "status": status,
    }
    return Statement(**(given | facts | changes))


def _end(text: str, end: str, name: str, words: str) -> dict[str, object]:
    facts = {"": name, "_id": slug(name), "_type": THINGS.get(name, "person")}
    return {end + key: value for key, value in facts.items()} | {f"{end}_span": _place(text, words or name)}


def _place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def rows(*statements: Statement, journal: tuple[Review, ...] = (), disputed: tuple[str, ...] = ()):
    """The rows without their middle columns, and what was left out."""
    made = training_rows(*_judged(statements, journal), disputed)
    columns = [line.split("\t") for line in made.lines]
    assert sum(made.labels.values()) == len(columns)
    assert len(columns) + sum(made.left_out.values()) == len(statements)
    return [f"{label} {text}" for text, _, _, label in columns], dict(made.left_out)


def _judged(statements, journal):
    corrected = replay(statements, entities(), journal)
    return corrected.statements, corrected


PLAIN = "Ada Quill criticised Bo Marsh."
KIND = "Bo Marsh was praised by Ada Quill."
CALL = "Ada Quill called for Bo Marsh to go."
MARKED = "[Ada Quill] criticised [Bo Marsh]."

ONE_ROW = [
    (said(PLAIN, "Ada criticised Bo"), f"3 {MARKED}"),
    (said(PLAIN, "Bo criticised Ada"), f"4 {MARKED}"),
    (said(KIND, "Bo praised Ada"), "1 [Bo Marsh] was praised by [Ada Quill]."),
    (said(KIND, "Ada praised Bo"), "2 [Bo Marsh] was praised by [Ada Quill]."),
    (said(PLAIN, "Ada criticised Bo", "rejected"), f"0 {MARKED}"),
    (said(PLAIN, "Ada criticised Bo", negated=True), f"0 {MARKED}"),
    (said(PLAIN, "Ada criticised Bo", modality="hypothetical"), f"0 {MARKED}"),
    (said(PLAIN, "Ada criticised Bo", modality="future"), f"0 {MARKED}"),
    (said(CALL, "Ada called for Bo"), "0 [Ada Quill] called for [Bo Marsh] to go."),
    (said("Cy Holt sat. She criticised Bo Marsh. All left.", "Ada=She criticised Bo"), "3 [She] criticised [Bo Marsh]."),
    (said("Ada Quill criticised Mr. Marsh.", "Ada criticised Bo=Marsh"), "3 [Ada Quill] criticised Mr. [Marsh]."),
    (said("Ada M. Quill praised Bo Marsh.", "Ada=Quill praised Bo"), "1 Ada M. [Quill] praised [Bo Marsh]."),
    (said("“No!” said Ada Quill, and criticised Bo Marsh.", "Ada criticised Bo"), "3 “No!” said [Ada Quill], and criticised [Bo Marsh]."),
    (said("Ada Quill\ncriticised [sic]\tBo Marsh.", "Ada criticised Bo"), "3 [Ada Quill] criticised (sic) [Bo Marsh]."),
    (said("xx" + PLAIN, "Ada criticised Bo", evidence=PLAIN, start=2, end=32), f"3 {MARKED}"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "row"), ONE_ROW)
def test_a_judgement_gives_sign_and_direction_in_the_order_of_the_text(statement, row):
    assert rows(statement) == ([row], {})


NONE = [
    (said("Ada Quill backed the bridge plan.", "Ada backed the bridge plan"), NO_ACTOR),
    (said("Ada Quill criticised Ada Quill.", "Ada criticised Ada"), ONE),
    (said("Ada Quill came. She criticised Bo Marsh.", "Ada criticised Bo"), APART),
    (said("Ada Quill criticised them\n\nBo Marsh among others", "Ada criticised Bo"), APART),
    (said("Ada Quill met Bo Marsh. He was criticised.", "Ada criticised Bo"), APART),
    (said(PLAIN, "Ada criticised Bo", target_span=(0, 0)), APART),
    (said(PLAIN, "Ada criticised Bo=Ada", evidence=PLAIN), APART),
    (said(PLAIN, "Ada criticised Bo", evidence="   ", start=0, end=3), APART),
    (said("Ada Quill criticised the Marshites.", "Ada criticised Bo=Marsh"), UNMARKED),
]


@pytest.mark.parametrize(("statement", "reason"), NONE)
def test_what_gives_no_row_is_counted_by_its_reason(statement, reason):
    assert rows(statement) == ([], {reason: 1})


BOTH = "Ada Quill criticised Bo Marsh and praised him."
SHOWN = "[Ada Quill] criticised [Bo Marsh] and praised him."

SEVERAL = [
    # of one sentence and two actors            -> rows, left out
    (["Ada criticised Bo", "Ada opposed Bo"], [f"3 {SHOWN}"], {REPEATED: 1}),
    (["Ada criticised Bo=him", "Ada opposed Bo"], [f"3 {SHOWN}"], {REPEATED: 1}),
    (["Ada criticised Bo", "Ada called for Bo"], [f"3 {SHOWN}"], {REPEATED: 1}),
    (["Ada criticised Bo", "-Ada praised Bo"], [f"3 {SHOWN}"], {REPEATED: 1}),
    (["-Ada criticised Bo", "-Bo praised Ada"], [f"0 {SHOWN}"], {REPEATED: 1}),
    (["Ada criticised Bo", "Ada praised Bo"], [], {TWO_WAYS: 2}),
    (["Ada criticised Bo", "Bo criticised Ada"], [], {TWO_WAYS: 2}),
    (["Ada criticised Bo", "-Ada opposed Bo"], [], {TWO_WAYS: 2}),
    (["Ada criticised Bo", "Ada criticised Cy=him"], ["3 [Ada Quill] criticised Bo Marsh and praised [him].", f"3 {SHOWN}"], {}),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "made", "left"), SEVERAL)
def test_two_actors_in_a_sentence_give_one_row(claims, made, left):
    statements = [said(BOTH, c.removeprefix("-"), "rejected" if c[0] == "-" else "accepted") for c in claims]
    assert rows(*statements) == rows(*reversed(statements)) == (made, left)


def test_what_coders_dispute_gives_no_row():
    statement = said(PLAIN, "Ada criticised Bo")
    assert rows(statement, disputed=(statement.id,)) == ([], {TWO_WAYS: 1})


RETARGETED = [
    # the sentence, the claim                                         whom it is about -> the row
    ("Ada Quill told Cy Holt that she criticised Bo Marsh.", "Ada criticised Bo", "Cy Holt", "3 [Ada Quill] told [Cy Holt] that she criticised Bo Marsh."),
    ("Ada Quill criticised him.", "Ada criticised Bo=him", "Cy Holt", "3 [Ada Quill] criticised [him]."),
    ("Ada Quill criticised Marsh.", "Ada criticised Bo=Marsh", "Di Marsh", "3 [Ada Quill] criticised [Marsh]."),
    ("Ada Quill criticised Bo Marsh.", "Ada criticised Bo", "Cy Holt", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "whom", "row"), RETARGETED)
def test_whom_a_reviewer_puts_in_stands_where_the_sentence_shows_them(text, claim, whom, row):
    statement = said(text, claim)
    paper = Document(id="gazette-1", text=text)
    entry = entries.retarget(Shown(statement, paper), "target", entity(whom), HAND)
    assert rows(statement, journal=(entry,)) == (([row], {}) if row else ([], {APART: 1}))


def test_all_labels_are_counted():
    made = training_rows(*_judged([said(PLAIN, "Ada criticised Bo"), said(KIND, "Ada praised Bo")], ()))
    assert made.labels == {0: 0, 1: 0, 2: 1, 3: 1, 4: 0}
    assert made.to_bytes().decode() == "".join(f"{line}\n" for line in made.lines)
