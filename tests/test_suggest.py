"""Names for what somebody has typed so far."""

from __future__ import annotations

import pytest

from records import Entity
from workspace.suggest import known, suggest

PEOPLE = known(
    [
        Entity(id="ada", name="Ada Fenn", type="person", other_names=("Dame Ada Fenn", "Ada Reed-Fenn")),
        Entity(id="zoe", name="Zoë O’Fenn", type="person"),
        Entity(id="board", name="Fenland Board", type="organization"),
        Entity(id="gone", name="Gone Fenn", type="person"),
    ]
)
WEIGHTS = {"ada": 3, "zoe": 9, "board": 3}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["zoe", "ada", "board"]),  # the most reported first, then by name; who is not in view never
        ("fen", ["ada", "board"]),  # the beginning of a word
        ("enn", []),  # not the end of one
        ("ZOE", ["zoe"]),  # whatever the case and the accents
        ("o'fenn", ["zoe"]),
        ("ofenn", ["zoe"]),
        ("fenn ada", ["ada"]),  # in any order
        ("reed", ["ada"]),  # another name
        ("dame reed", []),  # but one name must have all
        ("fenn-", ["ada"]),
        ("x", []),
    ],
)
def test_suggest(typed, expected):
    assert [entity.id for entity, _ in suggest(typed, PEOPLE, WEIGHTS)] == expected


def test_no_more_than_asked_for():
    assert suggest("", PEOPLE, WEIGHTS, limit=1) == [(PEOPLE[1].entity, 9)]
