"""Links to other pages that say what to show there; the view goes along."""

from __future__ import annotations

import streamlit as st

from records import ACTOR_TYPES
from ui.address import SELECTED, parameters
from ui.links import find_page
from ui.selection import Selected
from view.network import edge_id

ACTOR, OTHER = "actor", "other"  # in the address: whose page, and who stands against them
DEMAND = "demand"  # in the address: the demand, inquiry or issue
THINGS = frozenset({"demand", "inquiry", "issue"})
"""Types of entity that have a page of their own kind."""


def lead(page: str, label: str, *, icon: str = "", **where: str) -> None:
    """A link to the page of this name, with these parts of the address; the words alone where there is no such page.

    Args:
        label: Markdown.
    """
    if found := find_page(page):
        query = {**parameters(), **{name: [value] for name, value in where.items() if value}}
        st.page_link(found, label=label, icon=icon, query_params=query)
    else:
        st.markdown(label)


def lead_to_entity(id: str, type: str, label: str) -> None:
    """A link to the page about an actor, a demand, an inquiry or an issue; the words alone for anything else."""
    if type in ACTOR_TYPES:
        lead("actor", label, **{ACTOR: id})
    elif type in THINGS:
        lead("demand", label, **{DEMAND: id})
    else:
        st.markdown(label)


def lead_to_edge(actor: str, relation: str, target: str, label: str) -> None:
    """A link to the edge on Explore; `relation` may be the key of a bundle."""
    lead("explore", label, **{SELECTED: str(Selected("edge", edge_id(actor, relation, target)))})
