"""Whom an actor backs, opposes and calls upon, and who does so to them: rows that lead to the edge on Explore."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import networkx as nx
import streamlit as st

from graph.bundles import key_of
from graph.profiles import Counterpart, counterparts
from ui.actor_panel import HEADINGS
from ui.leads import lead_to_edge, lead_to_entity
from ui.style import literal, sign
from view.labels import count, day

SHOWN = 6  # rows before the rest is folded away
FOLDED = 40


def show_relations(graph: nx.MultiDiGraph[str], node: str) -> None:
    """By the actor on the left, about the actor on the right, a list for each family; demands stand elsewhere."""
    made, received = st.columns(2, gap="large")
    for arriving, column in ((False, made), (True, received)):
        with column:
            name = literal(str(graph.nodes[node]["name"]))
            st.subheader(f"{'About' if arriving else 'By'} {name}", anchor=False)
            lists = {
                family: counterparts(graph, node, family, arriving=arriving)
                for family in HEADINGS
                if arriving or family != "demand"
            }
            for family, found in lists.items():
                if found:
                    _show_list(HEADINGS[family][arriving], family, found, node, arriving)
            if not any(lists.values()):
                st.html('<p class="facts">Nothing in view.</p>')


def _show_list(heading: str, family: str, found: Sequence[Counterpart], node: str, arriving: bool) -> None:
    total = sum(other.weight for other in found)

    def row(other: Counterpart) -> None:
        ends = (other.id, node) if arriving else (node, other.id)
        lead_to_edge(
            ends[0], key_of(family), ends[1], f"{sign(family)} **{literal(other.name)}** {_told(other)}"
        )

    _show_rows(f"{heading} · {total:,}", found, row, f"{family}-{arriving}")


def show_demands(found: Sequence[Counterpart]) -> None:
    """What an actor calls for; each leads to the page of the demand."""
    st.subheader(f"Demands made · {sum(other.weight for other in found):,}", anchor=False)
    if not found:
        st.html('<p class="facts">None in view.</p>')

    def row(other: Counterpart) -> None:
        when = f" · {literal(day(other.first))}" if other.first else ""
        label = f"{sign('demand')} **{literal(other.name)}** {_told(other)}{when}"
        lead_to_entity(other.id, other.type, label)

    _show_rows("", found, row, "demands")


def _show_rows(
    heading: str, found: Sequence[Counterpart], show: Callable[[Counterpart], None], key: str
) -> None:
    with st.container(gap=None, key=f"rows-{key}"):
        if heading:
            st.html(f'<p class="kicker">{heading}</p>')
        for other in found[:SHOWN]:
            show(other)
        if rest := found[SHOWN:]:
            # What is folded away is made when it is opened: an actor may have a thousand partners.
            more = st.expander(f"{len(rest):,} more", key=f"more-{key}", on_change="rerun")
            if more.open:
                with more:
                    _show_rest(rest, show)


def _show_rest(rest: Sequence[Counterpart], show: Callable[[Counterpart], None]) -> None:
    for other in rest[:FOLDED]:
        show(other)
    if len(rest) > FOLDED:
        st.text(f"And {count(len(rest) - FOLDED, 'name')} more, which Explore has in its table.")


def _told(other: Counterpart) -> str:
    """The relations and how often; small print of a row."""
    words = ", ".join(
        relation if number == 1 else f"{relation} {number}×" for relation, number in other.relations
    )
    return f"{other.weight} · {literal(words)}" if other.weight > 1 else literal(words)
