"""What a reviewer is shown next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review import entries
from review.queue import batches, queue, uncertainty
from review.twins import twins
from tests.review.factory import HAND, LINES, Desk, document, entities, entity, read


@pytest.mark.parametrize("confidence, expected", [(None, 1), (0.5, 1), (0.75, 0.5), (0.0, 1), (1.0, 0)])
def test_uncertainty(confidence, expected):
    assert uncertainty(confidence) == expected


def order(statements) -> list[str]:
    return [f"{w.statement.actor} {w.statement.relation}" for w in queue(statements)]


def test_the_doubtful_come_first():
    first, second, *_ = read(
        document(lines=("Ada Quill criticised Bo Marsh.", "Cy Holt criticised Di Lund."))
    )
    assert order([replace(first, confidence=0.9), replace(second, confidence=0.6)])[0] == "Cy Holt criticised"
    assert (
        order([replace(first, confidence=None), replace(second, confidence=0.6)])[0] == "Ada Quill criticised"
    )


def test_an_edge_that_rests_on_one_statement_comes_before_one_that_is_shown_twice():
    lines = (
        "Ada Quill criticised Bo Marsh.",
        "Ada Quill criticised Bo Marsh.",
        "Cy Holt criticised Di Lund.",
    )
    assert order(read(document(lines=lines)))[0] == "Cy Holt criticised"
    assert [waiting.beside for waiting in queue(read(document(lines=lines)))] == [0, 1, 1]


def test_more_hangs_on_what_is_well_connected():
    lines = (
        "Cy Holt criticised Di Lund.",
        "Ada Quill criticised Bo Marsh.",
        "Ada Quill praised Ada M. Quill.",
    )
    found = queue(read(document(lines=lines)))
    assert [waiting.degree for waiting in found] == [1, 1, 0]


def test_what_makes_no_edge_comes_last_and_what_is_judged_not_at_all():
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(1), HAND))
    first, *others = desk.now().statements
    assert order([replace(first, negated=True), *others])[-1] == "Ada Quill criticised"
    assert "Ada M. Quill praised" not in order(desk.now().statements)
    assert len(order(desk.now().statements)) == 4


def test_identical_patterns_make_a_batch():
    lines = ("Ada Quill criticised Bo Marsh.", "Cy Holt criticised Di Lund.", "Cy Holt praised Di Lund.")
    [batch] = batches(read(document(lines=lines)))
    assert (batch.method, batch.relation, batch.cue, len(batch.statements)) == (
        "rule:verb",
        "criticised",
        "criticised",
        2,
    )
    assert [len(batch.statements) for batch in batches(read(document(lines=lines)), least=1)] == [2, 1]


def test_a_batch_holds_only_what_waits():
    desk = Desk.new("Ada Quill criticised Bo Marsh.", "Cy Holt criticised Di Lund.")
    desk.write(entries.accept(desk.shown(0), HAND))
    assert batches(desk.now().statements) == []


BARE = {"party": None}
PAIRS = [
    # one, other -> reasons, against
    (entity("Ada Quill", **BARE), entity("Ada M. Quill"), ["one name within the other"], []),
    (entity("Sir Ada Quill", **BARE), entity("Ada Quill", **BARE), ["the same name"], []),
    (entity("Ada Quill", **BARE), entity("A. Quill"), ["the same surname, Quill"], []),
    (entity("Ada Quill", **BARE), entity("Quill"), ["one name within the other"], []),
    (entity("Ada Quill", **BARE), entity("Bea Quill"), ["the same surname, Quill"], ["given names: Ada Quill, Bea Quill"]),
    (entity("Ada Quill", party="Reed"), entity("Ada B. Quill", party="Moor"), ["one name within the other"], ["party: Reed, Moor"]),
    (entity("Ada Quill", **BARE, gender="female"), entity("A. Quill", gender="male"), ["the same surname, Quill"], ["gender: male, female"]),
    (entity("Ada Quill", **BARE, wikidata="Q1"), entity("A. Quill", wikidata="Q2"), ["the same surname, Quill"], ["wikidata: Q2, Q1"]),
    (entity("Ada Quill", **BARE, roles=("Mayor",)), entity("A. Quill", roles=("mayor",)), ["the same surname, Quill", "both mayor"], []),
    (entity("Ada Quill", **BARE, roles=("Mayor",)), entity("Cy Holt", roles=("mayor",)), None, None),
    (entity("Ada Quill", **BARE, other_names=("Ada Holt",)), entity("Ada Holt"), ["the same name"], []),
    (entity("Ada Quill", **BARE, wikidata="Q1"), entity("Cy Holt", wikidata="Q1"), ["the same Wikidata item, Q1"], []),
    (entity("Reed", type="party"), entity("Reed Party", type="party"), ["one name within the other"], []),
    (entity("Reed", type="party"), entity("Reed", type="place", id="reed-place"), None, None),
    (entity("Ada Quill", **BARE), entity("Cy Holt"), None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    "one, other, reasons, against", PAIRS, ids=lambda value: getattr(value, "name", None)
)
def test_candidates_for_a_merger(one, other, reasons, against):
    found = twins({one.id: one, other.id: other})
    if reasons is None:
        assert found == []
    else:
        [pair] = found
        assert list(pair.reasons) == reasons
        assert list(pair.against) == against


def test_two_that_were_told_apart_are_no_candidates():
    desk = Desk.new()
    assert len(twins(entities())) == 1
    desk.write(entries.distinct(entity("Ada M. Quill"), entity("Ada Quill"), HAND))
    assert twins(entities(), apart=desk.now().apart) == []
    desk.undo(desk.journal[-1])
    assert len(twins(entities(), apart=desk.now().apart)) == 1


def test_the_one_that_is_named_more_often_stays():
    found = twins(entities(), read(document(lines=("Ada Quill criticised Bo Marsh.", *LINES))))
    assert [(pair.entity.name, pair.into.name) for pair in found] == [("Ada M. Quill", "Ada Quill")]


def test_dates_and_words_about_each_other_speak_against():
    old = replace(document(lines=LINES[:1]), date="1890-01-01")
    statements = [*read(old), *read(document(lines=LINES[1:2]))]
    [pair] = twins(entities(), statements)
    assert pair.against == ("dates: 141 years between them",)
    [pair] = twins(entities(), read(document(lines=("Ada M. Quill praised Ada Quill.",))))
    assert pair.against == ("one speaks of the other (1 statement)",)


def test_a_word_that_many_share_tells_nothing():
    councils = [entity(f"Council of Town{number}", type="organization") for number in range(30)]
    assert twins({council.id: council for council in councils}) == []


def test_namesakes_are_found_among_many_of_one_surname():
    many = [entity(f"{letter}{letter.lower()}n Quill", party=None) for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ"]
    wanted = [entity("Ada Quill", party=None), entity("Ada B. Quill", party=None)]
    assert [pair.reasons for pair in twins({e.id: e for e in (*many, *wanted)})] == [
        ("one name within the other",)
    ]
