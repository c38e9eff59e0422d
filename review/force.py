"""Which entries of a journal are in force: undo is an entry too, and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from records import Review


@dataclass(frozen=True, slots=True)
class Unapplied:
    """An entry that changes nothing, or not all that it was meant to, and why."""

    review: Review
    reason: str
    about: str = ""  # id of the statement that it is about, where that is there


def effective(reviews: Iterable[Review]) -> list[Review]:
    """The entries in force: neither undone, nor undoing; an undo that was undone itself undoes nothing."""
    return in_force_of(sorted(reviews, key=lambda review: review.number))[0]


def in_force_of(reviews: Sequence[Review]) -> tuple[list[Review], list[Unapplied]]:
    """Read from the end: whether an entry is undone is known before it is met."""
    before = {review.id: place for place, review in reversed(list(enumerate(reviews)))}
    undone: set[str] = set()
    in_force, unapplied = [], []
    for place, review in reversed(list(enumerate(reviews))):
        if review.id in undone:
            continue
        if review.action != "undo":
            in_force.append(review)
        elif before.get(review.subject, place) < place:
            undone.add(review.subject)
        else:
            unapplied.append(Unapplied(review, "there is no such entry before it"))
    return in_force[::-1], unapplied[::-1]
