"""Which names are offered as other wordings of one thing."""

from __future__ import annotations

import pytest

from graph.alike import alike

NAMES = {
    "toll": "End of the bridge toll",
    "tolls": "An end to bridge tolls",
    "bridge": "A second bridge",
    "whole": "End of the bridge toll on Sundays for residents",
    "ferry": "Ferry subsidy",
    "cut": "Cut",
    "cuts": "Cuts to the ferry subsidy",
    "odd": "To be or not",
}


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("toll", ["tolls", "whole"]),  # not the second bridge, which shares one word
        ("bridge", []),
        ("ferry", ["cuts"]),
        ("cut", []),  # too short a word to tell anything
        ("odd", []),  # no word that counts
    ],
)
def test_other_wordings(id, expected):
    assert alike(id, NAMES) == expected


def test_no_more_than_asked_for():
    assert alike("toll", NAMES, limit=1) == ["tolls"]
