"""The share of right statements, and how sure it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from review import entries, replay
from review.claims import Claim, Relation
from review.trust import trust, wilson
from tests.review.factory import HAND, Desk, entity, read


@given(st.integers(1, 500), st.floats(0, 1))
def test_the_interval_is_scipys(judged, share):
    right = round(share * judged)
    expected = binomtest(right, judged).proportion_ci(method="wilson")
    assert wilson(right, judged) == pytest.approx((expected.low, expected.high), abs=1e-6)


def test_nothing_judged_tells_nothing():
    assert wilson(0, 0) == (0.0, 1.0)


def shares(desk: Desk) -> dict[tuple[str, str], tuple[int, int]]:
    return {(s.aspect, s.value): (s.right, s.judged) for s in trust(read(desk.paper), desk.now())}


def test_shares_by_relation_method_and_outlet():
    desk = Desk.new()
    desk.write(
        entries.accept(desk.shown(0), HAND),
        entries.reject(desk.shown(4), HAND),
        entries.flip(desk.shown(1), HAND),
    )
    assert shares(desk) == {
        ("all", "all"): (1, 3),
        ("relation", "criticised"): (1, 1),
        ("relation", "opposed"): (0, 1),
        ("relation", "praised"): (0, 1),
        ("method", "rule:verb"): (1, 3),
        ("outlet", "Gazette"): (1, 3),
    }


# what is written about line 0 -> whether the machine was right about it; None: not judged
JUDGED = [
    (lambda desk: [], None),
    (lambda desk: [entries.accept(desk.shown(0), HAND)], True),
    (lambda desk: [entries.accept(desk.shown(0), HAND), entries.reject(desk.shown(0), HAND)], False),
    (lambda desk: [entries.reject(desk.shown(0), HAND), entries.accept(desk.shown(0), HAND)], True),
    (lambda desk: [entries.retarget(desk.shown(0), "target", entity("Cy Holt"), HAND)], False),
    (lambda desk: [entries.relate(desk.shown(0), Relation("mocked", "opposition"), HAND)], False),
    (lambda desk: [entries.relate(desk.shown(0), Relation("mocked", "opposition"), HAND), entries.accept(desk.shown(0), HAND)], False),
    (lambda desk: [entries.merge(entity("Ada Quill"), entity("Ada M. Quill"), HAND)], None),
    (lambda desk: [entries.merge(entity("Ada Quill"), entity("Ada M. Quill"), HAND), entries.accept(desk.shown(0), HAND)], True),
    (lambda desk: [entries.add(desk.paper, (0, 9), Claim(actor=entity("Cy Holt"), relation=Relation("mocked", "opposition"), target=entity("Di Lund")), HAND)], None),
]  # fmt: skip


@pytest.mark.parametrize("write, right", JUDGED)
def test_what_counts_as_right(write, right):
    desk = Desk.new()
    desk.write(*write(desk)) if write(desk) else None
    assert shares(desk).get(("all", "all")) == (None if right is None else (int(right), 1))


def test_a_judgement_that_is_undone_no_longer_counts():
    desk = Desk.new()
    desk.undo(desk.write(entries.accept(desk.shown(0), HAND)))
    assert trust(read(desk.paper), desk.now()) == []


def test_what_people_coded_elsewhere_says_nothing_about_the_machine():
    desk = Desk.new()
    imported = [replace(s, method="import:dna:Otto", status="accepted") for s in read(desk.paper)]
    assert trust(imported, replay(imported, {}, [])) == []
