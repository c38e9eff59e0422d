"""Spans that overlap, made drawable: cut at each other's borders, and put into lanes that do not collide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from records import Span

LANES = 4  # lines under one another that an eye still tells apart


def stretches(whole: Span, spans: Sequence[Span]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Every stretch of `whole` between two borders: start, end, and the numbers of the spans that cover it.

    The stretches follow one another without a gap; a span without length covers none.
    """
    start, end = whole
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for number, (first, last) in enumerate(spans):
        low, high = max(first, start), min(last, end)
        if low < high:
            opening[low].append(number)
            closing[high].append(number)
    over: set[int] = set()
    for low, high in pairwise(sorted({start, end, *opening, *closing})):
        over.difference_update(closing[low])
        over.update(opening[low])
        yield low, high, tuple(sorted(over))


def lanes(spans: Sequence[Span], most: int = LANES) -> list[int]:
    """For each span the lane to draw it in, from 0; two that overlap share one only where all lanes are taken."""
    ends: list[int] = []  # lane -> where its last span ends
    found = [0] * len(spans)
    for number in sorted(range(len(spans)), key=lambda n: (spans[n][0], -spans[n][1])):
        start, end = spans[number]
        lane = next((lane for lane, last in enumerate(ends) if last <= start), len(ends))
        if lane == most:
            lane = min(range(most), key=ends.__getitem__)
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = max(ends[lane], end)
        found[number] = lane
    return found
