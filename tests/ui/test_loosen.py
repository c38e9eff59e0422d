"""An empty view says which filters to loosen, and how much that would bring back."""

from __future__ import annotations

import pytest


def offers(page):
    """Key of each button that loosens -> its label."""
    found = {button.key: button.label for button in page.button if button.key}
    return {key.removeprefix("loosen-"): label for key, label in found.items() if key.startswith("loosen-")}


CASES = [
    # the address, what can be dropped
    ({"who": "Ada Brook", "whom": "Harbour Board"}, {"who": 1, "whom": 2}),
    ({"who": "Cara Dunne", "since": "2025-04-01", "until": "2025-04-30"}, {"who": 1, "since": 1, "since-until": 1}),
    ({"who": "Ada Brook", "whom": "Harbour Board", "family": "support"}, {"who-whom": 2, "who-family": 1, "whom-family": 2}),
    ({"topic": "ferry"}, {"topic": 6}),
]  # fmt: skip


@pytest.mark.parametrize(("query", "left"), CASES)
def test_what_to_loosen_and_what_it_brings_back(open_page, query, left):
    found = offers(open_page("explore", **query))
    assert {key: int(label.rpartition(": ")[2].split()[0]) for key, label in found.items()} == left


def test_pairs_are_only_offered_where_no_single_one_is_to_blame(open_page):
    found = offers(open_page("explore", party="Nowhere", since="2025-03-01"))
    assert set(found) == {"party"}


def test_where_neither_one_nor_two_are_to_blame_all_can_be_dropped(open_page):
    query = {"who": "Cara Dunne", "whom": "Harbour Board", "family": "demand", "since": "2025-05-01"}
    page = open_page("explore", **query)
    assert set(offers(page)) == {"all"}
    page.button(key="loosen-all").click().run()
    assert not page.query_params
