"""The details of a group that is drawn as one: who belongs to it, and the way inside."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.groups import Group
from ui.address import change, get_all
from ui.asked import go_to
from ui.edge_panel import show_kicker
from ui.state import View
from ui.style import literal
from view.labels import count

SHOWN = 15  # members


def show_group(view: View, group: Group) -> None:
    """Its members in view, the most named first; a click shows one's surroundings."""
    members = [member for member in group.members if member in view.graph]
    show_kicker(count(len(members), "name"))
    st.html(f'<p class="name">{escape(group.name)}</p>')
    opened = group.id in get_all("open")
    if st.button("Draw as one" if opened else "Draw its names", icon=":material/unfold_more:", key="open"):
        others = [id for id in get_all("open") if id != group.id]
        change({"open": others if opened else [*others, group.id]})
        st.rerun(scope="fragment")
    for member in members[:SHOWN]:
        data = view.graph.nodes[member]
        words = f"{literal(data['name'])} · {count(data['statements'], 'statement')}"
        st.button(words, key=f"member-{member}", type="tertiary", on_click=go_to, args=(member,))
    if len(members) > SHOWN:
        st.caption(f"The {SHOWN} most named of {len(members):,}.")
