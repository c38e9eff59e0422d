"""What is in view, in words: the sentence over the graph and over the exports."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from records import Statement
from ui.state import Corpus, View
from view.labels import count


def summary_html(everything: Corpus, shown: View) -> str:
    """What is filtered, and how much is left of how much, as HTML."""
    names = _of(len(shown.nodes), everything.nodes, "name")
    links = _of(shown.edges, everything.edges, "link")
    return (
        f"<b>{escape(shown.filter.describe())}</b> "
        f"{names} and {links} in view, from {count(shown.statements, 'statement')}."
    )


def _of(number: int, all: int, noun: str) -> str:
    """How many of how many, or just how many where these are all."""
    return count(all, noun) if number == all else f"{number:,} of {count(all, noun)}"


def graph_label(shown: View) -> str:
    """What a screen reader says the graph is."""
    nodes, edges = len(shown.nodes), shown.edges
    return (
        f"Graph of {count(nodes, 'name')} and {count(edges, 'link')}. "
        "Arrow keys walk along the links, Enter shows the details, Space selects several, E shows the surroundings, "
        "P pins, F focuses, slash searches, plus and minus zoom, Escape leaves. "
        "The table below holds the same statements."
    )


def tally(statements: Iterable[Statement]) -> str:
    """How many statements are drawn, and how many are not.

    >>> tally([])
    'No statement'
    """
    drawn = [statement.makes_edge for statement in statements]
    held = len(drawn) - sum(drawn)
    parts = (
        [f"{count(sum(drawn), 'statement')} that {'is' if sum(drawn) == 1 else 'are'} drawn"]
        if any(drawn)
        else []
    )
    if held:
        parts.append(
            f"{held} kept as data only" if parts else f"{count(held, 'statement')} kept as data only"
        )
    return ", ".join(parts) or "No statement"
