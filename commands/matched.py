"""What a filter kept, told after a file was written: in words, and which of its values nothing has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.screen import say

if TYPE_CHECKING:
    from graph import Filter
    from workspace import Workspace


def tell_matched(workspace: Workspace, filter: Filter, done: str, empty: bool) -> None:
    """Say what was done and what the filter keeps; then what it names that is nowhere in the database.

    Args:
        done: Such as "2 edges" or "Snapshot written".
        empty: Whether the graph in the file has no edge.
    """
    from workspace.unmatched import tell_unmatched, unmatched

    say(f"{done}. {filter.describe()}")
    for sentence in tell_unmatched(unmatched(filter, workspace.content().columns)):
        say(f"{sentence}.")
    if empty:
        say("Nothing matches, so the file holds an empty graph.")
