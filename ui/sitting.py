"""What one person goes through on Review: a list that stands still, a place in it, and what was decided meanwhile."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from errors import HustingsError
from records import Review
from review import effective, entries
from review.claims import Hand
from review.coding import JUDGING
from review.roles import ADMIN
from review.twins import Twins
from ui.coder import Coder
from ui.state import workspace
from workspace import reviewing

SITTING, WORK = "sitting", "work"  # keys
PACED = 20  # decisions over which the pace is measured


@dataclass(slots=True)
class Sitting:
    """A list as it was when it was asked for: it does not move under the reader while entries are made."""

    kind: str
    scope: tuple[str, str]  # filter and coder that it was made for
    ids: Sequence[str]  # of statements, or whatever the list holds
    asked: str = ""  # the statement that the address asked for
    place: int = 0
    done: set[str] = field(default_factory=set)
    members: Mapping[str, Sequence[str]] = field(default_factory=dict)  # of patterns: id -> ids of statements
    pairs: Mapping[str, Twins] = field(default_factory=dict)  # of names that may be one: id -> pair

    @property
    def id(self) -> str:
        """What is looked at; "" behind the last one."""
        return self.ids[self.place] if self.place < len(self.ids) else ""

    @property
    def seen(self) -> str:
        """The same, and where: other words for every step."""
        return f"{self.kind}-{self.place}-{self.id[:40]}"

    def move(self, steps: int) -> None:
        """To the next or the one before, whether it is done or not."""
        self.place = min(max(self.place + steps, 0), max(len(self.ids) - 1, 0))

    def go(self, id: str) -> None:
        """To this one, if it is in the list."""
        if id in self.ids:
            self.place = self.ids.index(id)

    def finish(self) -> None:
        """This one is done; on to the next that is not, from the start again where there is none behind."""
        self.done.add(self.id)
        order = (*range(self.place + 1, len(self.ids)), *range(self.place))
        self.place = next((n for n in order if self.ids[n] not in self.done), len(self.ids))


@dataclass(slots=True)
class Work:
    """What was decided in this session, whatever the list."""

    made: list[tuple[str, Sequence[Review]]] = field(default_factory=list)  # id in the list, entries
    times: list[float] = field(default_factory=list)  # seconds
    error: HustingsError | None = None  # of the last decision
    taken_back: str = ""  # what was undone last, until it is told; a toast would take the style sheet's place

    @property
    def pace(self) -> float | None:
        """Decisions a minute, of the last ones; None before the second."""
        last = self.times[-PACED:]
        minutes = (last[-1] - last[0]) / 60 if len(last) > 1 else 0
        return (len(last) - 1) / minutes if minutes else None


def sitting() -> Sitting:
    """The one of this session; `ui.review` begins it."""
    found: Sitting = st.session_state[SITTING]
    return found


def work() -> Work:
    """What was decided in this session."""
    found: Work = st.session_state.setdefault(WORK, Work())
    return found


def write(reviews: Sequence[Review], coder: Coder) -> bool:
    """Writes entries about what is looked at, if they may be written; an error is shown at the next run.

    A judgement of what is disputed settles it, if it comes from an admin.
    """
    done = work()
    if sitting().kind == "disputed" and coder.role == ADMIN:
        reviews = [entries.settling(review) if review.action in JUDGING else review for review in reviews]
    try:
        written = workspace().decide(reviews, coder.role)
    except HustingsError as error:
        done.error = error
        return False
    done.made.append((sitting().id, written))
    done.times.append(time.monotonic())
    return True


def undo(coder: Coder) -> None:
    """Takes back what was decided last: in this session, else by this coder at any time."""
    done = work()
    id, reviews = done.made.pop() if done.made else _last_of(coder)
    if not reviews:
        return
    try:
        reviewing.undo(workspace(), reviews, Hand(coder.name), coder.role)
    except HustingsError as error:
        done.error = error
        return
    sitting().done.discard(id)
    sitting().go(id)
    done.taken_back = reviews[0].action


def _last_of(coder: Coder) -> tuple[str, Sequence[Review]]:
    own = [review for review in effective(workspace().content().journal) if review.coder == coder.name]
    return (own[-1].subject, own[-1:]) if own else ("", ())
