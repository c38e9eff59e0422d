"""The table of pages: a new page is one file with `page()` and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui import actor, add, compare, demand, explain, explore, export, matrix, read, review


@dataclass(frozen=True, slots=True)
class Page:
    """One entry of the navigation."""

    title: str
    icon: str
    show: Callable[[], None]
    shows_links: bool = False  # itself; the app does it for the others


PAGES = {
    "explore": Page("Explore", ":material/hub:", explore.page, shows_links=True),
    "actor": Page("Actors", ":material/person_search:", actor.page),
    "matrix": Page("Matrix", ":material/grid_on:", matrix.page),
    "compare": Page("Compare", ":material/compare:", compare.page, shows_links=True),
    "demand": Page("Demands", ":material/campaign:", demand.page),
    "read": Page("Read", ":material/menu_book:", read.page),
    "add": Page("Add", ":material/note_add:", add.page),
    "review": Page("Review", ":material/fact_check:", review.page),
    "explain": Page("Explain", ":material/troubleshoot:", explain.page),
    "export": Page("Export", ":material/download:", export.page),
}
"""Name in the address -> page; the first one is what opens."""
