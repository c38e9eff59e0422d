"""The details of a bundle: all that one entity, or group, says of another with the same sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from graph.bundles import family_of
from graph.groups import Group
from ui.edge_panel import counted, show_end, show_evidence, show_kicker
from ui.selection import Selected, select
from ui.state import View
from ui.style import chip, literal, sign
from view.bundles import Edge, edge_id, parts_of
from view.labels import count
from view.palette import family as style_of

SHOWN = 20  # links between two groups


def show_bundle(view: View, edges: Sequence[Edge]) -> None:
    """The relations of a bundle, each of which leads to its own sentences; then all their sentences."""
    actor, target, _ = edges[0]
    ids = [id for edge in edges for id in view.graph.edges[edge]["statement_ids"]]
    family = view.graph.edges[edges[0]]["family"]
    show_kicker(f"{counted(ids)}, {count(len(edges), 'relation')}")
    with st.container(horizontal=True, vertical_alignment="center", key="claim"):
        show_end(view, "actor", actor)
        st.html(f'<p class="claim">{chip(style_of(family).label, family)}</p>', width="content")
        show_end(view, "target", target)
    for edge in edges:
        _show_link(view, edge, f"{edge[2]} · {view.graph.edges[edge]['weight']}")
    show_evidence(ids)


def show_between(view: View, id: str, groups: Mapping[str, Group]) -> bool:
    """The strongest links behind a bundle between groups; False where there are none in view."""
    actor, target, key = parts_of(id)
    edges = _between(view, _members(view, actor, groups), _members(view, target, groups), family_of(key))
    if not edges or not {actor, target} & set(groups):
        return False
    ranked = sorted(edges, key=lambda edge: (-view.graph.edges[edge]["weight"], edge))
    total = sum(view.graph.edges[edge]["weight"] for edge in edges)
    show_kicker(f"{count(total, 'statement')}, {count(len(edges), 'link')}")
    names = [
        literal(groups[end].name if end in groups else view.graph.nodes[end]["name"])
        for end in (actor, target)
    ]
    st.markdown(f"{sign(family_of(key))} **{names[0]}** {style_of(family_of(key)).label} **{names[1]}**")
    for edge in ranked[:SHOWN]:
        who, whom = (view.graph.nodes[end]["name"] for end in edge[:2])
        _show_link(view, edge, f"{who} {edge[2]} {whom} · {view.graph.edges[edge]['weight']}")
    if len(ranked) > SHOWN:
        st.caption(f"The {SHOWN} with the most statements, of {len(ranked):,}.")
    return True


def _between(view: View, actors: Iterable[str], targets: set[str], family: str) -> list[Edge]:
    return [
        (actor, target, relation)
        for actor, target, relation, data in view.graph.out_edges(actors, keys=True, data=True)
        if target in targets and data["family"] == family
    ]


def _members(view: View, id: str, groups: Mapping[str, Group]) -> set[str]:
    ids = groups[id].members if id in groups else (id,)
    return {member for member in ids if member in view.graph}


def _show_link(view: View, edge: Edge, words: str) -> None:
    actor, target, relation = edge
    id = edge_id(actor, relation, target)
    st.button(
        f"{sign(view.graph.edges[edge]['family'])}  {literal(words)}",
        key=f"relation-{id}",
        type="tertiary",
        on_click=select,
        args=(Selected("edge", id),),
    )
