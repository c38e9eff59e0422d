"""Spans are cut at each other's borders, and lie in lanes that do not collide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from view.stretches import lanes, stretches

bounds = st.integers(0, 30)
spans = st.tuples(bounds, bounds).map(lambda pair: (min(pair), max(pair)))
several = st.lists(spans, max_size=12)

CASES = [
    # spans                   stretches of (0, 10)
    ([],                      [(0, 10, ())]),
    ([(2, 5)],                [(0, 2, ()), (2, 5, (0,)), (5, 10, ())]),
    ([(2, 6), (4, 8)],        [(0, 2, ()), (2, 4, (0,)), (4, 6, (0, 1)), (6, 8, (1,)), (8, 10, ())]),
    ([(0, 10), (3, 3)],       [(0, 10, (0,))]),
    ([(8, 99)],               [(0, 8, ()), (8, 10, (0,))]),
    ([(20, 30)],              [(0, 10, ())]),
]  # fmt: skip


@pytest.mark.parametrize(("given_spans", "found"), CASES)
def test_stretches(given_spans, found):
    assert list(stretches((0, 10), given_spans)) == found


@given(spans, several)
def test_every_character_lies_in_one_stretch_under_the_spans_that_hold_it(whole, found):
    seen = [(place, numbers) for low, high, numbers in stretches(whole, found) for place in range(low, high)]
    assert [place for place, _ in seen] == list(range(*whole))
    for place, numbers in seen:
        assert numbers == tuple(n for n, (start, end) in enumerate(found) if start <= place < end)


@given(several)
def test_spans_that_overlap_lie_in_different_lanes(found):
    placed = lanes(found, most=99)
    for one, (start, end) in enumerate(found):
        for other, (first, last) in enumerate(found[:one]):
            if max(start, first) < min(end, last):
                assert placed[one] != placed[other]


@given(several)
def test_there_are_no_more_lanes_than_asked_for(found):
    assert all(lane < 2 for lane in lanes(found, most=2))


def test_a_lane_is_used_again_where_it_is_free():
    assert lanes([(0, 4), (2, 6), (4, 8)]) == [0, 1, 0]
